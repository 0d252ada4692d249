package vn.loa.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.model.Hearing;

/** Whoever does what Loa asks for in a group that hears only mentions and replies is heard. */
class MentionWordingTest {
    private static final Hearing GROUP = Hearing.mentionsAndReplies("Bot Tin Xã Phú Xuyên");
    /** What nobody hears there: typing, pressing, a name that is not the bot's. */
    private static final Pattern UNHEARD = Pattern.compile(
            "\\bgõ (?:lại|/)|\\bgõ:|@Loa|\\btypes? /|\\bpress\\b|\\btap\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NEEDS_REPLY =
            Pattern.compile("\\bbấm\\b|bằng số|by number", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REPLY = Pattern.compile("Trả lời|Reply");
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w.:/])/[a-z]{2,20}\\b");

    private static String said(Phrases phrases, String key) {
        return phrases.heardThrough(GROUP).say(key, 1, 2, 3, 4, 5, 6);
    }

    /** The operators' pages and the bot's profile on Telegram are read elsewhere. */
    private static boolean canReachAGroup(String key) {
        return !key.startsWith("mention.") && !key.startsWith("web.") && !key.equals("menu.description");
    }

    @Test
    void no_phrase_asks_a_group_for_what_it_would_not_hear() {
        List<String> wrong = new ArrayList<>();
        for (Phrases phrases : List.of(Phrases.vietnamese(), Phrases.english())) {
            for (String key : phrases.keys()) {
                if (canReachAGroup(key)) {
                    String text = said(phrases, key);
                    boolean unheard = UNHEARD.matcher(text).find()
                            || NEEDS_REPLY.matcher(text).find()
                                    && !REPLY.matcher(text).find();
                    if (unheard && !key.equals("menu.numbers.of")) {
                        wrong.add(key + " = " + text);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_phrase_with_a_command_says_how_to_mention_the_bot_by_its_real_name() {
        List<String> wrong = new ArrayList<>();
        for (Phrases phrases : List.of(Phrases.vietnamese(), Phrases.english())) {
            for (String key : phrases.keys()) {
                boolean label = key.startsWith("command.") && (key.endsWith(".example") || key.endsWith(".menu"));
                String usual = phrases.say(key, 1, 2, 3, 4, 5, 6);
                String text = said(phrases, key);
                boolean alone = usual.contains("riêng cho tôi")
                        || usual.matches("(?s).*(privately|in private|private chat).*")
                        || key.startsWith("web.")
                        || usual.contains("cho tôi mà biết");
                if (!label
                        && !key.startsWith("mention.")
                        && !alone
                        && COMMAND.matcher(usual).find()
                        && !text.contains("Bot Tin Xã Phú Xuyên")
                        && !REPLY.matcher(text).find()) {
                    wrong.add(key + " = " + text);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list.empty | Hiện chưa theo dõi nguồn tin nào. Xin gõ @, chọn \"Bot Tin Xã Phú Xuyên\" rồi viết \"theo dõi\" để chọn.",
                "link.private | Việc liên kết làm trong cuộc trò chuyện riêng với \"Bot Tin Xã Phú Xuyên\", để người khác không thấy mã. Xin đồng chí nhắn riêng cho \"Bot Tin Xã Phú Xuyên\": /lienket",
                "press.stale | Lựa chọn này không còn hiệu lực. Xin gõ @, chọn \"Bot Tin Xã Phú Xuyên\" rồi viết lại yêu cầu.",
            })
    void typing_becomes_mentioning(String key, String text) {
        assertThat(said(Phrases.vietnamese(), key)).isEqualTo(text);
    }

    @Test
    void what_is_to_be_done_in_private_is_said_so_with_the_bots_name_and_without_a_mention() {
        List<String> wrong = new ArrayList<>();
        Phrases phrases = Phrases.vietnamese();
        for (String key : phrases.keys()) {
            String text = said(phrases, key);
            boolean unnamed = text.matches("(?s).*(?:riêng cho|riêng với) (?:tôi|Loa)\\b.*");
            boolean both = text.matches("(?s).*chọn \"Bot Tin Xã Phú Xuyên\" rồi viết[^.\n]*trò chuyện riêng.*");
            if (canReachAGroup(key) && (unnamed || both)) {
                wrong.add(key + " = " + text);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_phrase_shows_signs_where_words_would_do() {
        Phrases phrases = Phrases.vietnamese();
        assertThat(phrases.keys())
                .filteredOn(MentionWordingTest::canReachAGroup)
                .allSatisfy(key -> assertThat(said(phrases, key)).doesNotContain("(@ →"));
    }

    @Test
    void a_name_that_is_not_known_or_full_of_marks_breaks_nothing() {
        for (String name : List.of("", "  ", "Bot {0} 'x' \"y\"", "Bot $1 \\\\")) {
            Phrases phrases = Phrases.vietnamese().heardThrough(Hearing.mentionsAndReplies(name));
            phrases.keys()
                    .forEach(key ->
                            assertThat(phrases.say(key, 1, 2, 3, 4, 5, 6)).doesNotContain("@BOT@"));
        }
    }

    @Test
    void what_is_put_into_a_phrase_is_left_as_it_is() {
        assertThat(Phrases.vietnamese().heardThrough(GROUP).say("search.none", "gõ /theodoi, bấm"))
                .contains("\"gõ /theodoi, bấm\"");
    }
}
