package vn.loa.command.broadcast;

import java.util.List;
import vn.loa.text.speech.ShortSentences;

/**
 * A text to be read over loudspeakers.
 *
 * @param paragraphs what is said, written out
 */
record BroadcastScript(List<String> paragraphs) {
    /** Syllables a minute of an announcer for loudspeakers. */
    private static final int PACE = 150;

    BroadcastScript {
        paragraphs = List.copyOf(paragraphs);
    }

    String text() {
        return String.join("\n\n", paragraphs);
    }

    int syllables() {
        return ShortSentences.syllables(text());
    }

    /** Returns the time it takes to read it, in minutes, rounded up. */
    int minutes() {
        return Math.max(1, (syllables() + PACE - 1) / PACE);
    }
}
