package vn.loa.command.menu;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.model.ButtonData;

/**
 * Represents a press of a menu's button: the view it opens and the item it stands for. The button's data begins with
 * the time at which the menu was shown, so that an old one does nothing.
 *
 * @param view the letter of the view
 * @param page the page of the view, from 0
 * @param key the key of the item, an empty string for the page alone
 */
public record MenuPress(char view, int page, String key) {
    /** The time after which a press of a menu is ignored. */
    private static final Duration LIFE = Duration.ofDays(1);

    private static final Pattern DATA = Pattern.compile("([0-9a-z]{1,6}):([a-z])(\\d{0,3})(?::(.*))?", Pattern.DOTALL);

    public MenuPress {
        Objects.requireNonNull(key);
    }

    /** Writes and reads the data of one command's buttons. */
    public static final class Codec {
        private final String command;
        private final InstantSource clock;

        public Codec(String command, InstantSource clock) {
            this.command = command;
            this.clock = clock;
        }

        /** Returns the stamp for the data of a button that is made now. */
        public String stamp() {
            return Long.toString(minutes(clock.instant()), Character.MAX_RADIX);
        }

        /** Tells whether the menu of this stamp is young enough for a press to count. */
        public boolean isFresh(String stamp) {
            return stamp.matches("[0-9a-z]{1,6}") && fresh(Long.parseLong(stamp, Character.MAX_RADIX));
        }

        public ButtonData data(char view) {
            return ButtonData.of(command, stamp(), view);
        }

        public ButtonData data(char view, int page) {
            return ButtonData.of(command, stamp(), "" + view + page);
        }

        public ButtonData data(char view, int page, String key) {
            return ButtonData.of(command, stamp(), "" + view + page, key);
        }

        /** Reads a button's data; empty when Loa never wrote it, or too long ago. */
        public Optional<MenuPress> read(ButtonData data) {
            Matcher read = DATA.matcher(data.from(0));
            if (!read.matches() || !fresh(Long.parseLong(read.group(1), Character.MAX_RADIX))) {
                return Optional.empty();
            }
            int page = read.group(3).isEmpty() ? 0 : Integer.parseInt(read.group(3));
            String key = read.group(4) == null ? "" : read.group(4);
            return Optional.of(new MenuPress(read.group(2).charAt(0), page, key));
        }

        private boolean fresh(long minute) {
            long age = minutes(clock.instant()) - minute;
            return age >= 0 && age <= LIFE.toMinutes();
        }

        private static long minutes(Instant instant) {
            return Math.floorDiv(instant.getEpochSecond(), 60);
        }
    }
}
