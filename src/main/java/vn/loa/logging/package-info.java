/**
 * Loa's log: one readable line, or one JSON object, an event, on standard error, with secrets taken out at the encoder.
 * Knows logback and nothing of Loa; levels, format and secrets come in as values.
 */
@NullMarked
package vn.loa.logging;

import org.jspecify.annotations.NullMarked;
