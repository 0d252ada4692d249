/**
 * Article to summary: which two or three sentences of an article tell its news, and on which day the event was. Pure:
 * no clock, no network, no model of language, nothing that a reader could not check against the article. What is
 * Vietnamese grammar lives in {@link vn.loa.text}; what is worth telling lives here.
 */
@NullMarked
package vn.loa.summary;

import org.jspecify.annotations.NullMarked;
