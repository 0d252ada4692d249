package vn.loa.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.command.Reply;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/**
 * Brings a command's answer back to where the command came from. Answers are in no ledger, so what Telegram refuses
 * because of one part is sent once more without it here; what may have arrived is not repeated.
 */
public final class TelegramReplies {
    private static final Logger log = LoggerFactory.getLogger(TelegramReplies.class);
    /** Bot API, answerCallbackQuery: 0-200 characters. */
    private static final int LONGEST_TOAST = 200;
    /** The chat moved, its topic closed, the picture and the markup refused: no message can lose more than that. */
    private static final int MOST_ATTEMPTS = 5;

    private final TelegramCalls calls;
    private final TelegramErrors errors;
    private final Messenger voice;

    TelegramReplies(TelegramCalls calls, TelegramErrors errors, Messenger voice) {
        this.calls = calls;
        this.errors = errors;
        this.voice = voice;
    }

    /**
     * Acknowledges the press, changes the pressed message and sends the new ones, in this order.
     *
     * @return how each edit and message ended, in order; the caller may want to know that a chat moved or is gone
     */
    public List<SendResult> answer(Origin origin, Reply reply) {
        acknowledge(origin, reply.toast());
        List<SendResult> results = new ArrayList<>();
        reply.edit().ifPresent(message -> results.add(edit(origin, message)));
        reply.messages().forEach(message -> results.add(send(origin.chat(), message)));
        return results;
    }

    /**
     * Ends the waiting sign on a pressed button, and shows a short line where there is one. Nothing happens for words,
     * and for presses too old to be acknowledged.
     */
    public void acknowledge(Origin origin, Optional<String> toast) {
        origin.pressId().ifPresent(pressId -> acknowledge(pressId, toast));
    }

    void acknowledge(String pressId, Optional<String> toast) {
        AnswerCallbackQuery answer = new AnswerCallbackQuery(pressId);
        toast.map(TelegramReplies::shortened).ifPresent(answer::setText);
        try {
            calls.call(answer);
        } catch (TelegramApiException e) {
            if (!TelegramErrors.tooOld(e)) {
                log.warn("a press could not be acknowledged: {}", errors.told(e));
            }
        }
    }

    private static String shortened(String toast) {
        String clean = TelegramHtml.clean(toast);
        if (clean.length() <= LONGEST_TOAST) {
            return clean;
        }
        int end = LONGEST_TOAST - 1;
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Changes the pressed message; when it is gone, or words were said, the text comes as a new message. */
    private SendResult edit(Origin origin, OutgoingMessage message) {
        if (origin.messageId().isEmpty()) {
            return send(origin.chat(), message);
        }
        SendResult result = voice.edit(origin.chat(), origin.messageId().get(), message);
        return result instanceof SendResult.Rejected ? send(origin.chat(), message) : result;
    }

    private SendResult send(ChatAddress to, OutgoingMessage message) {
        ChatAddress address = to;
        OutgoingMessage part = message;
        SendResult result = voice.send(address, part);
        for (int attempt = 1; attempt < MOST_ATTEMPTS && mendable(result); attempt++) {
            address = mended(address, result);
            part = mended(part, result);
            result = voice.send(address, part);
        }
        return result;
    }

    private static boolean mendable(SendResult result) {
        return result instanceof SendResult.ChatMoved || result instanceof SendResult.PartRefused;
    }

    private static ChatAddress mended(ChatAddress address, SendResult result) {
        if (result instanceof SendResult.ChatMoved moved) {
            return ChatAddress.of(address.bot(), moved.newChatId());
        }
        return refused(result, Part.TOPIC) ? address.withoutTopic() : address;
    }

    private static OutgoingMessage mended(OutgoingMessage message, SendResult result) {
        OutgoingMessage mended = refused(result, Part.PHOTO) ? message.withoutMedia() : message;
        return refused(result, Part.FORMATTING) ? mended.withoutFormatting() : mended;
    }

    private static boolean refused(SendResult result, Part part) {
        return result instanceof SendResult.PartRefused refused && refused.part() == part;
    }
}
