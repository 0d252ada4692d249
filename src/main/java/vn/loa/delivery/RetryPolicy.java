package vn.loa.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * When something that failed is tried again. Pure: it knows neither the clock nor chance, they are told to it. Empty
 * answers mean: give up.
 *
 * @param first the wait after the first failure
 * @param factor by how much each wait is longer than the one before
 * @param longest the longest wait
 * @param patience after this age a delivery that has really been tried is given up
 */
public record RetryPolicy(Duration first, double factor, Duration longest, Duration patience) {
    /** From about ten seconds to an hour, for a day. */
    public static final RetryPolicy USUAL =
            new RetryPolicy(Duration.ofSeconds(10), 2.5, Duration.ofHours(1), Duration.ofHours(24));

    /** The pause between tries in a chat where the bot may not write, and below it the time after which they end. */
    private static final Duration FORBIDDEN_PAUSE = Duration.ofDays(1);

    private static final Duration FORBIDDEN_PATIENCE = Duration.ofDays(7);
    /** A long hold of the bot makes old deliveries of untried ones; age alone must not end them. */
    private static final int REAL_ATTEMPTS = 5;
    /** A wait is up to so much shorter or longer, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    public RetryPolicy {
        Objects.requireNonNull(first);
        Objects.requireNonNull(longest);
        Objects.requireNonNull(patience);
    }

    /**
     * After a send that certainly did not arrive.
     *
     * @param attempts how often it was tried, at least 1
     * @param age since the delivery was accepted
     * @param chance from 0 (inclusive) to 1
     */
    public Optional<Duration> afterFailure(int attempts, Duration age, double chance) {
        boolean tooOld = age.compareTo(patience) >= 0 && attempts >= REAL_ATTEMPTS;
        return tooOld ? Optional.empty() : Optional.of(pause(attempts, chance));
    }

    /**
     * After a send that may have arrived: once more, and a second time not.
     *
     * @param before how often that happened to it before
     * @param chance from 0 (inclusive) to 1
     */
    public Optional<Duration> afterUnconfirmed(int before, double chance) {
        return before > 0 ? Optional.empty() : Optional.of(pause(1, chance));
    }

    /** After a refusal because the bot may not speak in the chat for now: daily, for a week. */
    public Optional<Duration> afterWriteForbidden(Duration age) {
        return age.compareTo(FORBIDDEN_PATIENCE) >= 0 ? Optional.empty() : Optional.of(FORBIDDEN_PAUSE);
    }

    private Duration pause(int attempts, double chance) {
        double millis = (double) first.toMillis() * Math.pow(factor, attempts - 1.0);
        double jittered = Math.min(millis, (double) longest.toMillis()) * (1 - JITTER + 2 * JITTER * chance);
        return Duration.ofMillis(Math.min(Math.round(jittered), longest.toMillis()));
    }
}
