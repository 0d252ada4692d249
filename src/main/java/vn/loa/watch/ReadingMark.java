package vn.loa.watch;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.store.article.SourceWatchStore;

/**
 * Writes down that a source's pages are being read before they are, so that a start after a sudden end knows over which
 * source the program died. Safe for use by one thread a source.
 */
final class ReadingMark {
    private final SourceWatchStore store;
    private final InstantSource clock;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    ReadingMark(SourceWatchStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes that a page of a source is about to be read; writes once until {@link #end}. */
    void begin(String sourceId) {
        if (begun.add(sourceId)) {
            store.beginReading(sourceId, clock.instant());
        }
    }

    /** Notes that the check of a source came to its end. */
    void end(String sourceId) {
        if (begun.remove(sourceId)) {
            store.endReading(sourceId);
        }
    }
}
