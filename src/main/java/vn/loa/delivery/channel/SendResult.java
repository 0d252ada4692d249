package vn.loa.delivery.channel;

import java.time.Duration;
import java.util.Objects;

/**
 * Represents the result of one send. Only a channel's own error class knows codes and phrases; everybody else reads the
 * type. Reasons are short English phrases without secrets, for the ledger and the log.
 */
public sealed interface SendResult {
    /** The platform confirmed it. */
    record Sent(String messageId) implements SendResult {
        public Sent {
            Objects.requireNonNull(messageId);
        }
    }

    /** Not taken now; the scope must hear nothing for so long. */
    record RetryAfter(Duration duration, Scope scope) implements SendResult {
        /** Tells what must hear nothing. */
        public enum Scope {
            /** The chat; when several are told so within a moment, the bot is meant. */
            CHAT,
            /** This chat's own limit, however many others meet theirs. */
            RECIPIENT,
            /** The whole bot. */
            BOT
        }

        public RetryAfter {
            Objects.requireNonNull(duration);
            Objects.requireNonNull(scope);
        }
    }

    /** Not taken: the chat has a new id now. */
    record ChatMoved(String newChatId) implements SendResult {
        public ChatMoved {
            Objects.requireNonNull(newChatId);
        }
    }

    /** Not taken: the chat is gone, or has removed or blocked the bot. */
    record ChatGone(String reason) implements SendResult {
        public ChatGone {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * Not taken: the platform says that it does not know the chat, which it also says of living chats for a while
     * (tdlib/telegram-bot-api#219), so that it has to be asked again before the chat is closed.
     */
    record ChatNotFound(String reason) implements SendResult {
        public ChatNotFound {
            Objects.requireNonNull(reason);
        }
    }

    /** Not taken: the bot is in the chat but may not speak there for now. */
    record WriteForbidden(String reason) implements SendResult {
        public WriteForbidden {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * Not taken: the platform lets the bot write to this person only for a time after the person wrote, or so many times.
     *
     * @param pause after which one message asks again, unless the person writes before
     */
    record WindowClosed(String reason, Duration pause) implements SendResult {
        public WindowClosed {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(pause);
        }
    }

    /** Not taken because of one part; the same message without it may be. */
    record PartRefused(Part part, String reason) implements SendResult {
        /** Names the part to leave out. */
        public enum Part {
            FORMATTING,
            PHOTO,
            TOPIC,
            /** Something that the platform did not name: all but the words and the address is left out. */
            UNKNOWN
        }

        public PartRefused {
            Objects.requireNonNull(part);
            Objects.requireNonNull(reason);
        }
    }

    /** This message will never be taken; a mistake of ours. */
    record Rejected(String reason) implements SendResult {
        public Rejected {
            Objects.requireNonNull(reason);
        }
    }

    /** It certainly did not arrive, and nobody refused it: no connection, no name, no route. */
    record NotSent(String reason) implements SendResult {
        public NotSent {
            Objects.requireNonNull(reason);
        }
    }

    /** It may have arrived: time-out after the request was written, cut connection, 5xx, an answer nobody can read. */
    record Unknown(String reason) implements SendResult {
        public Unknown {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * Not taken, nor will anything be that goes to chats of this kind (to groups, to persons), until somebody changes the
     * account's plan or registration. Keep everything; chats of the other kind are not concerned.
     */
    record FeatureDown(String reason) implements SendResult {
        public FeatureDown {
            Objects.requireNonNull(reason);
        }
    }

    /** The whole channel takes nothing: the token was revoked, the quota is spent. Keep everything. */
    record ChannelDown(String reason) implements SendResult {
        public ChannelDown {
            Objects.requireNonNull(reason);
        }
    }
}
