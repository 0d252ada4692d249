package vn.loa.emulator;

import java.time.Instant;
import java.util.Map;

/**
 * One call as the emulator saw it.
 *
 * @param at when it was decided
 * @param nanos the same by a clock that never jumps, for measuring
 * @param method the method's name in lower case
 * @param parameters as they came; objects and arrays as JSON
 * @param outcome what became of it
 * @param code the {@code error_code} of a refusal or the status of an error page, otherwise 0
 * @param description of a refusal, otherwise an empty string
 * @param messageId the message it made or changed, 0 for none
 * @param body for a message that was let through, what people see; empty otherwise
 */
public record Call(
        Instant at,
        long nanos,
        String method,
        Map<String, String> parameters,
        Outcome outcome,
        int code,
        String description,
        long messageId,
        ParsedText body) {
    /** What became of a call. */
    public enum Outcome {
        /** Done, and the caller was told. */
        OK,
        /** Refused, and the caller was told. */
        REFUSED,
        /** Done, but the caller got no readable answer. */
        DONE_UNTOLD,
        /** Not done, and the caller got no readable answer. */
        DROPPED
    }

    /** Whether people see its effect. */
    public boolean done() {
        return outcome == Outcome.OK || outcome == Outcome.DONE_UNTOLD;
    }

    /** The {@code chat_id} it was sent to, an empty string for methods without one. */
    public String chatId() {
        return parameters.getOrDefault("chat_id", "");
    }

    public String text() {
        return body.text();
    }
}
