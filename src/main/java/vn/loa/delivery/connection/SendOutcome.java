package vn.loa.delivery.connection;

import java.time.Instant;
import java.util.Objects;
import vn.loa.model.ChatAddress;

/**
 * Tells whoever had a message sent what became of it, after chat and bot have learnt from the platform's answer. Reasons
 * are short English phrases without secrets.
 */
public sealed interface SendOutcome {
    /** It was not sent because it was not wanted any more. */
    record NotWanted() implements SendOutcome {}

    /**
     * The platform confirmed it.
     *
     * @param to where it stands now
     */
    record Sent(String messageId, ChatAddress to) implements SendOutcome {
        public Sent {
            Objects.requireNonNull(messageId);
            Objects.requireNonNull(to);
        }
    }

    /** It was not sent: its chat, or the whole bot, must send nothing until then. */
    record Held(Instant until) implements SendOutcome {
        public Held {
            Objects.requireNonNull(until);
        }
    }

    /** It was not sent: the connection is closed, for Loa stops. */
    record Stopped() implements SendOutcome {}

    /** The connection is out: nothing against this message. */
    record Interrupted(String reason, boolean mayHaveArrived) implements SendOutcome {
        public Interrupted {
            Objects.requireNonNull(reason);
        }
    }

    /** It certainly did not arrive, and nobody refused it. */
    record NotSent(String reason) implements SendOutcome {
        public NotSent {
            Objects.requireNonNull(reason);
        }
    }

    /** It may have arrived. */
    record Unconfirmed(String reason) implements SendOutcome {
        public Unconfirmed {
            Objects.requireNonNull(reason);
        }
    }

    /** The chat takes nothing for now, and is not tried again before that time. */
    record WriteForbidden(String reason, Instant until) implements SendOutcome {
        public WriteForbidden {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(until);
        }
    }

    /**
     * The platform does not take it in any form.
     *
     * @param forEver whether the platform never will; else nobody knows, and it may be worth another try
     */
    record Rejected(String reason, boolean forEver) implements SendOutcome {
        public Rejected {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * The chat has another id now, and the message that was to be changed stayed where it was before. Nothing was changed or
     * said: whoever asked for the change looks up chat and message anew, for what is kept of both has gone with the move.
     */
    record StayedBehind() implements SendOutcome {}

    /** The chat is closed. */
    record ChatGone(String reason) implements SendOutcome {
        public ChatGone {
            Objects.requireNonNull(reason);
        }
    }
}
