/** Spreadsheet files. Pure. */
@NullMarked
package vn.loa.xlsx;

import org.jspecify.annotations.NullMarked;
