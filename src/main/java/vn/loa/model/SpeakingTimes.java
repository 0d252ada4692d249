package vn.loa.model;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The times at which a chat wants ordinary news.
 *
 * @param digests the times of day at which news come together in one message, in order; none for at once
 * @param quiet its own quiet hours; empty for those of the configuration
 * @param workingDaysOnly whether nothing comes on Saturdays and Sundays
 * @param pausedUntil nothing comes before
 */
public record SpeakingTimes(
        List<LocalTime> digests, Optional<QuietHours> quiet, boolean workingDaysOnly, Optional<Instant> pausedUntil) {
    /** Holds the defaults of a chat that chose nothing. */
    public static final SpeakingTimes USUAL = new SpeakingTimes(List.of(), Optional.empty(), false, Optional.empty());

    public SpeakingTimes {
        digests = digests.stream().distinct().sorted().toList();
        Objects.requireNonNull(quiet);
        Objects.requireNonNull(pausedUntil);
    }

    public SpeakingTimes withDigests(List<LocalTime> times) {
        return new SpeakingTimes(times, quiet, workingDaysOnly, pausedUntil);
    }

    /** Returns the same times with quiet hours of the chat's own, or, when empty, with those of the configuration. */
    public SpeakingTimes withQuiet(Optional<QuietHours> hours) {
        return new SpeakingTimes(digests, hours, workingDaysOnly, pausedUntil);
    }

    public SpeakingTimes withWorkingDaysOnly(boolean only) {
        return new SpeakingTimes(digests, quiet, only, pausedUntil);
    }

    public SpeakingTimes withPauseUntil(Optional<Instant> end) {
        return new SpeakingTimes(digests, quiet, workingDaysOnly, end);
    }

    /** Returns whether the chat is paused. */
    public boolean paused(Instant now) {
        return pausedUntil.filter(now::isBefore).isPresent();
    }
}
