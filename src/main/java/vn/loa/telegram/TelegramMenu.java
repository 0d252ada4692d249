package vn.loa.telegram;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.command.MenuEntry;

/** The menu of commands. It is a convenience: when it cannot be published, Loa says so in the log and goes on. */
public final class TelegramMenu {
    private static final Logger log = LoggerFactory.getLogger(TelegramMenu.class);

    private final TelegramCalls calls;
    private final TelegramErrors errors;

    TelegramMenu(TelegramCalls calls, TelegramErrors errors) {
        this.calls = calls;
        this.errors = errors;
    }

    /**
     * Publishes the menu for all chats, for Vietnamese and for everybody else.
     *
     * @param entries 1-100 of them
     * @return whether Telegram took it
     */
    public boolean publish(List<MenuEntry> entries) {
        List<BotCommand> commands = entries.stream()
                .map(entry -> new BotCommand(entry.name(), entry.description()))
                .toList();
        return publish(commands, null) && publish(commands, "vi");
    }

    private boolean publish(List<BotCommand> commands, String language) {
        SetMyCommands request = new SetMyCommands(commands);
        request.setLanguageCode(language);
        try {
            calls.call(request);
            return true;
        } catch (TelegramApiException e) {
            log.warn("the menu of commands could not be published: {}", errors.told(e));
            return false;
        }
    }
}
