package vn.loa.command.menu;

import java.util.Objects;

/**
 * Represents an entry of the platform's command menu.
 *
 * @param name the word after the slash
 * @param description its explanation, 1-256 characters (Bot API, BotCommand)
 */
public record MenuEntry(String name, String description) {
    public MenuEntry {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
    }
}
