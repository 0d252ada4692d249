package vn.loa.telegram.incoming;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.ReplyTarget;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/**
 * Sends answers in groups that the asker alone sees, where the server and the bot's rights there allow it (Bot API 10.2;
 * another form since 10.3; the bot must be an administrator). A group where it was refused gets its answers the plain
 * way for an hour.
 */
public final class EphemeralMessages {
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 2_000;
    private static final Pattern NUMBER = Pattern.compile("only:(\\d{1,16}):(\\d{1,9})");

    private final TelegramCalls calls;
    private final Map<String, MonotonicDeadline> refused = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MonotonicDeadline> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Makes what shows a message to its asker alone, through these calls. */
    public EphemeralMessages(TelegramCalls calls) {
        this.calls = calls;
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
            refuse(plain.getChatId());
            return Optional.empty();
        }
    }

    private boolean isRefused(String chatId) {
        synchronized (refused) {
            MonotonicDeadline until = refused.get(chatId);
            return until != null && !until.passed();
        }
    }

    private void refuse(String chatId) {
        synchronized (refused) {
            refused.put(chatId, MonotonicDeadline.in(AFTER_REFUSAL));
        }
    }
}
