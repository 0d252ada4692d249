package vn.loa.zalo;

import java.util.List;
import java.util.Objects;
import vn.loa.model.Bot;

/**
 * What came in, kept across restarts: Zalo hands an update out once, or again and again (facts of Zalo, 1.5), so each is
 * written down before anything is done with it and handled once. To be kept for at least 7 days.
 */
public interface ZaloInboxLog {
    /**
     * An update that is still to be handled.
     *
     * @param key Zalo's number of the message
     * @param body the update as it came
     */
    record Waiting(String key, String body) {
        public Waiting {
            Objects.requireNonNull(key);
            Objects.requireNonNull(body);
        }
    }

    /** Writes an update down; returns false when it came before. */
    boolean accept(Bot bot, String key, String body);

    /** What was written down and not handled, the oldest first. */
    List<Waiting> waiting(Bot bot);

    /** An update is done with, whatever came of it. */
    void done(Bot bot, String key);
}
