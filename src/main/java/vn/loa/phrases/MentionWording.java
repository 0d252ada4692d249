package vn.loa.phrases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    /** Ends a sentence; an abbreviation before a command is rare, and only joins two. */
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?] )|(?<=\\n)");
    /** In private the bot hears whatever is typed, and people find it there by its name. */
    private static final Pattern IN_PRIVATE =
            Pattern.compile("\\b(nhắn riêng(?: /[a-z]+)? cho|trò chuyện riêng với) (tôi|Loa)\\b");

    private static final Pattern IN_PRIVATE_IN_ENGLISH =
            Pattern.compile("\\bprivately\\b|\\bin private\\b|\\bprivate (?:chat|conversation)\\b");
    private static final Pattern VIETNAMESE = Pattern.compile("[ạảãáàậẩẫấầăắằặẵâêệễểếềđôộốồổỗơợớờởỡưựứừửữ]");
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
        List<String> sentences = List.of(BETWEEN_SENTENCES.split(pattern));
        String whole = sentences.stream().map(this::sentence).collect(Collectors.joining());
        boolean commands = sentences.stream()
                .anyMatch(sentence -> COMMAND.matcher(sentence).find() && !privately(sentence));
        boolean mentioned = whole.contains("õ @, chọn ") || whole.contains(" @, choose ");
        return commands && !mentioned ? whole + "\n" + how(pattern) : whole;
    }

    private static boolean privately(String sentence) {
        return IN_PRIVATE.matcher(sentence).find()
                || IN_PRIVATE_IN_ENGLISH.matcher(sentence).find();
    }

    private String how(String pattern) {
        return VIETNAMESE.matcher(pattern).find()
                ? "(Viết lệnh ở đây: gõ @, chọn " + named("tên bot") + " rồi viết.)"
                : "(To give a command here: type @, choose " + named("the bot") + " and write.)";
    }

    private String sentence(String pattern) {
        if (privately(pattern)) {
            return IN_PRIVATE
                    .matcher(pattern)
                    .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + named(found.group(2))))
                    .replace("gõ /", "nhắn /");
        }
        String words = ALONE.matcher(pattern)
                .replaceAll(found ->
                        Matcher.quoteReplacement("\"" + WORDS.get(found.group(1).toLowerCase(Locale.ROOT)) + "\""));
        String how = TYPE.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "õ @, chọn " + named("tên bot") + " rồi viết" + found.group(2)));
        return TYPE_IN_ENGLISH
                .matcher(how)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "ype" + found.group(2) + " @, choose " + named("the bot") + " and write "));
    }

    private String named(String unknown) {
        return name.isEmpty() ? unknown : name;
    }
}
