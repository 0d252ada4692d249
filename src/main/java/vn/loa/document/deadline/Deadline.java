package vn.loa.document.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A deadline as a text sets it.
 *
 * @param date the day, as it is told; of a recurring one the first that comes
 * @param time the time of day, where one is told
 * @param recurrence how often it comes again
 * @param task what is due, an empty string when it is not clear
 * @param recipient to whom it is due, an empty string when nobody is named
 * @param sentence the sentence that says so
 */
public record Deadline(
        LocalDate date, Optional<LocalTime> time, Recurrence recurrence, String task, String recipient, String sentence) {
    public Deadline {
        Objects.requireNonNull(date);
        Objects.requireNonNull(time);
        Objects.requireNonNull(recurrence);
        Objects.requireNonNull(task);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(sentence);
    }
}
