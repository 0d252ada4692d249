/**
 * The small HTTP server: what platforms call by themselves (webhooks) and what an operator's monitoring asks (health).
 * The only room, besides the ones that emulate other people's servers, with an HTTP server in it; what a request means
 * is decided by the {@link vn.loa.web.WebRoute} that takes it, so no platform is known here.
 *
 * <p>It speaks plain HTTP and is meant to stand on loopback behind a proxy that has the certificate.
 */
@NullMarked
package vn.loa.web;

import org.jspecify.annotations.NullMarked;
