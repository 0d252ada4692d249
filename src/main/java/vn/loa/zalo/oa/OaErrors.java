package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;

/**
 * Interprets the answers of the API. Zalo tells by a number, with HTTP 200 or not; the numbers are those of the
 * Official Account Open API's error list.
 *
 * <p>A refusal has a scope: the message, one chat, a feature (messages to groups, or to persons), or the account. -218 is
 * the limit of one recipient, whatever its name (facts of Zalo, 2.6 and part 5).
 *
 * <p>An answer with a number that is not in the list was not taken, which is all that is known: it is
 * {@link SendResult.NotSent}, so that it is tried again and, if many fail, the line is asked instead of the messages
 * being given up. An answer without a number is judged by its status: below 500 a gateway turned it away, otherwise it
 * may have arrived.
 */
final class OaErrors {
    /** Access tokens that a refresh replaces. */
    private static final Set<Integer> TOKEN_REFUSED = Set.of(-216, -220);

    private static final Set<Integer> CONSENT_ENDED = Set.of(-216, -219, -220, -223);
    /** Limits are counted by the minute. */
    private static final Duration RATE_WAIT = Duration.ofMinutes(1);
    /** Only promotional messages are forbidden at night, from 22:00 to 05:59. */
    private static final Duration NIGHT_WAIT = Duration.ofMinutes(30);

    /** A person's own limit is counted by the day or by what the person wrote last; nobody says when it ends. */
    private static final Duration RECIPIENT_WAIT = Duration.ofHours(3);
    /** Only the person can end this, by writing. */
    private static final Duration UNTIL_WRITTEN = Duration.ofDays(1);

    private static final Set<Integer> FOR_PICTURES = Set.of(-200, -201, -233);

    private record Rule(String reason, Function<String, SendResult> arm) {}

    private static final Map<Integer, Rule> RULES = Map.ofEntries(
            rule(-32, "too many requests", reason -> tooMany()),
            rule(-200, "the sending failed", SendResult.NotSent::new),
            rule(-204, "the Official Account is disabled: ask Zalo why", down()),
            rule(
                    -205,
                    "the Official Account does not exist: check the app and the account at developers.zalo.me",
                    down()),
            rule(-210, "a parameter is over its limit", SendResult.Rejected::new),
            rule(-213, "the person does not follow the Official Account", SendResult.WriteForbidden::new),
            rule(-217, "the person wants no invitations of the Official Account", SendResult.WriteForbidden::new),
            rule(-227, "the person is banned or was not at Zalo for 45 days", SendResult.WriteForbidden::new),
            rule(-201, "a parameter is not valid", SendResult.Rejected::new),
            rule(-209, "the app is not activated: activate it at developers.zalo.me", SendResult.ChannelDown::new),
            rule(-211, "the quota is spent for this kind of message", SendResult.FeatureDown::new),
            rule(
                    -212,
                    "the app is not registered for this API: ask for it at developers.zalo.me",
                    SendResult.FeatureDown::new),
            rule(-216, "the access token is refused though it was just refreshed: consent again", down()),
            rule(
                    -218,
                    "the recipient's own quota is spent",
                    reason -> new SendResult.WindowClosed(reason, RECIPIENT_WAIT)),
            rule(-219, "the app was removed from the Official Account: consent again", down()),
            rule(-220, "the access token is refused though it was just refreshed: consent again", down()),
            rule(-221, "the Official Account is not verified", SendResult.ChannelDown::new),
            rule(-223, "the Official Account has not authorised the app: consent again", down()),
            rule(-224, "the plan does not allow this: renew or raise it", SendResult.FeatureDown::new),
            rule(-230, "the person has not written for 7 days", OaErrors::untilWritten),
            rule(-232, "the person has never written", OaErrors::untilWritten),
            rule(-233, "this type of message is not supported", SendResult.Rejected::new),
            rule(-234, "not at night", reason -> later(NIGHT_WAIT)),
            rule(-235, "this type of Official Account may not do this", SendResult.FeatureDown::new),
            rule(-237, "the group is disabled, its package has expired", SendResult.ChatGone::new),
            rule(-240, "this version of the API is shut", SendResult.ChannelDown::new),
            rule(-242, "the app's secret proof is missing or wrong: switch it off or check it", down()),
            rule(-244, "the person has restricted messages of the Official Account", SendResult.WriteForbidden::new),
            rule(-248, "it is against Zalo's policy", SendResult.Rejected::new),
            rule(-320, "a Zalo Cloud Account has to be linked", SendResult.ChannelDown::new),
            rule(-321, "the Zalo Cloud Account cannot be used", SendResult.ChannelDown::new),
            rule(-403, "the Official Account is not in the group", SendResult.ChatGone::new));

    private OaErrors() {}

    private static Map.Entry<Integer, Rule> rule(int code, String reason, Function<String, SendResult> arm) {
        return Map.entry(code, new Rule(reason, arm));
    }

    private static Function<String, SendResult> down() {
        return SendResult.ChannelDown::new;
    }

    private static SendResult later(Duration pause) {
        return new SendResult.RetryAfter(pause, Scope.RECIPIENT);
    }

    private static SendResult untilWritten(String reason) {
        return new SendResult.WindowClosed(reason, UNTIL_WRITTEN);
    }

    private static SendResult tooMany() {
        return new SendResult.RetryAfter(RATE_WAIT, Scope.BOT);
    }

    /** Returns whether the access token has to be replaced; the request had no effect then. */
    static boolean tokenRefused(OaHttp.Ending ending) {
        return ending instanceof OaHttp.Ending.Answered answer
                && (answer.status() == 401
                        || TOKEN_REFUSED.contains(code(answer.body()).orElse(0)));
    }

    /** Returns whether only another consent helps; to be asked with an access token that was refreshed if need be. */
    static boolean consentEnded(OaHttp.Ending ending) {
        return ending instanceof OaHttp.Ending.Answered answer
                && CONSENT_ENDED.contains(code(answer.body()).orElse(0));
    }

    /** The number of the error, 0 for success, empty when the body is no answer of Zalo's. */
    static OptionalInt code(JsonNode body) {
        String code = body.path("error").asText();
        return code.matches("-?\\d{1,8}") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
    }

    static boolean succeeded(OaHttp.Ending ending) {
        return ending instanceof OaHttp.Ending.Answered answer
                && code(answer.body()).orElse(-1) == 0;
    }

    /** Describes in one phrase what happened. */
    static String told(OaHttp.Ending ending) {
        if (ending instanceof OaHttp.Ending.NotWritten unwritten) {
            return unwritten.reason();
        }
        if (ending instanceof OaHttp.Ending.Lost lost) {
            return lost.reason();
        }
        OaHttp.Ending.Answered answer = (OaHttp.Ending.Answered) ending;
        OptionalInt code = code(answer.body());
        return code.isPresent()
                ? "error " + code.getAsInt() + ", " + rule(code.getAsInt()).reason()
                : "HTTP " + answer.status() + ", not an answer of Zalo's API";
    }

    private static Rule rule(int code) {
        return RULES.getOrDefault(code, new Rule("which is not known", SendResult.NotSent::new));
    }

    /**
     * Returns the meaning of a failure for a message.
     *
     * @param picture whether the message had one
     */
    static SendResult read(OaHttp.Ending failure, boolean picture) {
        String reason = told(failure);
        if (failure instanceof OaHttp.Ending.NotWritten) {
            return new SendResult.NotSent(reason);
        }
        if (failure instanceof OaHttp.Ending.Lost) {
            return new SendResult.Unknown(reason);
        }
        OaHttp.Ending.Answered answer = (OaHttp.Ending.Answered) failure;
        OptionalInt code = code(answer.body());
        if (code.isEmpty()) {
            return byStatus(answer.status(), reason);
        }
        return picture && FOR_PICTURES.contains(code.getAsInt())
                ? new SendResult.PartRefused(Part.PHOTO, reason)
                : rule(code.getAsInt()).arm().apply(reason);
    }

    private static SendResult byStatus(int status, String reason) {
        if (status == 401) {
            return new SendResult.ChannelDown(reason + ": the access token is refused though it was just refreshed");
        }
        if (status == 429) {
            return tooMany();
        }
        return status >= 400 && status < 500 ? new SendResult.NotSent(reason) : new SendResult.Unknown(reason);
    }
}
