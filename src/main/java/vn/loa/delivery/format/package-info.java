/**
 * The form of messages: one article, a digest, several articles merged into one message, a correction. Pure: rows go
 * in, a message comes out.
 */
@NullMarked
package vn.loa.delivery.format;

import org.jspecify.annotations.NullMarked;
