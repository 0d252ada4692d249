package vn.loa.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.store.SettingStore;
import vn.loa.watch.alarm.OperatorAlert;

/**
 * Keeps news from filling the disk: below a low-water mark nothing new is entered, so that what is there can still be
 * settled and commands answered. Operators hear once when it begins and once when it is over, also over a restart.
 */
final class DiskGuard implements Runnable {
    /** Below this many bytes no news is entered. */
    static final long LOW_WATER = 64L << 20;
    /** From this many bytes on news is entered again; more than the mark, so that it does not flap. */
    static final long ENOUGH = WriteProof.LITTLE_ROOM;

    private static final Logger log = LoggerFactory.getLogger(DiskGuard.class);
    private static final String TOLD = "disk-low-told";

    private final String place;
    private final String toldKey;
    private final Supplier<Optional<Long>> room;
    private final SettingStore settings;
    private final OperatorAlert alert;
    private final Phrases phrases;
    private final Consumer<Boolean> listener;
    private volatile boolean low;

    /**
     * Makes a guard.
     *
     * @param folder the database's
     * @param room measures the bytes left on its disk; empty when nobody can tell, which stops nothing
     */
    DiskGuard(Path folder, Supplier<Optional<Long>> room, SettingStore settings, OperatorAlert alert, Phrases phrases) {
        this(new Place(folder.toString(), TOLD), room, settings, alert, phrases, low -> {});
    }

    /** Names a folder for people, and the setting that remembers whether they know of it. */
    private record Place(String name, String told) {}

    private DiskGuard(
            Place place,
            Supplier<Optional<Long>> room,
            SettingStore settings,
            OperatorAlert alert,
            Phrases phrases,
            Consumer<Boolean> listener) {
        this.place = place.name();
        this.toldKey = place.told();
        this.room = room;
        this.settings = settings;
        this.alert = alert;
        this.phrases = phrases;
        this.listener = listener;
    }

    /**
     * Returns the guard of one of several nodes, each of which has a disk of its own.
     *
     * @param listener is told when no news may be entered here, and when it may again
     */
    DiskGuard ofNode(String node, Consumer<Boolean> listener) {
        return new DiskGuard(
                new Place(node + ":" + place, TOLD + "-" + node), room, settings, alert, phrases, listener);
    }

    @Override
    public void run() {
        Optional<Long> left = room.get();
        if (left.isPresent()) {
            judge(left.get());
        }
    }

    private void judge(long left) {
        boolean before = low;
        low = left < (before ? ENOUGH : LOW_WATER);
        if (low != before) {
            log.warn(
                    "{} MiB are left in {}: {}",
                    left >> 20,
                    place,
                    low ? "no news is entered" : "news is entered again");
            listener.accept(low);
        }
        boolean told = settings.get(toldKey).filter(text -> text.equals("yes")).isPresent();
        if (low && !told) {
            tell("yes", phrases.say("disk.low", place, left >> 20, ENOUGH >> 20));
        } else if (told && left >= ENOUGH) {
            tell("no", phrases.say("disk.enough", left >> 20));
        }
    }

    private void tell(String state, String text) {
        alert.tell("disk", OutgoingMessage.plain(text));
        settings.set(toldKey, state);
    }

    /** Returns true while no news may be entered. */
    boolean isLow() {
        return low;
    }

    /** Returns a task that is left out while no news may be entered. */
    Runnable unlessLow(Runnable task) {
        return () -> {
            if (!low) {
                task.run();
            }
        };
    }
}
