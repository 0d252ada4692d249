package vn.loa.document.deadline;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads the time of day that a form of {@link DuePatterns} tells. */
final class TimeOfDay {
    private TimeOfDay() {}

    /** Returns the time; an empty one where none is told, nothing where it is no time. */
    static Optional<Optional<LocalTime>> of(Matcher at) {
        boolean told = at.pattern().pattern().contains("(?<hour>") && at.group("hour") != null;
        if (!told) {
            return Optional.of(Optional.empty());
        }
        int hour = Integer.parseInt(at.group("hour"));
        int minute = at.group("minute") == null ? 0 : Integer.parseInt(at.group("minute"));
        String half = at.group("half");
        boolean late = half != null && !half.equals("sang") && hour < 12 && !(half.equals("trua") && hour > 9);
        if (minute == 0 && (hour == 24 || hour == 12 && half != null && half.startsWith("d"))) {
            return Optional.of(Optional.of(LocalTime.of(23, 59)));
        }
        return hour > 23 || minute > 59
                ? Optional.empty()
                : Optional.of(Optional.of(LocalTime.of(late ? hour + 12 : hour, minute)));
    }
}
