/**
 * Dates and times in Vietnamese text: publishing dates with their precision, the day of an event, and the days of the lunar
 * new year. Pure; the present is a parameter.
 */
@NullMarked
package vn.loa.text.date;

import org.jspecify.annotations.NullMarked;
