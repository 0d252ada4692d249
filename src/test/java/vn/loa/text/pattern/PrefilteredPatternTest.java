package vn.loa.text.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter in front of an expression changes how long a search takes, and nothing else. */
class PrefilteredPatternTest {
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** The parts of texts that are put together by chance: what the expressions want, nearly want, and its cases. */
    private static final List<String> PARTS = List.of(
            "tổ chức",
            "TỔ CHỨC",
            "Tổ",
            " chức",
            "ông",
            "Ông ",
            "bà",
            "BÀ ",
            "đồng chí ",
            "Đ/c ",
            "12",
            "3",
            "/",
            "9",
            " ",
            ".",
            ",",
            "“",
            "”",
            "\"",
            "(",
            ")",
            "-",
            "–",
            "năm ",
            "ngày ",
            "x",
            "K",
            "\u212a",
            "İ",
            "ſ",
            "ü",
            "\n",
            "１２",
            "٣",
            "\ud83d\ude00",
            "nguyễn",
            "Nguyễn ",
            "Văn ",
            "A",
            "+84",
            "ảnh",
            ":",
            "là ",
            "này",
            " đã");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?<!\\p{L})(?:tổ chức|khai mạc|tổ|tặng)(?!\\p{L})",
                "[Ôô]ng|b[àá](?! \\p{Lu})",
                "(?:(?:các |những )?ông|\\d{1,2}/\\d{1,2}|đồng chí|đ/c):? ?",
                "(?<=năm\\s)(?:\\d{4}|\\d{1,2})|ngày\\s++\\d+?",
                "(?<name>nguyễn(?: \\p{Lu}[\\p{L}’']*+){1,4}+)(?i:(?= là| này))",
                "(?-i:Nguyễn) văn|(?i)BÀ|K",
                "(?<!\\p{Nd})(?:\\+\\s?|\\(\\+?\\s?)?\\p{Nd}(?:[.\\s]{0,2}\\p{Nd})*+",
                "[\"“«][^\"”»]{0,9}+[\"”»]|[,;–—-]{2}|[a-c\\d]x?",
                "(?:x|ü){2}|(?:là |này){1,}+\\.|\\u1ea3nh:?$|^tổ|\\Aông|-",
                "[^x]ông|này",
                "a{2,3}|(?:(?:ông|bà) )*này|x{0,1}tổ",
                "\\(\\d+\\)|\\.\\s|\\bông\\b"
            })
    void a_search_finds_what_the_expression_alone_finds(String regex) {
        Random random = new Random(14);
        for (int flags : new int[] {0, CASELESS}) {
            if (beginsWithAnything(regex, flags)) {
                continue;
            }
            PrefilteredPattern filtered = PrefilteredPattern.of(regex, flags);
            Pattern plain = Pattern.compile(regex, flags);
            for (int i = 0; i < 2_000; i++) {
                String text = text(random);
                assertThat(found(filtered, text)).as(text).isEqualTo(found(plain, text));
                assertThat(filtered.begins(text)).isEqualTo(plain.matcher(text).lookingAt());
                assertThat(filtered.matches(text)).isEqualTo(plain.matcher(text).matches());
                assertThat(filtered.isIn(text)).isEqualTo(plain.matcher(text).find());
            }
        }
    }

    private static boolean beginsWithAnything(String regex, int flags) {
        try {
            return LiteralPrefixes.of(regex, flags != 0).isEmpty();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static List<String> found(PrefilteredPattern pattern, String text) {
        List<String> found = new ArrayList<>();
        PrefilteredPattern.Search search = pattern.in(text);
        while (search.find()) {
            found.add(told(search.match()));
        }
        return found;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(PrefilteredPatternTest::told).toList();
    }

    private static String told(MatchResult match) {
        return match.start() + "-" + match.end() + (match.groupCount() > 0 ? match.group(1) : "");
    }

    @Test
    void an_expression_that_can_begin_with_any_letter_is_refused() {
        for (String regex : List.of("\\p{L}+ này", ".*ông", "x?", "(?:ông|)", "[^a]", "(?=ông)", "\\w")) {
            assertThatThrownBy(() -> PrefilteredPattern.caseless(regex))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(regex);
        }
    }

    @Test
    void a_malformed_expression_is_refused_as_ever() {
        assertThatThrownBy(() -> PrefilteredPattern.caseless("(ông")).isInstanceOf(IllegalArgumentException.class);
    }
}
