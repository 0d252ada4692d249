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
        LocalDate date,
        Optional<LocalTime> time,
        Recurrence recurrence,
        String task,
        String recipient,
        String sentence) {
    private static final int MOST_OCCURRENCES = 600;

    public Deadline {
        Objects.requireNonNull(date);
        Objects.requireNonNull(time);
        Objects.requireNonNull(recurrence);
        Objects.requireNonNull(task);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(sentence);
    }

    /** Returns the first day on or after another on which it is due; empty when it is over. */
    public Optional<LocalDate> occurrence(LocalDate from) {
        LocalDate day = date;
        for (int i = 1; day.isBefore(from) && i <= MOST_OCCURRENCES && recurrence != Recurrence.NONE; i++) {
            day = occurrence(i);
        }
        return day.isBefore(from) ? Optional.empty() : Optional.of(day);
    }

    /** Counted from the first, so that the 31st stays the 31st after a shorter month. */
    private LocalDate occurrence(int count) {
        return switch (recurrence) {
            case WEEKLY -> date.plusWeeks(count);
            case MONTHLY -> date.plusMonths(count);
            case QUARTERLY -> date.plusMonths(3L * count);
            case YEARLY -> date.plusYears(count);
            case NONE -> date;
        };
    }

    /** Returns whether both are one: the same time, and the same task where both tell one. */
    public boolean isSame(Deadline other) {
        return date.equals(other.date)
                && time.equals(other.time)
                && recurrence == other.recurrence
                && (task.equals(other.task) || task.isEmpty() || other.task.isEmpty());
    }
}
