package vn.loa.schedule;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Records when each of several loops last turned, by a count that nobody sets. */
final class LoopTurns {
    private final Map<String, Long> turnedAt = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** Makes a record without loops; {@code nanos} counts nanoseconds, from anywhere. */
    LoopTurns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void turned(String loop) {
        turnedAt.put(loop, nanos.getAsLong());
    }

    /** Returns how long ago each loop turned. */
    Map<String, Duration> since() {
        long now = nanos.getAsLong();
        return turnedAt.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Duration.ofNanos(now - each.getValue())));
    }
}
