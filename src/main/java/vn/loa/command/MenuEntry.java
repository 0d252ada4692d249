package vn.loa.command;

import java.util.Objects;

/**
 * A line of the platform's command menu.
 *
 * @param name the word after the slash
 * @param description what it does, 1-256 characters (Bot API, BotCommand)
 */
public record MenuEntry(String name, String description) {
    public MenuEntry {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
    }
}
