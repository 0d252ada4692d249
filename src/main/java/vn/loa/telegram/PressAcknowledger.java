package vn.loa.telegram;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/** Ends the waiting sign that Telegram shows on a pressed button, with or without a short line for who pressed. */
final class PressAcknowledger {
    private static final Logger log = LoggerFactory.getLogger(PressAcknowledger.class);
    /** Bot API, answerCallbackQuery: 0-200 characters. */
    private static final int LONGEST_TOAST = 200;

    private final TelegramCalls calls;
    private final TelegramErrors errors;

    PressAcknowledger(TelegramCalls calls, TelegramErrors errors) {
        this.calls = calls;
        this.errors = errors;
    }

    /**
     * Ends the waiting sign on a pressed button, and shows a short line where there is one. Nothing happens for words,
     * and for presses too old to be acknowledged.
     */
    void acknowledge(Origin origin, Optional<String> toast) {
        origin.pressId().ifPresent(pressId -> acknowledge(pressId, toast));
    }

    void acknowledge(String pressId, Optional<String> toast) {
        AnswerCallbackQuery answer = new AnswerCallbackQuery(pressId);
        toast.map(PressAcknowledger::shortened).ifPresent(answer::setText);
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
}
