package vn.loa.phrases;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewords the patterns of phrases for a group in which a bot hears only mentions and replies: "gõ /theodoi" becomes
 * "gõ @, chọn tên bot rồi viết ..." with the bot's real name, for whoever merely types is not heard. Works on the phrases
 * alone, never on what is put into them. What needs other words altogether stands in {@code mention_*.properties}.
 */
final class MentionWording {
    /** Stands for the bot's name in the phrases for such groups. */
    private static final String NAME = "@BOT@";

    /** Commands that are understood as plain words when nothing follows them. */
    private static final Map<String, String> WORDS = Map.of(
            "theodoi", "theo dõi",
            "botheodoi", "bỏ theo dõi",
            "danhsach", "danh sách",
            "tinmoi", "tin mới",
            "trogiup", "trợ giúp",
            "lich", "lịch",
            "caidat", "cài đặt",
            "baocao", "báo cáo");

    private static final Pattern ALONE = Pattern.compile(
            "/(" + String.join("|", WORDS.keySet()) + ")(?=[,.;:)\n]|$| để | hoặc | for | to )",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMAND = Pattern.compile("/[a-z]{2,20}\\b");
    private static final Pattern TYPE = Pattern.compile("\\b([Gg])õ(:| (?!@|không dấu|số))");
    private static final Pattern TYPE_IN_ENGLISH = Pattern.compile("\\b([Tt])ype(s?) (?=[/\"]|it again|the command)");
    private static final List<String> LEFT_ALONE = List.of(".menu", ".example");

    private final String name;

    /** @param calledName the bot's name as people see it; an empty string when it is not known */
    MentionWording(String calledName) {
        String plain = calledName.replaceAll("[{}'\"]", " ").strip();
        this.name = plain.isEmpty() ? "" : "\"" + plain + "\"";
    }

    /** Returns the pattern for such a group. */
    String reworded(String key, String pattern) {
        if (pattern.contains(NAME)) {
            return pattern.replace(NAME, named("tên bot"));
        }
        if (key.startsWith("command.") && LEFT_ALONE.stream().anyMatch(key::endsWith)) {
            return pattern;
        }
        boolean commands = COMMAND.matcher(pattern).find();
        String words = ALONE.matcher(pattern)
                .replaceAll(found ->
                        Matcher.quoteReplacement("\"" + WORDS.get(found.group(1).toLowerCase()) + "\""));
        String how = TYPE.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "õ @, chọn " + named("tên bot") + " rồi viết" + found.group(2)));
        String whole = TYPE_IN_ENGLISH
                .matcher(how)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "ype" + found.group(2) + " @, choose " + named("the bot") + " and write "));
        return commands && whole.equals(words) ? whole + "\n(@ → " + named("tên bot") + " → …)" : whole;
    }

    private String named(String unknown) {
        return name.isEmpty() ? unknown : name;
    }
}
