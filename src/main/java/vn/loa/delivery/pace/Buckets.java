package vn.loa.delivery.pace;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Makes and asks this room's token buckets: on a clock that cannot jump, and guarded by their owner's lock. */
final class Buckets {
    private Buckets() {}

    static TimeMeter meter(LongSupplier nanos) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /** A full bucket that gains {@code tokens} evenly over each {@code period}. */
    static Bucket of(long capacity, long tokens, Duration period, TimeMeter meter) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(tokens, period))
                .withCustomTimePrecision(meter)
                .withSynchronizationStrategy(SynchronizationStrategy.NONE)
                .build();
    }

    /** Nanoseconds until the bucket holds a token; 0 when it does. */
    static long waitNanos(Bucket bucket) {
        return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }
}
