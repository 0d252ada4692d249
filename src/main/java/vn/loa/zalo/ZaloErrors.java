package vn.loa.zalo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;
import vn.loa.model.MonotonicDeadline;

/** Tells what an answer to a send means; the table is in the facts of Zalo, part 1.4 and the adapter's checklist. */
final class ZaloErrors {
    /** Nobody knows what Zalo says of a chat that is gone; so many refusals in a row mean it, and so far apart. */
    private static final int REFUSALS_OF_THE_GONE = 3;

    private static final Duration REFUSED_FOR = Duration.ofDays(1);
    /** Where no other chat is refused, nothing tells a bot's fault from the chat's but how long it lasts. */
    private static final Duration REFUSED_ALONE_FOR = Duration.ofDays(3);

    private static final Duration AFTER_HOT_POLLING = Duration.ofSeconds(30);
    /** Nobody says whether "Quota exceeded" may also mean too fast, so while Loa's count is low it is asked again. */
    private static final Duration FIRST_HOLD = Duration.ofMinutes(15);

    private static final Duration LONGEST_HOLD = Duration.ofHours(6);
    /** Nobody says by whose clock a plan's month begins, or how soon Zalo counts anew. */
    private static final Duration AFTER_RENEWAL = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final ZoneId zone;
    private final ZaloPlan plan;
    private final LongSupplier nanos;
    private final Map<String, Refusals> refusals = new ConcurrentHashMap<>();
    private final Map<String, Long> lastTaken = new ConcurrentHashMap<>();
    private int holds;
    private MonotonicDeadline held;

    /** Refusals of one chat in a row; the first by the count of nanoseconds, which no correction of the clock disturbs. */
    private record Refusals(int times, long first) {
        private Refusals and() {
            return new Refusals(times + 1, first);
        }
    }

    /** @param nanos a count of nanoseconds that only goes forward */
    ZaloErrors(InstantSource clock, ZoneId zone, ZaloPlan plan, LongSupplier nanos) {
        this.nanos = nanos;
        this.held = MonotonicDeadline.in(Duration.ZERO, nanos);
        this.clock = clock;
        this.zone = zone;
        this.plan = plan;
    }

    /**
     * Returns the result of a send to a chat.
     *
     * @param picture whether a picture was to go with the words
     */
    SendResult read(ZaloAnswer answer, String chatId, boolean picture) {
        if (answer instanceof ZaloAnswer.Ok ok) {
            taken(chatId);
            return new SendResult.Sent(ok.result().path("message_id").asText());
        }
        if (answer instanceof ZaloAnswer.Refused refused && (refused.code() == 400 || refused.code() == 404)) {
            String why = ZaloAnswer.shown(refused);
            return picture
                    ? new SendResult.PartRefused(Part.PHOTO, why)
                    : permanent(refused.description(), chatId, why);
        }
        return failed(answer);
    }

    /** Returns the meaning of an answer to a question that concerns no chat. */
    SendResult read(ZaloAnswer answer) {
        return answer instanceof ZaloAnswer.Ok ? new SendResult.Sent("") : failed(answer);
    }

    private synchronized void taken(String chatId) {
        refusals.remove(chatId);
        lastTaken.put(chatId, nanos.getAsLong());
        // What was under way when the refusal came does not say that the bot is heard again.
        if (held.passed()) {
            holds = 0;
        }
    }

    private SendResult failed(ZaloAnswer answer) {
        if (answer instanceof ZaloAnswer.Refused refused) {
            return refused(refused);
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

    private SendResult refused(ZaloAnswer.Refused refused) {
        String why = ZaloAnswer.shown(refused);
        return switch (refused.code()) {
            case 401 -> new SendResult.ChannelDown("token refused");
            case 429 -> new SendResult.RetryAfter(quotaExceeded(), Scope.BOT);
            case 408 -> new SendResult.Unknown(why);
            // The documentation's own words: 403, "Internal server error".
            case 403 -> new SendResult.NotSent(why);
            default -> refused.code() >= 500 ? new SendResult.Unknown(why) : new SendResult.NotSent(why);
        };
    }

    /** Returns how long to send nothing; messages that were under way together are one refusal. */
    private Duration quotaExceeded() {
        Duration hold;
        boolean first;
        synchronized (this) {
            if (!held.passed()) {
                return held.left();
            }
            hold = plan.nearlySpent() ? untilRenewal(clock.instant()) : growing();
            first = holds == 0;
            holds++;
            held = MonotonicDeadline.in(hold, nanos);
        }
        if (first) {
            plan.refused(hold);
        }
        return hold;
    }

    private Duration growing() {
        Duration hold = FIRST_HOLD.multipliedBy(1L << Math.min(holds, 5));
        return hold.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : hold;
    }

    /** A plan's quota is a calendar month's. */
    private Duration untilRenewal(Instant instant) {
        ZonedDateTime now = instant.atZone(zone);
        ZonedDateTime next = now.plusMonths(1).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        return Duration.between(now, next).plus(AFTER_RENEWAL);
    }

    private SendResult permanent(String description, String chatId, String why) {
        String told = description.toLowerCase(Locale.ROOT);
        if (told.contains("text")) {
            return new SendResult.Rejected(why);
        }
        Refusals all = refusals.merge(chatId, new Refusals(1, nanos.getAsLong()), (before, more) -> before.and());
        boolean often = all.times() >= REFUSALS_OF_THE_GONE;
        boolean gone = often && lasts(all, REFUSED_FOR) && othersHear(all.first())
                || often && lasts(all, REFUSED_ALONE_FOR) && refusals.size() == 1;
        if (gone) {
            refusals.remove(chatId);
        }
        return gone ? new SendResult.ChatGone(why) : new SendResult.WriteForbidden(why);
    }

    private boolean lasts(Refusals refusals, Duration least) {
        return nanos.getAsLong() - refusals.first() >= least.toNanos();
    }

    /** When most chats are refused alike the fault is the bot's or Zalo's, and no chat is to lose its news for it. */
    private boolean othersHear(long since) {
        long hearing = lastTaken.values().stream().filter(at -> at - since > 0).count();
        return hearing >= refusals.size();
    }
}
