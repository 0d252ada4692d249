package vn.loa.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.loa.bot.Heartbeat;
import vn.loa.model.ComponentHealth;
import vn.loa.store.SettingStore;
import vn.loa.store.file.DiskRoom;
import vn.loa.store.file.FileProblems;

/**
 * Writes to the database again and again, for health is judged by writes: on a full disk all else looks well. It looks
 * at the room on the disk too, since a small write may still find room in a file when nothing else does.
 */
final class WriteProof implements Runnable {
    /** Below this many bytes the next broadcast, or the next backup, fills the disk. */
    static final long LITTLE_ROOM = 100L << 20;
    /** Below this many bytes SQLite cannot extend its journal by a page for each of its connections. */
    static final long NO_ROOM = 256L << 10;

    private static final Duration LONGEST_WITHOUT_WRITE = Duration.ofMinutes(1);

    private final SettingStore settings;
    private final Path folder;
    private final InstantSource clock;
    private final Heartbeat writes;
    private volatile Optional<String> failure = Optional.empty();

    /** Makes a proof that writes through a store whose database lies in a folder. */
    WriteProof(SettingStore settings, Path folder, InstantSource clock) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
        this.writes = new Heartbeat(clock);
    }

    /** Writes once; a failure is remembered for {@link #ledger()} and thrown again, for the log. */
    @Override
    public void run() {
        try {
            settings.set("ledger-written", clock.instant().toString());
            failure = Optional.empty();
            writes.beat();
        } catch (RuntimeException e) {
            failure = Optional.of(FileProblems.cause(root(e)));
            throw e;
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    /** Returns when the database last took a write. */
    Optional<Instant> last() {
        return writes.last();
    }

    /** Returns whether the database takes writes, and why not. */
    ComponentHealth ledger() {
        Optional<String> problem = failure.map(cause -> "the database takes no writes: " + cause + room())
                .or(() -> writes.problem(LONGEST_WITHOUT_WRITE));
        return ComponentHealth.of("ledger", writes.last(), problem);
    }

    private String room() {
        return DiskRoom.of(folder)
                .filter(bytes -> bytes < LITTLE_ROOM)
                .map(bytes -> "; " + told(bytes))
                .orElse("");
    }

    /** Returns whether there is room on the disk. */
    ComponentHealth disk() {
        Optional<Long> left = DiskRoom.of(folder);
        return ComponentHealth.of(
                "disk",
                Optional.empty(),
                left.filter(bytes -> bytes < LITTLE_ROOM).map(this::told),
                left.filter(bytes -> bytes < NO_ROOM).isPresent()
                        ? ComponentHealth.Severity.CRITICAL
                        : ComponentHealth.Severity.WARNING);
    }

    private String told(long bytes) {
        return "the disk of " + folder + (bytes < NO_ROOM ? " is full: " : " is nearly full: ") + (bytes >> 10)
                + " KiB left; make room, nothing is lost";
    }
}
