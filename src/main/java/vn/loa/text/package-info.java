/**
 * Vietnamese text: folding, sentences, dates, redaction, and the phrases Loa says. Pure: no clock, no network, no
 * markup of any platform.
 */
@NullMarked
package vn.loa.text;

import org.jspecify.annotations.NullMarked;
