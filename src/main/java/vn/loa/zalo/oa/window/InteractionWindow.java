package vn.loa.zalo.oa.window;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.WindowClosed;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.InteractionStore.Known;

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
    /** What Zalo refuses although it calls the window open may pass within hours. */
    private static final Duration REFUSED_WHILE_OPEN = Duration.ofHours(3);

    private static final String REASON = "the person has not written for 7 days";
    private static final String SPENT = "the recipient's own quota is spent";

    /** Asks Zalo about a person. */
    public interface Question {
        /** Returns what Zalo tells; empty when it does not answer or tells nothing that helps. */
        Optional<WindowAnswer> ask(ChatAddress person);
    }

    /**
     * Holds what all accounts have in common.
     *
     * @param store what is remembered
     * @param phrases in which people are told
     * @param zone in which a day begins, and times are told
     */
    public record Context(InteractionStore store, Phrases phrases, ZoneId zone) {
        public Context {
            Objects.requireNonNull(store);
            Objects.requireNonNull(phrases);
            Objects.requireNonNull(zone);
        }
    }

    private final Context context;
    private final InteractionStore store;
    private final Question question;
    private final InstantSource clock;

    /** Makes the windows of one account. */
    public InteractionWindow(Context context, Question question, InstantSource clock) {
        this.context = context;
        this.store = context.store();
        this.question = question;
        this.clock = clock;
    }

    /** Returns the refusal that a message to this person would get; empty when it may go, or nobody knows. */
    public Optional<SendResult> closed(ChatAddress person) {
        try {
            Known known = store.find(person);
            if (open(known)) {
                return Optional.empty();
            }
            return asked(person) || known.told() ? refusal(store.find(person)) : Optional.empty();
        } catch (RuntimeException e) {
            log.error("{}: whether the person may be written to is not known", person, e);
            return Optional.empty();
        }
    }

    /** Reads what Zalo tells of a person; empty when it tells nothing that helps. */
    public Optional<WindowAnswer> read(JsonNode data) {
        return WindowAnswer.of(data, context.zone(), clock.instant());
    }

    /** Returns whether Zalo answered; false also when it was asked today already. */
    private boolean asked(ChatAddress person) {
        Instant now = clock.instant();
        Instant day = now.atZone(context.zone())
                .toLocalDate()
                .atStartOfDay(context.zone())
                .toInstant();
        if (!store.mayAsk(person, day, now)) {
            return false;
        }
        Optional<WindowAnswer> answer = question.ask(person);
        answer.ifPresent(told -> store.told(person, told.lastInteraction(), told.remaining(), now));
        return answer.isPresent();
    }

    private Optional<SendResult> refusal(Known known) {
        boolean spent = known.remaining().isPresent() && known.remaining().getAsInt() == 0;
        boolean over = known.heardAt().isPresent() && !within(known, OPEN);
        return known.told() && (spent || over)
                ? Optional.of(new WindowClosed(over ? REASON : SPENT, UNTIL_ASKED_AGAIN))
                : Optional.empty();
    }

    private boolean open(Known known) {
        boolean spent = known.remaining().isPresent() && known.remaining().getAsInt() == 0;
        return within(known, OPEN) && !spent;
    }

    private boolean within(Known known, Duration window) {
        return known.heardAt()
                .filter(at -> at.plus(window).isAfter(clock.instant()))
                .isPresent();
    }

    /** Returns what a message to this person came to, once what a refusal says of the window is remembered. */
    public SendResult ended(ChatAddress person, SendResult result) {
        if (!(result instanceof WindowClosed refused)) {
            return result;
        }
        try {
            if (asked(person) && open(store.find(person))) {
                return new WindowClosed(refused.reason(), REFUSED_WHILE_OPEN);
            }
            if (refused.pause().compareTo(UNTIL_ASKED_AGAIN) >= 0) {
                store.refused(person);
            }
        } catch (RuntimeException e) {
            log.error("{}: what was refused could not be remembered", person, e);
        }
        return refused;
    }

    /** Returns the message, in the window's last days with a word on how to keep it open, once and if there is room. */
    public OutgoingMessage reminding(ChatAddress person, OutgoingMessage message, int limit) {
        try {
            Known known = store.find(person);
            if (known.reminded() || !within(known, OPEN) || within(known, OPEN.minus(NEARLY_OVER))) {
                return message;
            }
            Instant end = known.heardAt().orElseThrow().plus(OPEN);
            String line = "\n\n" + context.phrases().say("oa.window.ends", DateFormats.minute(end, context.zone()));
            if (message.text().length() + line.length() > limit) {
                return message;
            }
            store.reminded(person);
            return message.withText(
                    RichText.builder().append(message.text()).plain(line).build());
        } catch (RuntimeException e) {
            log.error("{}: whether the person may be written to is not known", person, e);
            return message;
        }
    }

    /** Returns what a person is told who wrote again after messages have waited for that. */
    public OutgoingMessage afterWaiting(int messages) {
        return OutgoingMessage.plain(context.phrases().say("oa.window.back", messages));
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
        return store.heard(person, at.isAfter(now) ? now : at, now);
    }
}
