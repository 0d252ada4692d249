package vn.loa.delivery.connection;

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
import vn.loa.delivery.channel.SendResult.ChatNotFound;
import vn.loa.delivery.channel.SendResult.FeatureDown;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.PartRefused;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.Sent;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.delivery.channel.SendResult.WindowClosed;
import vn.loa.delivery.channel.SendResult.WriteForbidden;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatTrouble;
import vn.loa.store.chat.ChatStore;

/** Applies a {@link SendResult} to chat, bot and message. The only exhaustive match on SendResult. */
final class SendResultHandler {
    private static final Logger log = LoggerFactory.getLogger(SendResultHandler.class);

    /** A platform that asks for no pause at all would be asked again in a circle. */
    private static final Duration LEAST = Duration.ofMillis(100);
    /** Before a message is tried again that was answered with "down" by a platform that is well. */
    private static final Duration SOON = Duration.ofSeconds(5);
    /** Before a chat is tried again whose kind takes nothing; a plan is not changed within minutes. */
    private static final Duration FEATURE_PAUSE = Duration.ofHours(1);

    private final ConnectionState connection;
    private final ChatStore chats;
    private final ChatTroubles troubles;
    private final InstantSource clock;
    private final DownReports reports = new DownReports();
    private volatile Optional<Boolean> sharedAreDown = Optional.empty();

    SendResultHandler(ConnectionState connection, ChatStore chats, ChatTroubles troubles, InstantSource clock) {
        this.connection = connection;
        this.chats = chats;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Tells what follows from an answer for the message. */
    sealed interface Next {
        /** The message is to be sent at once in another form. */
        record Resend(SendRequest request) implements Next {}

        /** Nothing more is sent. */
        record End(SendOutcome outcome) implements Next {}
    }

    /** Does what the answer asks for to chat and bot, and returns what follows for the message. */
    Next handle(SendRequest request, SendResult result) {
        if (result instanceof ChatMoved moved) {
            return moved(request, moved.newChatId());
        } else if (result instanceof PartRefused refused) {
            return without(request, refused);
        } else if (result instanceof ChatNotFound unfound && request.isNew()) {
            return notFound(request, unfound.reason());
        }
        return new Next.End(outcome(request, result));
    }

    private SendOutcome outcome(SendRequest request, SendResult result) {
        if (result instanceof Sent sent) {
            worked(request);
            return new SendOutcome.Sent(sent.messageId(), request.to());
        } else if (result instanceof RetryAfter later) {
            return retryAfter(request, later);
        } else if (result instanceof ChatGone gone) {
            close(request.to(), gone.reason());
            return new SendOutcome.ChatGone(gone.reason());
        } else if (result instanceof WriteForbidden forbidden) {
            return forbidden(request, forbidden.reason());
        } else if (result instanceof WindowClosed closed) {
            Instant until = troubles.awaits(request.to(), closed.reason(), closed.pause());
            return new SendOutcome.WriteForbidden(closed.reason(), until);
        } else if (result instanceof Rejected rejected) {
            return rejected(request, rejected.reason());
        } else if (result instanceof ChatNotFound unfound) {
            return rejected(request, unfound.reason());
        }
        return undecided(request, result);
    }

    private void worked(SendRequest request) {
        connection.worked();
        troubles.over(request.to());
        reports.sent(request.to().chatId());
        if (sharedAreDown.filter(shared -> shared == request.shared()).isPresent()) {
            sharedAreDown = Optional.empty();
            connection.featureWorked();
        }
    }

    /** Has the arms in which the platform said nothing for or against this message. */
    private SendOutcome undecided(SendRequest request, SendResult result) {
        if (result instanceof NotSent notSent) {
            return connection.failed(notSent.reason())
                    ? new SendOutcome.Interrupted(notSent.reason(), false)
                    : new SendOutcome.NotSent(notSent.reason());
        } else if (result instanceof Unknown unknown) {
            return connection.failed(unknown.reason())
                    ? new SendOutcome.Interrupted(unknown.reason(), true)
                    : new SendOutcome.Unconfirmed(unknown.reason());
        } else if (result instanceof ChannelDown down) {
            return down(request, down.reason());
        } else if (result instanceof FeatureDown feature) {
            sharedAreDown = Optional.of(request.shared());
            connection.featureDown(feature.reason());
            Instant until = clock.instant().plus(FEATURE_PAUSE);
            chats.hold(request.to(), until);
            return new SendOutcome.Held(until);
        }
        throw new IllegalStateException("no arm for " + result);
    }

    /** The platform is asked first, for what is said to one message may concern that message alone. */
    private SendOutcome down(SendRequest request, String reason) {
        DownReports.Verdict verdict = connection.check() ? reports.report(request) : DownReports.Verdict.BOT;
        switch (verdict) {
            case NOBODY -> {
                return new SendOutcome.Held(clock.instant().plus(SOON));
            }
            case MESSAGE -> {
                log.warn("{}: answered as if the bot were down, which it is not: {}", request.to(), reason);
                return new SendOutcome.NotSent(reason);
            }
            default -> {
                connection.down(reason);
                return new SendOutcome.Held(connection.heldUntil());
            }
        }
    }

    private static SendOutcome rejected(SendRequest request, String reason) {
        if (request.replaces().isPresent()) {
            log.info("{}: a message cannot be changed: {}", request.to(), reason);
        } else {
            log.error("{}: a message was refused for ever, a mistake of ours: {}", request.to(), reason);
        }
        return new SendOutcome.Rejected(reason, true);
    }

    /** The refusal of an edit says nothing of the chat: the bot may write there and not change what it wrote. */
    private SendOutcome forbidden(SendRequest request, String reason) {
        Instant until = request.isNew()
                ? troubles.refused(request.to(), ChatTrouble.Kind.MUTED, reason)
                : clock.instant().plus(ChatTroubles.LONGEST);
        return new SendOutcome.WriteForbidden(reason, until);
    }

    /** Says it once more where the platform does know the chat; else the chat is asked again over hours. */
    private Next notFound(SendRequest request, String reason) {
        boolean known = connection.confirms(request.to());
        Optional<SendRequest> again = known ? request.toConfirmed() : Optional.empty();
        if (again.isPresent()) {
            return new Next.Resend(again.get());
        }
        Instant until = troubles.refused(request.to(), ChatTrouble.Kind.NOT_FOUND, reason);
        if (!known && troubles.exhausted(request.to())) {
            close(request.to(), reason);
            return new Next.End(new SendOutcome.ChatGone(reason));
        }
        return new Next.End(new SendOutcome.WriteForbidden(reason, until));
    }

    private SendOutcome retryAfter(SendRequest request, RetryAfter later) {
        Duration duration = later.duration().compareTo(LEAST) < 0 ? LEAST : later.duration();
        Instant until = clock.instant().plus(duration);
        boolean chatAlone = later.scope() == RetryAfter.Scope.RECIPIENT
                || later.scope() == RetryAfter.Scope.CHAT
                        && !connection.crowded(request.to().chatId());
        log.warn("{}: {} must be silent for {}", request.to(), chatAlone ? "the chat" : "the bot", duration);
        if (chatAlone) {
            chats.hold(request.to(), until);
        } else {
            connection.hold(duration);
        }
        return new SendOutcome.Held(until);
    }

    private Next moved(SendRequest request, String newId) {
        ChatAddress old = request.to();
        chats.move(old.bot(), old.chatId(), newId, clock.instant());
        log.info("{} moved to {}", old, newId);
        if (!request.isNew()) {
            // The number of the message that it changes belongs to another one there.
            return new Next.End(new SendOutcome.StayedBehind());
        }
        return request.movedTo(newId)
                .<Next>map(Next.Resend::new)
                .orElseGet(() -> new Next.End(new SendOutcome.NotSent("the chat moved twice")));
    }

    private void close(ChatAddress address, String reason) {
        log.info("{} is closed: {}", address, reason);
        chats.at(address.bot(), address.chatId()).forEach(chat -> chats.close(chat.id(), reason, clock.instant()));
    }

    /**
     * Leaves the refused part out. A refusal of the topic where there is none means that the chat takes nothing in
     * General; what is refused twice is said once more as mere words.
     */
    private Next without(SendRequest request, PartRefused refused) {
        boolean topic = refused.part() == PartRefused.Part.TOPIC;
        if (topic && !request.to().inTopic()) {
            return new Next.End(
                    request.isNew() ? forbidden(request, refused.reason()) : rejected(request, refused.reason()));
        }
        Optional<SendRequest> next =
                request.without(refused.part()).or(() -> request.without(PartRefused.Part.UNKNOWN));
        if (next.isEmpty()) {
            return new Next.End(new SendOutcome.Rejected(refused.reason(), !request.isNew()));
        }
        switch (refused.part()) {
            case FORMATTING -> log.error("{}: our markup was refused, a mistake of ours: {}", request.to(), refused);
            case PHOTO -> log.info("{}: the photo was refused: {}", request.to(), refused.reason());
            case TOPIC -> troubles.lostTopic(request.to());
            case UNKNOWN -> log.error("{}: refused, tried as mere words: {}", request.to(), refused.reason());
        }
        return new Next.Resend(next.get());
    }
}
