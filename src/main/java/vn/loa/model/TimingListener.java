package vn.loa.model;

import java.time.Duration;

/** Learns how long work took, for whoever measures. Called on several threads; must be quick and not throw. */
@FunctionalInterface
public interface TimingListener {
    /** Ignores everything. */
    TimingListener NONE = (result, duration) -> {};

    /**
     * Learns of a piece of work that ended.
     *
     * @param result how it ended, one of a few words that do not depend on data
     */
    void took(String result, Duration duration);
}
