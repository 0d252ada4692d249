package vn.loa.app;

import java.nio.file.Path;
import java.util.List;
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

    private final Place place;
    private final Supplier<Optional<Long>> room;
    private final SettingStore settings;
    private final OperatorAlert alert;
    private final Phrases phrases;
    private volatile boolean low;

    /**
     * Makes a guard.
     *
     * @param folder the database's
     * @param room measures the bytes left on its disk; empty when nobody can tell, which stops nothing
     */
    DiskGuard(Path folder, Supplier<Optional<Long>> room, SettingStore settings, OperatorAlert alert, Phrases phrases) {
        this(new Place(folder.toString(), Optional.empty()), room, settings, alert, phrases);
    }

    /** A folder, and the machine that it is on where there are several. */
    private record Place(String folder, Optional<Node> node) {
        String toldKey() {
            return node.map(each -> TOLD + "-" + each.name()).orElse(TOLD);
        }
    }

    /**
     * One of the nodes that share the work, each of which has a disk of its own.
     *
     * @param running lists the names of all nodes that run
     * @param leaving is told at each look whether this node is to leave the shared work to the others
     */
    record Node(String name, Supplier<List<String>> running, Consumer<Boolean> leaving) {}

    private DiskGuard(
            Place place, Supplier<Optional<Long>> room, SettingStore settings, OperatorAlert alert, Phrases phrases) {
        this.place = place;
        this.room = room;
        this.settings = settings;
        this.alert = alert;
        this.phrases = phrases;
    }

    /** Returns the guard of one of several nodes. */
    DiskGuard ofNode(Node node) {
        return new DiskGuard(new Place(place.folder(), Optional.of(node)), room, settings, alert, phrases);
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
        low = left < LOW_WATER || left < ENOUGH && (before || isTold(place.toldKey()));
        if (low != before) {
            log.warn(
                    "{} MiB are left in {}: {}",
                    left >> 20,
                    place.folder(),
                    low ? "no news is entered" : "news is entered again");
        }
        boolean others = low && othersHaveRoom();
        place.node().ifPresent(node -> node.leaving().accept(others));
        boolean told = isTold(place.toldKey());
        if (low && !told) {
            tell("yes", wordsOfLow(left >> 20, others));
        } else if (told && !low) {
            tell("no", wordsOfEnough(left >> 20));
        }
    }

    private boolean isTold(String key) {
        return settings.get(key).filter(text -> text.equals("yes")).isPresent();
    }

    /** Returns whether another node runs of which no operator has heard that its disk is low. */
    private boolean othersHaveRoom() {
        return place.node()
                .filter(node -> node.running().get().stream()
                        .anyMatch(name -> !name.equals(node.name()) && !isTold(TOLD + "-" + name)))
                .isPresent();
    }

    private String wordsOfLow(long left, boolean others) {
        long enough = ENOUGH >> 20;
        return place.node()
                .map(node -> phrases.say(
                        others ? "disk.low.others" : "disk.low.all", node.name(), place.folder(), left, enough))
                .orElseGet(() -> phrases.say("disk.low", place.folder(), left, enough));
    }

    private String wordsOfEnough(long left) {
        return place.node()
                .map(node -> phrases.say("disk.enough.node", node.name(), left))
                .orElseGet(() -> phrases.say("disk.enough", left));
    }

    private void tell(String state, String text) {
        alert.tell("disk", OutgoingMessage.plain(text));
        settings.set(place.toldKey(), state);
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
