package vn.loa.zalo;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.delivery.SendResult;
import vn.loa.delivery.SendResult.PartRefused.Part;
import vn.loa.delivery.SendResult.RetryAfter.Scope;

/** Tells what an answer to a send means; the table is in the facts of Zalo, part 1.4 and the adapter's checklist. */
final class ZaloErrors {
    /** Nobody knows what Zalo says of a chat that is gone; so many refusals in a row mean it. */
    private static final int REFUSALS_OF_THE_GONE = 3;

    private static final Duration AFTER_HOT_POLLING = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    ZaloErrors(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** What became of a send to a chat. */
    SendResult read(ZaloAnswer answer, String chatId) {
        if (answer instanceof ZaloAnswer.Ok ok) {
            refusals.remove(chatId);
            return new SendResult.Sent(ok.result().path("message_id").asText());
        }
        if (answer instanceof ZaloAnswer.Refused refused) {
            return refused(refused, chatId);
        }
        if (answer instanceof ZaloAnswer.Foreign foreign) {
            return foreign.status() == 429
                    ? new SendResult.RetryAfter(atLeast(foreign.retryAfter(), AFTER_HOT_POLLING), Scope.BOT)
                    : new SendResult.Unknown(ZaloAnswer.shown(answer));
        }
        ZaloAnswer.Lost lost = (ZaloAnswer.Lost) answer;
        return lost.written() ? new SendResult.Unknown(lost.why()) : new SendResult.NotSent(lost.why());
    }

    private static Duration atLeast(Duration asked, Duration least) {
        return asked.compareTo(least) > 0 ? asked : least;
    }

    private SendResult refused(ZaloAnswer.Refused refused, String chatId) {
        String why = ZaloAnswer.shown(refused);
        return switch (refused.code()) {
            case 401 -> new SendResult.ChannelDown("token refused");
            case 429 -> new SendResult.RetryAfter(untilNextMonth(), Scope.BOT);
            case 408 -> new SendResult.Unknown(why);
            // The documentation's own words: 403, "Internal server error".
            case 403 -> new SendResult.NotSent(why);
            case 400, 404 -> permanent(refused.description(), chatId, why);
            default -> refused.code() >= 500 ? new SendResult.Unknown(why) : new SendResult.Rejected(why);
        };
    }

    /** A plan's quota is a calendar month's. */
    private Duration untilNextMonth() {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime next = now.plusMonths(1).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        return Duration.between(now, next);
    }

    private SendResult permanent(String description, String chatId, String why) {
        String told = description.toLowerCase(Locale.ROOT);
        if (told.contains("photo") || told.contains("caption")) {
            return new SendResult.PartRefused(Part.PHOTO, why);
        }
        if (told.contains("text")) {
            return new SendResult.Rejected(why);
        }
        int times = refusals.merge(chatId, 1, Integer::sum);
        return times >= REFUSALS_OF_THE_GONE ? new SendResult.ChatGone(why) : new SendResult.ChatSilenced(why);
    }
}
