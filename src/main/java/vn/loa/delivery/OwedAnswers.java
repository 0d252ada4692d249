package vn.loa.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.delivery.AnswerStore;
import vn.loa.store.delivery.StoredAnswer;

/**
 * Writes down which answers people are owed. An answer that cannot be written down is given all the same: nobody goes
 * without one because a disk is full.
 */
public final class OwedAnswers {
    private static final Logger log = LoggerFactory.getLogger(OwedAnswers.class);
    private static final long NOT_KEPT = 0;
    /** Characters; a file that long is made again when somebody asks again. */
    private static final int LONGEST = 2_000_000;
    /** An answer that was begun in so many programs, each of which ended before it was given, is given up. */
    private static final int MOST_TRIES = 3;

    private final AnswerStore store;

    public OwedAnswers(AnswerStore store) {
        this.store = store;
    }

    /** An answer that an earlier program left. */
    record Left(long id, ChatAddress to, Optional<String> replaces, OutgoingMessage message, Instant askedAt) {}

    /** Writes an answer down and returns the number to settle it by. */
    long owe(ChatAddress to, Optional<String> replaces, OutgoingMessage message, Instant now) {
        String body = StoredAnswer.write(message);
        if (body.length() > LONGEST) {
            return NOT_KEPT;
        }
        try {
            return store.owe(new AnswerStore.Owed(NOT_KEPT, to, replaces, body, now));
        } catch (RuntimeException e) {
            log.warn("{}: an answer cannot be written down and is lost if Loa ends now: {}", to, e.toString());
            return NOT_KEPT;
        }
    }

    /** Notes that an answer was given, or is given up. */
    void settle(long id) {
        if (id == NOT_KEPT) {
            return;
        }
        try {
            store.settle(id);
        } catch (RuntimeException e) {
            log.warn("an answer that was given cannot be noted, it may come again: {}", e.toString());
        }
    }

    /** Returns what an earlier program left, the oldest first, without what was asked for before the time. */
    List<Left> left(Bot bot, Instant before) {
        List<Left> all = new ArrayList<>();
        for (AnswerStore.Owed each : store.owed(bot)) {
            boolean late = each.askedAt().isBefore(before);
            if (late || store.begin(each.id()) > MOST_TRIES) {
                log.warn("{}: an answer of {} is given up", each.to(), each.askedAt());
                settle(each.id());
            } else {
                read(each).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Left> read(AnswerStore.Owed each) {
        try {
            OutgoingMessage message = StoredAnswer.read(each.body());
            return Optional.of(new Left(each.id(), each.to(), each.replaces(), message, each.askedAt()));
        } catch (RuntimeException e) {
            log.error("{}: an answer that was written down cannot be read", each.to(), e);
            settle(each.id());
            return Optional.empty();
        }
    }
}
