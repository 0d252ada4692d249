package vn.loa.telegram;

/**
 * A line of the menu that Telegram shows when a person types a slash.
 *
 * @param name 1-32 of {@code a-z 0-9 _}, without the slash (Bot API, BotCommand)
 * @param description 1-256 characters
 */
public record MenuEntry(String name, String description) {
    public MenuEntry {
        if (!name.matches("[a-z0-9_]{1,32}")) {
            throw new IllegalArgumentException("not a command's name: " + name);
        }
        if (description.isBlank() || description.length() > 256) {
            throw new IllegalArgumentException("a description has 1-256 characters: " + name);
        }
    }
}
