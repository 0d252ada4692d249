package vn.loa.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Tells by the log of a program when it did something, so that what a busy machine adds around it does not count. */
public final class LogTimes {
    private LogTimes() {}

    /** Returns the time of the last line with these words; there must be one. */
    public static Instant last(List<String> lines, String part) {
        String line = lines.stream()
                .filter(each -> each.contains(part))
                .reduce((one, next) -> next)
                .orElseThrow(() -> new AssertionError("never said: " + part + "\n" + String.join("\n", lines)));
        return OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant();
    }

    /** Returns how long a stop of the program took, from its first word to the last. */
    public static Duration ofStop(List<String> lines) {
        return Duration.between(last(lines, "Loa stops"), last(lines, "Loa stopped"));
    }

    /** Returns how long a process stayed when its stop was over by its own log; {@code ended} is when it ended. */
    public static Duration afterStop(List<String> lines, Instant ended) {
        return Duration.between(last(lines, "Loa stopped"), ended);
    }
}
