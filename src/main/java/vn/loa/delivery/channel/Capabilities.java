package vn.loa.delivery.channel;

import java.util.Objects;
import vn.loa.model.Hearing;

/**
 * Declares the abilities and limits of a channel; wording and pacing adapt to these, never to the name of the platform.
 *
 * @param textLimit longest message, in UTF-16 units after markup is parsed
 * @param captionLimit longest caption of a picture, in UTF-16 units; 0 when pictures cannot be sent
 * @param buttons whether buttons can be shown
 * @param editing whether a sent message can be changed
 * @param formatting whether bold and the like are shown
 * @param muting whether a message can come without a sound
 * @param rates how fast it may be spoken to
 * @param hearing what it hears in shared chats
 * @param files whether files can be sent and received
 */
public record Capabilities(
        int textLimit,
        int captionLimit,
        boolean buttons,
        boolean editing,
        boolean formatting,
        boolean muting,
        Rates rates,
        Hearing hearing,
        boolean files) {
    public Capabilities {
        Objects.requireNonNull(rates);
        Objects.requireNonNull(hearing);
    }

    /** Declares a channel that hears everything and carries files. */
    public Capabilities(
            int textLimit,
            int captionLimit,
            boolean buttons,
            boolean editing,
            boolean formatting,
            boolean muting,
            Rates rates) {
        this(textLimit, captionLimit, buttons, editing, formatting, muting, rates, Hearing.EVERYTHING, true);
    }

    /** Returns the same for a channel that hears so. */
    public Capabilities hearing(Hearing other) {
        return new Capabilities(textLimit, captionLimit, buttons, editing, formatting, muting, rates, other, files);
    }

    /** Returns the same for a channel that carries no files. */
    public Capabilities withoutFiles() {
        return new Capabilities(textLimit, captionLimit, buttons, editing, formatting, muting, rates, hearing, false);
    }

    /** Returns whether pictures can be sent. */
    public boolean pictures() {
        return captionLimit > 0;
    }

    /**
     * Limits never to exceed; 0 means none.
     *
     * @param botPerSecond messages a second of the bot, all chats together
     * @param chatPerSecond messages a second to one chat
     * @param groupPerMinute messages a minute to one shared chat, counted over any 60 s
     */
    public record Rates(int botPerSecond, int chatPerSecond, int groupPerMinute) {
        public static final Rates UNLIMITED = new Rates(0, 0, 0);
    }
}
