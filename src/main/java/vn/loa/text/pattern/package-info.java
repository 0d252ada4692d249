/**
 * Regular expressions over Vietnamese text that are tried only where they can match. Pure.
 */
@NullMarked
package vn.loa.text.pattern;

import org.jspecify.annotations.NullMarked;
