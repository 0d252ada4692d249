package vn.loa.document.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A day by which something is due and where a sentence says so.
 *
 * @param start where its cue begins
 * @param end where it ends
 * @param cue how strong its words are
 */
record DueDate(int start, int end, Cue cue, LocalDate date, Optional<LocalTime> time, Recurrence recurrence) {
    /** Tells what a cue needs beside it to make a deadline. */
    enum Cue {
        /** "hạn nộp": a deadline by itself. */
        NAMED,
        /** "chậm nhất": a deadline by itself unless it is told of the past. */
        LATEST,
        /** "trước": a deadline of something to be done. */
        BEFORE,
        /** "đến hết", "trong": a deadline of what is handed in or completed. */
        UNTIL
    }
}
