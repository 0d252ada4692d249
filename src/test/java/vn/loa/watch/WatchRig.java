package vn.loa.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import vn.loa.app.Storage;
import vn.loa.fetch.FetchSettings;
import vn.loa.fetch.Fetcher;
import vn.loa.phrases.Phrases;
import vn.loa.portal.PortalCatalog;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.watch.alarm.WatchAlerts;

/** A watcher of sources over a database of its own, which fetches in earnest by a clock of the test's. */
record WatchRig(Database database, Storage storage, Fetcher fetcher, SourceWatcher watcher) implements AutoCloseable {
    /** No page may be larger, in bytes. */
    static final int LARGEST = 1_000_000;

    /**
     * Opens one.
     *
     * @param oldest what is older is no news
     * @param alarms hears the words of alarms
     */
    static WatchRig open(Path folder, Duration oldest, InstantSource clock, Consumer<String> alarms) {
        Database database = MigratedDatabase.open(folder);
        Storage storage = Storage.of(database);
        Fetcher fetcher = new Fetcher(
                new FetchSettings(
                        "Loa/test",
                        FetchSettings.Timeouts.USUAL,
                        LARGEST,
                        Duration.ZERO,
                        true,
                        true,
                        List.of(),
                        Optional.empty()),
                clock,
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
        SourceWatcher watcher = new SourceWatcher(
                storage.watch(),
                storage.watchMemory(),
                storage.announcements(),
                new PortalAccess(fetcher, PortalCatalog.builtIn(), ZoneId.of("Asia/Ho_Chi_Minh")),
                new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())),
                new WatchAlerts((topic, message) -> alarms.accept(message.text().text()), Phrases.vietnamese()),
                new WatchTiming(oldest, clock, new Random(1)));
        return new WatchRig(database, storage, fetcher, watcher);
    }

    @Override
    public void close() {
        fetcher.close();
        database.close();
    }
}
