/**
 * Dates and times in Vietnamese text: publishing dates with their precision, and the day of an event. Pure; the
 * present is a parameter.
 */
@NullMarked
package vn.loa.text.date;

import org.jspecify.annotations.NullMarked;
