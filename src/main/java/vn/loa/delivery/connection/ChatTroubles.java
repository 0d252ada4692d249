package vn.loa.delivery.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatTrouble;
import vn.loa.store.chat.ChatTroubleStore;

/**
 * Decides how long a chat that refuses messages is left alone. One message asks it again, ever less often; everything
 * else that waits for the chat waits with that one, and goes as soon as anything gets through there.
 */
public final class ChatTroubles {
    /** The longest wait before a chat is tried again. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(ChatTroubles.class);

    /** A refusal may be momentary, so the first waits are short. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8));

    private final ChatTroubleStore store;
    private final LostTopics lostTopics;
    private final InstantSource clock;

    /** Makes what keeps the troubles of all chats. */
    public ChatTroubles(ChatTroubleStore store, LostTopics lostTopics, InstantSource clock) {
        this.store = store;
        this.lostTopics = lostTopics;
        this.clock = clock;
    }

    /** The platform refused a message to this chat; returns when the chat may be tried again. */
    Instant refused(ChatAddress chat, ChatTrouble.Kind kind, String reason) {
        Instant now = clock.instant();
        int before = store.find(chat)
                .filter(trouble -> trouble.kind() == kind)
                .map(ChatTrouble::tries)
                .orElse(0);
        Instant until = now.plus(before < WAITS.size() ? WAITS.get(before) : LONGEST);
        store.met(chat, kind, reason, now, until);
        log.warn("{}: refused ({}), not tried again before {}", chat, reason, until);
        return until;
    }

    /**
     * The platform takes messages to this person only after the person has written; returns when one message asks again.
     * What has waited too long ends.
     */
    Instant awaits(ChatAddress person, String reason, Duration pause) {
        Instant now = clock.instant();
        Instant until = now.plus(pause);
        store.awaits(person, reason, now, until);
        log.info("{}: waits until the person writes ({}), asked again at {}", person, reason, until);
        return until;
    }

    /** Returns whether a chat was tried over so many hours that it is not worth another try. */
    boolean exhausted(ChatAddress chat) {
        return store.find(chat)
                .filter(trouble -> trouble.tries() > WAITS.size())
                .isPresent();
    }

    /** A message got through: what waits for the chat may go. */
    void over(ChatAddress chat) {
        if (store.end(chat, clock.instant())) {
            log.info("{} takes messages again", chat);
        }
    }

    /** The platform refused this forum topic. */
    void lostTopic(ChatAddress topic) {
        lostTopics.tell(topic);
    }

    /** No chat waits longer than this: the clock was ahead when a longer wait was written. */
    public void waitAtMost(Bot bot, Duration longest) {
        store.waitAtMost(bot, clock.instant().plus(longest));
    }
}
