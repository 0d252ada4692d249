package vn.loa.telegram.incoming;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.ReplyTarget;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/**
 * Sends answers in groups that the asker alone sees, where the server and the bot's rights there allow it (Bot API 10.2;
 * another form since 10.3; the bot must be an administrator). A group that does not allow it gets its answers the plain way
 * for an hour; any other refusal is about the one message, unless three follow one another.
 */
public final class EphemeralMessages {
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 2_000;
    /** A group that refuses so many in a row, for whatever reason, does not allow them. */
    private static final int MOST_REFUSALS = 3;

    private static final Pattern NOT_THERE =
            Pattern.compile("ephemeral.*(?:support|allow|available|disabled|forbidden|can't be sent)|admin");
    private static final Pattern NUMBER = Pattern.compile("only:(\\d{1,16}):(\\d{1,9})");

    private final TelegramCalls calls;
    private final TelegramErrors errors;
    private final Map<String, Refusals> refused = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refusals> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Refusals of a group since one was taken; until then it is not asked. */
    private record Refusals(int times, MonotonicDeadline until) {}

    /** Makes what shows a message to its asker alone, through these calls, whose failures are understood so. */
    public EphemeralMessages(TelegramCalls calls, TelegramErrors errors) {
        this.calls = calls;
        this.errors = errors;
    }

    /**
     * The place of an ephemeral message among a person's in a group.
     *
     * @param personId who sees it
     * @param number Telegram's number of it
     */
    public record Place(long personId, int number) {
        /** Returns the form in which it passes for a message's number. */
        String messageId() {
            return "only:" + personId + ":" + number;
        }

        /** Reads {@link #messageId()} back; empty for the number of another message. */
        public static Optional<Place> of(String messageId) {
            Matcher parts = NUMBER.matcher(messageId);
            return parts.matches()
                    ? Optional.of(new Place(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        }
    }

    /** A message for one person in both forms that servers know; each leaves the other's alone. Its question is clear. */
    private static final class ForOne extends SendMessage {
        private static final long serialVersionUID = 1L;

        @JsonProperty("ephemeral_message_parameters")
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        ForOne(SendMessage plain, long person, Optional<String> pressId) {
            super(plain.getChatId(), plain.getText());
            setParseMode(plain.getParseMode());
            setMessageThreadId(plain.getMessageThreadId());
            setLinkPreviewOptions(plain.getLinkPreviewOptions());
            setReplyMarkup(plain.getReplyMarkup());
            setReceiverUserId(person);
            parameters.put("receiver_user_id", person);
            pressId.ifPresent(press -> {
                setCallbackQueryId(press);
                parameters.put("callback_query_id", press);
            });
        }
    }

    /**
     * Sends a message to the person it is for alone.
     *
     * @return its number; empty when it has to go the plain way
     * @throws TelegramApiException as for any message that was not taken
     */
    public Optional<String> send(SendMessage plain, Optional<ReplyTarget> target) throws TelegramApiException {
        Optional<Long> person = target.flatMap(ReplyTarget::onlyFor)
                .filter(id -> id.matches("\\d{1,16}"))
                .map(Long::valueOf);
        if (person.isEmpty() || isRefused(plain.getChatId())) {
            return Optional.empty();
        }
        try {
            JsonNode sent =
                    calls.call(new ForOne(plain, person.get(), target.get().pressId()));
            taken(plain.getChatId());
            int number = sent.path("ephemeral_message_id").asInt();
            // A server that knows nothing of it has shown the message to all.
            return Optional.of(
                    number > 0
                            ? new Place(person.get(), number).messageId()
                            : Integer.toString(TelegramCalls.messageId(sent)));
        } catch (TelegramApiException e) {
            if (!TelegramErrors.refused(e)) {
                throw e;
            }
            refused(plain.getChatId(), concernsGroup(e));
            return Optional.empty();
        }
    }

    private boolean isRefused(String chatId) {
        synchronized (refused) {
            Refusals known = refused.get(chatId);
            return known != null && !known.until().passed();
        }
    }

    private boolean concernsGroup(TelegramApiException refusal) {
        return errors.read(refusal, TelegramErrors.Errand.TEXT) instanceof SendResult.WriteForbidden
                || NOT_THERE
                        .matcher(errors.told(refusal).toLowerCase(Locale.ROOT))
                        .find();
    }

    private void taken(String chatId) {
        synchronized (refused) {
            refused.remove(chatId);
        }
    }

    private void refused(String chatId, boolean concernsGroup) {
        synchronized (refused) {
            Refusals before = refused.get(chatId);
            int times = before == null ? 1 : before.times() + 1;
            boolean rests = concernsGroup || times >= MOST_REFUSALS;
            refused.put(
                    chatId,
                    rests
                            ? new Refusals(0, MonotonicDeadline.in(AFTER_REFUSAL))
                            : new Refusals(times, MonotonicDeadline.in(Duration.ZERO)));
        }
    }
}
