package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChannelDown;
import vn.loa.delivery.channel.SendResult.ChatGone;
import vn.loa.delivery.channel.SendResult.ChatMoved;
import vn.loa.delivery.channel.SendResult.ChatSilenced;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.PartRefused;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.Sent;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.model.ChatAddress;
import vn.loa.store.ChatStore;

/**
 * What each answer of a platform means for the chat, for the bot and for the message; the only place with an arm for
 * each.
 */
final class SendResultHandler {
    private static final Logger log = LoggerFactory.getLogger(SendResultHandler.class);

    /** A platform that asks for no pause at all would be asked again in a circle. */
    private static final Duration LEAST = Duration.ofMillis(100);

    private final ConnectionState line;
    private final ChatStore chats;
    private final LostTopics lostTopics;
    private final InstantSource clock;

    SendResultHandler(ConnectionState line, ChatStore chats, LostTopics lostTopics, InstantSource clock) {
        this.line = line;
        this.chats = chats;
        this.lostTopics = lostTopics;
        this.clock = clock;
    }

    /**
     * Does what the answer asks for and tells the message its fate, or gives back the letter that is to be said at once
     * in its place; then there is no fate yet.
     */
    Optional<SendRequest> judge(SendRequest letter, SendResult result, SendCallback fate) {
        if (result instanceof Sent sent) {
            line.worked();
            fate.arrived(sent.messageId());
        } else if (result instanceof RetryAfter later) {
            retryAfter(letter, later, fate);
        } else if (result instanceof ChatMoved moved) {
            return moved(letter, moved.newChatId(), fate);
        } else if (result instanceof ChatGone gone) {
            close(letter.to(), gone.reason());
            fate.closed(gone.reason());
        } else if (result instanceof ChatSilenced silenced) {
            fate.silenced(silenced.reason());
        } else if (result instanceof PartRefused refused) {
            return without(letter, refused, fate);
        } else {
            whole(letter, result, fate);
        }
        return Optional.empty();
    }

    /** The arms that concern the message as it is, or the line. */
    private void whole(SendRequest letter, SendResult result, SendCallback fate) {
        if (result instanceof Rejected rejected) {
            if (letter.replaces().isPresent()) {
                log.info("{}: a message cannot be changed: {}", letter.to(), rejected.reason());
            } else {
                log.error("{}: a message was refused for ever, a mistake of ours: {}", letter.to(), rejected.reason());
            }
            fate.refused(rejected.reason());
        } else if (result instanceof NotSent notSent) {
            failed(notSent.reason(), fate);
        } else if (result instanceof Unknown unknown) {
            unconfirmed(unknown.reason(), fate);
        } else if (result instanceof ChannelDown down) {
            line.down(down.reason());
            fate.held(line.heldUntil(), down.reason());
        } else {
            throw new IllegalStateException("no arm for " + result);
        }
    }

    private void retryAfter(SendRequest letter, RetryAfter later, SendCallback fate) {
        Duration duration = later.duration().compareTo(LEAST) < 0 ? LEAST : later.duration();
        Instant until = clock.instant().plus(duration);
        boolean chatAlone = later.scope() == RetryAfter.Scope.CHAT
                && !line.crowded(letter.to().chatId());
        log.warn("{}: {} must be silent for {}", letter.to(), chatAlone ? "the chat" : "the bot", duration);
        if (chatAlone) {
            chats.hold(letter.to(), until);
        } else {
            line.silence(duration);
        }
        fate.held(until, "told to wait");
    }

    private Optional<SendRequest> moved(SendRequest letter, String newId, SendCallback fate) {
        ChatAddress old = letter.to();
        chats.move(old.bot(), old.chatId(), newId, clock.instant());
        log.info("{} moved to {}", old, newId);
        Optional<SendRequest> next = letter.movedTo(newId);
        if (next.isEmpty()) {
            fate.failed("the chat moved twice");
        }
        return next;
    }

    private void close(ChatAddress address, String reason) {
        log.info("{} is closed: {}", address, reason);
        chats.at(address.bot(), address.chatId()).forEach(chat -> chats.close(chat.id(), reason, clock.instant()));
    }

    private Optional<SendRequest> without(SendRequest letter, PartRefused refused, SendCallback fate) {
        Optional<SendRequest> next = letter.without(refused.part());
        if (next.isEmpty()) {
            fate.refused(refused.reason());
            return next;
        }
        switch (refused.part()) {
            case FORMATTING -> log.error("{}: our markup was refused, a mistake of ours: {}", letter.to(), refused);
            case PHOTO -> log.info("{}: the photo was refused: {}", letter.to(), refused.reason());
            case TOPIC -> lostTopics.tell(letter.to());
        }
        return next;
    }

    private void failed(String reason, SendCallback fate) {
        if (line.failed(reason)) {
            fate.connectionDown(reason, false);
        } else {
            fate.failed(reason);
        }
    }

    private void unconfirmed(String reason, SendCallback fate) {
        if (line.failed(reason)) {
            fate.connectionDown(reason, true);
        } else {
            fate.unconfirmed(reason);
        }
    }
}
