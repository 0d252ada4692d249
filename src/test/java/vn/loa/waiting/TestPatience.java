package vn.loa.waiting;

import java.time.Duration;

/**
 * Limits how long a test waits for another process or thread: {@code -Dloa.test.patience}, in seconds. Only a test
 * that fails waits so long, so a busy machine may be given much.
 */
public final class TestPatience {
    private static final String NAME = "loa.test.patience";
    private static final long USUAL_SECONDS = 120;

    /** The limit of this run. */
    public static final Duration LIMIT = of(System.getProperty(NAME, Long.toString(USUAL_SECONDS)));

    private TestPatience() {}

    /**
     * Reads the property's value.
     *
     * @throws IllegalArgumentException unless it is a whole number of seconds, one or more
     */
    static Duration of(String seconds) {
        try {
            long limit = Long.parseLong(seconds.strip());
            if (limit >= 1) {
                return Duration.ofSeconds(limit);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(NAME + " is no number of seconds: " + seconds, e);
        }
        throw new IllegalArgumentException(NAME + " is less than a second: " + seconds);
    }
}
