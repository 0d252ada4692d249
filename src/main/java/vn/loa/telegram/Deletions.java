package vn.loa.telegram;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/** Deletes what a person wrote when it holds a secret (Bot API, deleteMessage: in private chats a bot may, for 48 hours). */
final class Deletions {
    private static final Logger log = LoggerFactory.getLogger(Deletions.class);

    private final TelegramCalls calls;
    private final TelegramErrors errors;

    Deletions(TelegramCalls calls, TelegramErrors errors) {
        this.calls = calls;
        this.errors = errors;
    }

    /** Deletes a message; one that Telegram keeps is told in the log. */
    void delete(String chatId, String messageId) {
        if (!messageId.matches("[1-9]\\d{0,8}")) {
            return;
        }
        try {
            calls.call(new DeleteMessage(chatId, Integer.valueOf(messageId)));
        } catch (TelegramApiException e) {
            log.warn("a message with a secret could not be deleted: {}", errors.told(e));
        }
    }
}
