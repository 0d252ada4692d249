package vn.loa.zalo.oa.window;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.WindowClosed;
import vn.loa.model.ChatAddress;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.InteractionStore.Known;
import vn.loa.store.delivery.ChatDeliveries.Awaited;

/**
 * Tells whether an Official Account may write to a person. Zalo is asked about a person once a day at most, and only where
 * what was seen does not say that the window is open. What nobody knows counts as open: the message is tried, and Zalo's
 * refusal costs nothing.
 */
public final class InteractionWindow {
    private static final Logger log = LoggerFactory.getLogger(InteractionWindow.class);
    /** Facts of Zalo, 2.4. */
    private static final Duration OPEN = Duration.ofDays(7);
    /** In the last of its days a message says so. */
    private static final Duration NEARLY_OVER = Duration.ofDays(2);

    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofDays(1);
    /** A refusal although Zalo calls the window open may pass within hours. */
    private static final Duration REFUSED_WHILE_OPEN = Duration.ofHours(3);

    private static final String REASON = "the person has not written for 7 days";
    /** An answer comes within minutes. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);
    /** The most persons that are remembered as just heard; the oldest are forgotten first. */
    private static final int MOST_HEARD = 1_000;

    /** Asks Zalo about a person. */
    public interface Question {
        /** Returns what Zalo tells; empty when it does not answer or tells nothing that helps. */
        Optional<WindowAnswer> ask(ChatAddress person);
    }

    /** Tells when a person gets ordinary news, by the person's own calendar. */
    public interface Opening {
        /** Returns the first moment from now on, which is now where nothing keeps the calendar closed. */
        Instant opens(ChatAddress person, Instant now);
    }

    /**
     * Holds what all accounts have in common.
     *
     * @param store what is remembered
     * @param phrases in which people are told
     * @param zone in which a day begins, and times are told
     * @param opening tells when a person gets ordinary news
     * @param nanos a count of nanoseconds that only goes forward
     */
    public record Context(InteractionStore store, Phrases phrases, ZoneId zone, Opening opening, LongSupplier nanos) {
        public Context {
            Objects.requireNonNull(nanos);
            Objects.requireNonNull(opening);
            Objects.requireNonNull(store);
            Objects.requireNonNull(phrases);
            Objects.requireNonNull(zone);
        }
    }

    private final Context context;
    private final InteractionStore store;
    private final Question question;
    private final InstantSource clock;

    @GuardedBy("heard")
    private final Map<ChatAddress, MonotonicDeadline> heard = new LinkedHashMap<>();

    /** Makes the windows of one account. */
    public InteractionWindow(Context context, Question question, InstantSource clock) {
        this.context = context;
        this.store = context.store();
        this.question = question;
        this.clock = clock;
    }

    /**
     * Sends a message to a person, unless the window is closed. In the window's last days the message says once, if there
     * is room, how to keep it open.
     *
     * @param fits tells whether the platform takes a message as one
     * @param sending sends the message as it is to be said
     * @return how it ended, with the pause that fits what is known of the window
     */
    public SendResult send(
            ChatAddress person,
            OutgoingMessage message,
            Predicate<OutgoingMessage> fits,
            Function<OutgoingMessage, SendResult> sending) {
        Optional<SendResult> refusal = closed(person);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        OutgoingMessage said = reminding(person, message, fits);
        SendResult result = sending.apply(said);
        if (said != message && (result instanceof SendResult.Sent || result instanceof SendResult.Unknown)) {
            reminded(person);
        }
        return ended(person, result);
    }

    /** Returns the refusal that a message to this person would get; empty when it may go, or nobody knows. */
    public Optional<SendResult> closed(ChatAddress person) {
        try {
            Known known = store.find(person);
            if (erasedJustNow(person, known) || within(known.heardAt(), OPEN)) {
                return Optional.empty();
            }
            return asked(person).isPresent() || known.told() ? refusal(store.find(person)) : Optional.empty();
        } catch (RuntimeException e) {
            log.error("{}: whether the person may be written to is not known", person, e);
            return Optional.empty();
        }
    }

    /** Reads what Zalo tells of a person; empty when it tells nothing that helps. */
    public Optional<WindowAnswer> read(JsonNode data) {
        return WindowAnswer.of(data, context.zone(), clock.instant());
    }

    /** Returns what Zalo answered; empty also when it was asked today already. */
    private Optional<WindowAnswer> asked(ChatAddress person) {
        Instant now = clock.instant();
        Instant day = now.atZone(context.zone())
                .toLocalDate()
                .atStartOfDay(context.zone())
                .toInstant();
        if (!store.mayAsk(person, day, now)) {
            return Optional.empty();
        }
        Optional<WindowAnswer> answer = question.ask(person);
        answer.ifPresent(told -> store.told(person, told.lastInteraction(), now));
        return answer;
    }

    private Optional<SendResult> refusal(Known known) {
        boolean over = known.heardAt().isPresent() && !within(known.heardAt(), OPEN);
        return known.told() && over ? Optional.of(new WindowClosed(REASON, UNTIL_ASKED_AGAIN)) : Optional.empty();
    }

    private boolean within(Optional<Instant> heardAt, Duration window) {
        return heardAt.filter(at -> at.plus(window).isAfter(clock.instant())).isPresent();
    }

    /** An answer to somebody who has just been heard, and erased, needs no question and leaves nothing anew. */
    private boolean erasedJustNow(ChatAddress person, Known known) {
        synchronized (heard) {
            MonotonicDeadline end = heard.get(person);
            return known.equals(Known.NOTHING) && end != null && !end.passed();
        }
    }

    /** Returns what a message to this person came to, once what a refusal says of the window is remembered. */
    private SendResult ended(ChatAddress person, SendResult result) {
        if (!(result instanceof WindowClosed refused)) {
            return result;
        }
        try {
            return judged(person, refused);
        } catch (RuntimeException e) {
            log.error("{}: what was refused could not be remembered", person, e);
            return refused;
        }
    }

    private WindowClosed judged(ChatAddress person, WindowClosed refused) {
        Instant now = clock.instant();
        boolean erased = erasedJustNow(person, store.find(person));
        Optional<WindowAnswer> answer = erased ? Optional.empty() : asked(person);
        if (erased || calledOpen(person, answer)) {
            return new WindowClosed(refused.reason(), REFUSED_WHILE_OPEN);
        }
        if (refused.pause().compareTo(UNTIL_ASKED_AGAIN) >= 0) {
            store.refused(person, answer.map(WindowAnswer::lastInteraction), now);
        }
        return refused;
    }

    /** Returns whether Zalo calls the window open, now or when it was asked before the message was tried. */
    private boolean calledOpen(ChatAddress person, Optional<WindowAnswer> answer) {
        if (answer.isPresent()) {
            return within(answer.map(WindowAnswer::lastInteraction), OPEN);
        }
        Known known = store.find(person);
        return known.told() && within(known.heardAt(), OPEN);
    }

    private OutgoingMessage reminding(ChatAddress person, OutgoingMessage message, Predicate<OutgoingMessage> fits) {
        try {
            Known known = store.find(person);
            if (known.reminded() || !isNearlyOver(known)) {
                return message;
            }
            Instant end = known.heardAt().orElseThrow().plus(OPEN);
            String line = "\n\n" + context.phrases().say("oa.window.ends", DateFormats.minute(end, context.zone()));
            OutgoingMessage reminding = message.withText(
                    RichText.builder().append(message.text()).plain(line).build());
            return fits.test(reminding) ? reminding : message;
        } catch (RuntimeException e) {
            log.error("{}: whether the person may be written to is not known", person, e);
            return message;
        }
    }

    private boolean isNearlyOver(Known known) {
        return within(known.heardAt(), OPEN) && !within(known.heardAt(), OPEN.minus(NEARLY_OVER));
    }

    private void reminded(ChatAddress person) {
        try {
            store.reminded(person);
        } catch (RuntimeException e) {
            log.error("{}: that the person was reminded could not be remembered", person, e);
        }
    }

    /**
     * Returns what a person is told who wrote again after messages have waited for that: when they come, and how to read
     * those that do not come any more; empty when none has waited.
     */
    public Optional<OutgoingMessage> afterWaiting(ChatAddress person, Awaited waited) {
        List<String> lines = new ArrayList<>();
        if (waited.due() > 0) {
            lines.add(context.phrases().say("oa.window.back", waited.due(), coming(person)));
        }
        waited.endedSince()
                .map(since -> DateFormats.date(LocalDate.ofInstant(since, context.zone())))
                .ifPresent(since -> lines.add(context.phrases().say("oa.window.ended", waited.ended(), since)));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.add(context.phrases().say("oa.window.keep"));
        return Optional.of(OutgoingMessage.plain(String.join("\n", lines)));
    }

    private String coming(ChatAddress person) {
        Instant now = clock.instant();
        Instant opens = context.opening().opens(person, now);
        return opens.isAfter(now)
                ? context.phrases().say("oa.window.later", DateFormats.minute(opens, context.zone()))
                : context.phrases().say("oa.window.now");
    }

    /** Returns what a person is told at the first time. */
    public OutgoingMessage atFirst() {
        return OutgoingMessage.plain(context.phrases().say("oa.window.first"));
    }

    /**
     * Notes that the person turned to the account.
     *
     * @param at when, by Zalo's clock
     */
    public InteractionStore.Heard heard(ChatAddress person, Instant at) {
        Instant now = clock.instant();
        Instant known = at.isAfter(now) ? now : at;
        synchronized (heard) {
            heard.remove(person);
            heard.put(person, MonotonicDeadline.in(JUST_NOW, context.nanos()));
            if (heard.size() > MOST_HEARD) {
                heard.remove(heard.keySet().iterator().next());
            }
        }
        return store.heard(person, known, now);
    }
}
