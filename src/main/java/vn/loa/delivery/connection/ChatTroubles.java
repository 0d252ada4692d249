package vn.loa.delivery.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatTrouble;
import vn.loa.model.MonotonicDeadline;
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

    /**
     * Most chats are in no trouble, and a question for each message that arrives would be the most frequent of all. What this
     * node notes is known at once; what another noted before it gave the bot up, after this time.
     */
    private static final Duration KNOWN = Duration.ofSeconds(1);

    private final ChatTroubleStore store;
    private final LostTopics lostTopics;
    private final InstantSource clock;
    private final Map<Bot, Known> known = new ConcurrentHashMap<>();

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
        known.remove(chat.bot());
        log.warn("{}: refused ({}), not tried again before {}", chat, reason, until);
        return until;
    }

    /**
     * The platform takes messages to this person only after the person has written; returns when one message asks again.
     * Messages that have waited too long end.
     */
    Instant awaits(ChatAddress person, String reason, Duration pause) {
        Instant now = clock.instant();
        Instant until = now.plus(pause);
        store.awaits(person, reason, now, until);
        known.remove(person.bot());
        log.info("{}: waits until the person writes ({}), asked again at {}", person, reason, until);
        return until;
    }

    /** Returns whether a chat was tried over so many hours that it is not worth another try. */
    boolean exhausted(ChatAddress chat) {
        return store.find(chat)
                .filter(trouble -> trouble.tries() > WAITS.size())
                .isPresent();
    }

    /**
     * A message got through: what waits for the chat may go. That the message arrived must be written down all the same when
     * this cannot be; then the next message that arrives ends the trouble.
     */
    void over(ChatAddress chat) {
        try {
            if (isTroubled(chat) && store.end(chat, clock.instant())) {
                log.info("{} takes messages again", chat);
            }
        } catch (RuntimeException e) {
            log.warn("{}: whether it was in trouble is not known: {}", chat, e.toString());
        }
    }

    private boolean isTroubled(ChatAddress chat) {
        return known.compute(
                        chat.bot(),
                        (bot, before) -> before == null || before.until().passed()
                                ? new Known(store.troubled(bot), MonotonicDeadline.in(KNOWN))
                                : before)
                .troubled()
                .contains(chat.chatId());
    }

    /** The chats of a bot that were in trouble a moment ago. */
    private record Known(Set<String> troubled, MonotonicDeadline until) {}

    /** The platform refused this forum topic. */
    void lostTopic(ChatAddress topic) {
        lostTopics.tell(topic);
    }

    /** No chat waits longer than this: the clock was ahead when a longer wait was written. */
    public void waitAtMost(Bot bot, Duration longest) {
        store.waitAtMost(bot, clock.instant().plus(longest));
    }
}
