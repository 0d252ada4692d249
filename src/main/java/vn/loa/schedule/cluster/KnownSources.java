package vn.loa.schedule.cluster;

import java.time.Instant;
import java.util.Optional;
import vn.loa.model.Source;

/** Looks up what is known of a source when its time has come, for any node may have changed it. */
public interface KnownSources {
    /** Returns the source with this id; empty when there is none. */
    Optional<Known> find(String id);

    /** Returns when a source was last checked, by any node. */
    Optional<Instant> lastCheck(String id);

    /**
     * Holds a source.
     *
     * @param watched whether it is to be checked at all
     */
    record Known(Source source, boolean watched) {}
}
