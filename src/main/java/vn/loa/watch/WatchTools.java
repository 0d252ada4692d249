package vn.loa.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.random.RandomGenerator;
import vn.loa.fetch.Fetcher;
import vn.loa.phrases.Phrases;
import vn.loa.portal.PortalCatalog;
import vn.loa.store.Database;
import vn.loa.summary.Summarizer;

/**
 * What a watcher works with.
 *
 * @param database where everything is kept
 * @param fetcher how pages are asked for
 * @param portals how pages are read
 * @param summarizer how articles are made short
 * @param alarm how operators are told
 * @param phrases in which words
 * @param zone where the portals' civil times hold
 * @param announceWithin articles published longer ago than this are archived and not announced; zero for no limit
 * @param clock what time it is
 * @param random for the jitter of backing off
 */
public record WatchTools(
        Database database,
        Fetcher fetcher,
        PortalCatalog portals,
        Summarizer summarizer,
        OperatorAlert alarm,
        Phrases phrases,
        ZoneId zone,
        Duration announceWithin,
        InstantSource clock,
        RandomGenerator random) {
    public WatchTools {
        Objects.requireNonNull(database);
        Objects.requireNonNull(fetcher);
        Objects.requireNonNull(portals);
        Objects.requireNonNull(summarizer);
        Objects.requireNonNull(alarm);
        Objects.requireNonNull(phrases);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(announceWithin);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(random);
    }
}
