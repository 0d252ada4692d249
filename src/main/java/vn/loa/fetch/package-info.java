/**
 * Bytes from a URL, politely and safely: address guard, pacing per host, caps, redirects, charset. The only package
 * that fetches from portals and, with the channels' own clients aside, the only one that knows OkHttp. What a page
 * means is not known here.
 */
@NullMarked
package vn.loa.fetch;

import org.jspecify.annotations.NullMarked;
