package vn.loa.zalo.oa;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a message with a mention of the account taken off. In its groups the account hears everything, so only a
 * command and a mention are meant for it beyond doubt.
 *
 * @param words what is left
 * @param addressed whether they were meant for the account
 */
record OaSpokenText(String words, boolean addressed) {
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern BLANKS = Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u3000]");
    /** A mention of anybody by name, and a command after it: without the account's name it may be the one meant. */
    private static final Pattern COMMAND_AFTER_NAME =
            Pattern.compile("^@[^/\\n]{1,100}?\\s+(/\\p{L}.*)$", Pattern.DOTALL);

    private static final Pattern LATER_COMMAND = Pattern.compile("\\s(/\\p{L}.*)$", Pattern.DOTALL);

    /**
     * Reads a text.
     *
     * @param calledName the account's name, empty when it is not known
     */
    static OaSpokenText read(String text, String calledName) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String plain = BLANKS.matcher(visible).replaceAll(" ").strip();
        if (calledName.isEmpty()) {
            Matcher command = COMMAND_AFTER_NAME.matcher(plain);
            return command.find()
                    ? new OaSpokenText(command.group(1), true)
                    : new OaSpokenText(plain, plain.startsWith("/"));
        }
        Matcher mention = mention(calledName).matcher(plain);
        return mention.find()
                ? new OaSpokenText(fromCommand(mention.replaceAll("").strip()), true)
                : new OaSpokenText(plain, plain.startsWith("/"));
    }

    private static Pattern mention(String calledName) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])" + Pattern.quote("@" + calledName) + "(?![\\p{L}\\p{N}_])[,:]? ?",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** People greet before they ask. */
    private static String fromCommand(String words) {
        Matcher command = LATER_COMMAND.matcher(words);
        return !words.startsWith("/") && command.find() ? command.group(1) : words;
    }
}
