/**
 * Vietnamese text written out as it is read aloud: numbers, dates, times, units, signs and abbreviations in words. Pure;
 * what is not understood stays as it was written.
 */
@NullMarked
package vn.loa.text.speech;

import org.jspecify.annotations.NullMarked;
