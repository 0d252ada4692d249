package vn.loa.xlsx;

import java.util.Optional;

/** A sheet that a spreadsheet file can hold. */
public sealed interface Worksheet permits Sheet, OfficeSheet {
    /** Returns its name: at most 31 characters, none of <code>[]:*?/\</code> (the format's bounds). */
    String name();

    /** Returns the part of the file that holds the sheet. */
    String xml();

    /** Returns the number of the row, from 1, that is printed again on each page; empty for none. */
    default Optional<Integer> repeatedRow() {
        return Optional.empty();
    }
}
