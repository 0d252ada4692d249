package vn.loa.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;

/**
 * Represents the result of one call of the Zalo Bot API. Decided by the body, for refusals come with status 200 too.
 */
sealed interface ZaloAnswer {
    /** {@code ok: true}; an {@code error_code} of 0 beside it means nothing. */
    record Ok(JsonNode result) implements ZaloAnswer {
        public Ok {
            Objects.requireNonNull(result);
        }
    }

    /** {@code ok: false}. */
    record Refused(int code, String description) implements ZaloAnswer {
        public Refused {
            Objects.requireNonNull(description);
        }
    }

    /**
     * No answer of the API but somebody's page, such as a gateway's.
     *
     * @param retryAfter what it asked for; zero when nothing
     */
    record Foreign(int status, Duration retryAfter) implements ZaloAnswer {
        public Foreign {
            Objects.requireNonNull(retryAfter);
        }
    }

    /**
     * No answer at all.
     *
     * @param written whether the request may have arrived
     * @param why without any address
     */
    record Lost(boolean written, String why) implements ZaloAnswer {
        public Lost {
            Objects.requireNonNull(why);
        }
    }

    /** A short form for the log; holds nothing that the other side wrote but its description. */
    static String shown(ZaloAnswer answer) {
        if (answer instanceof Refused refused) {
            return refused.code() + " " + refused.description();
        }
        if (answer instanceof Foreign foreign) {
            return "HTTP " + foreign.status() + " without an answer of the API";
        }
        return answer instanceof Lost lost ? lost.why() : "ok";
    }
}
