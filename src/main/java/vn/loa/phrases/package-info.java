/**
 * The words that Loa says, read from the resource folder of the same name, and the forms of dates and times within
 * them. No other package may hold text that a user reads.
 */
@NullMarked
package vn.loa.phrases;

import org.jspecify.annotations.NullMarked;
