package vn.loa.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;
import vn.loa.telegram.incoming.Origin;

/**
 * Ends the waiting sign that Telegram shows on a pressed button, with or without a short line for who pressed. An
 * acknowledgement that Telegram did not take is tried again three times within a minute.
 */
final class PressAcknowledger implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PressAcknowledger.class);
    /** Bot API, answerCallbackQuery: 0-200 characters. */
    private static final int LONGEST_TOAST = 200;
    /** A toast goes by itself after a moment; what takes longer to read stands until it is closed. */
    private static final int LONGEST_GLANCE = 90;

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final TelegramCalls calls;
    private final TelegramErrors errors;
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(2, task -> {
        Thread thread = new Thread(task, "presses");
        thread.setDaemon(true);
        return thread;
    });

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
        toast.map(PressAcknowledger::shortened).ifPresent(text -> {
            answer.setText(text);
            if (text.length() > LONGEST_GLANCE) {
                answer.setShowAlert(true);
            }
        });
        attempt(answer, 0);
    }

    private void attempt(AnswerCallbackQuery answer, int failures) {
        try {
            calls.call(answer);
        } catch (TelegramApiException e) {
            if (TelegramErrors.tooOld(e)) {
                return;
            }
            if (TelegramErrors.refused(e) || failures == PAUSES.size()) {
                log.warn("a press could not be acknowledged: {}", errors.told(e));
            } else {
                again(answer, failures);
            }
        }
    }

    private void again(AnswerCallbackQuery answer, int failures) {
        try {
            var unused = later.schedule(
                    () -> attempt(answer, failures + 1), PAUSES.get(failures).toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("a press is not acknowledged any more");
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
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
