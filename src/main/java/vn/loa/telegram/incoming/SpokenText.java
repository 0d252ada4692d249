package vn.loa.telegram.incoming;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a message with mentions of the bot taken off.
 *
 * @param words what is left
 * @param mentioned whether the bot was mentioned
 */
record SpokenText(String words, boolean mentioned) {
    private static final Pattern COMMAND = Pattern.compile("^(/[^\\s@]*)@(\\S+)");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff]");

    /** Reads a text; empty when it is a command for another bot ({@code /lệnh@khac_bot}). */
    static Optional<SpokenText> read(String text, String username) {
        String visible = INVISIBLE.matcher(text).replaceAll("").strip();
        Matcher command = COMMAND.matcher(visible);
        if (!command.find()) {
            return Optional.of(withoutMention(visible, username));
        }
        if (username.isEmpty() || !command.group(2).equalsIgnoreCase(username)) {
            return Optional.empty();
        }
        String rest = withoutMention(visible.substring(command.end()), username).words();
        return Optional.of(new SpokenText((command.group(1) + " " + rest).strip(), true));
    }

    private static SpokenText withoutMention(String text, String username) {
        if (username.isEmpty()) {
            return new SpokenText(text.strip(), false);
        }
        Pattern mention = Pattern.compile(
                "(?<![\\w@/.])@" + Pattern.quote(username) + "(?!\\w)[,:]?[ \\t\\u00a0]*", Pattern.CASE_INSENSITIVE);
        Matcher matcher = mention.matcher(text);
        return matcher.find()
                ? new SpokenText(matcher.replaceAll("").strip(), true)
                : new SpokenText(text.strip(), false);
    }
}
