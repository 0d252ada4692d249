package vn.loa.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButtonRequestChat;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;
import vn.loa.model.Button;

/**
 * The button that opens Telegram's list of the channels in which the bot is and the person too, and the choice that
 * comes back (Bot API, KeyboardButtonRequestChat and ChatShared).
 *
 * @param chatId the channel
 * @param title its name, an empty string when it was not told
 */
public record ChannelChoice(long chatId, String title) {
    /** Tells this choice from others in the update; there is one kind. */
    private static final String REQUEST = "1";

    /** Returns the keyboard with the first of these buttons; empty without any. It goes once it was used. */
    public static Optional<ReplyKeyboardMarkup> keyboard(List<List<Button>> buttons) {
        return buttons.stream().flatMap(List::stream).findFirst().map(first -> {
            KeyboardButton button = new KeyboardButton(first.label());
            button.setRequestChat(KeyboardButtonRequestChat.builder()
                    .requestId(REQUEST)
                    .chatIsChannel(true)
                    .botIsMember(true)
                    .requestTitle(true)
                    .build());
            ReplyKeyboardMarkup keyboard = new ReplyKeyboardMarkup(List.of(new KeyboardRow(button)));
            keyboard.setOneTimeKeyboard(true);
            keyboard.setResizeKeyboard(true);
            return keyboard;
        });
    }

    /** Reads the choice out of a message; empty when it holds none. */
    static Optional<ChannelChoice> of(JsonNode message) {
        JsonNode shared = message.path("chat_shared");
        return shared.path("chat_id").isIntegralNumber()
                ? Optional.of(new ChannelChoice(
                        shared.get("chat_id").asLong(), shared.path("title").asText()))
                : Optional.empty();
    }
}
