package vn.loa.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import vn.loa.telegram.api.TelegramCalls;

/**
 * Identifies the bot on Telegram.
 *
 * @param id its number
 * @param username without {@code @}
 */
public record BotSelf(long id, String username) {
    /** Asks {@code getMe} who the bot is. */
    public static BotSelf ask(TelegramCalls calls) throws TelegramApiException {
        JsonNode me = calls.call(new GetMe());
        if (!me.path("id").isIntegralNumber()) {
            throw new TelegramApiRequestException("the answer names no bot");
        }
        return new BotSelf(me.get("id").asLong(), me.path("username").asText());
    }
}
