package vn.loa.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {
    private static final String CODE = "Q7RT2K9XPB";

    @RepeatedTest(50)
    void a_new_code_has_letters_and_digits_that_do_not_look_alike() {
        assertThat(OneTimeCode.random(new SecureRandom()).text())
                .hasSize(10)
                .matches("[2-9A-HJ-NP-Z]+")
                .containsPattern("[0-9]")
                .containsPattern("[A-Z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CODE,
                " q7rt2k9xpb ",
                "cháu gửi mã q7rt2k9xpb ạ",
                "Mã: «Q7RT2K9XPB».",
                "Mã mời:Q7RT2K9XPB",
                "mã=q7rt2k9xpb",
                "start:Q7RT2K9XPB",
                "/startQ7RT2K9XPB",
                "Q7RT2-K9XPB",
                "mã q7rt2 k9xpb ạ",
                "Ｑ７ＲＴ２Ｋ９ＸＰＢ",
                "Q7RT2K9XPB (Mã dùng một lần cho một nhóm, đến 6/12/2026 22:12.) Sẽ theo dõi ngay: tất cả, cả các tin của huyện, tỉnh.",
                "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín Q7RT2K9XPB"
            })
    void a_code_is_found_among_words_of_courtesy(String words) {
        assertThat(OneTimeCode.within(words)).contains(new OneTimeCode(CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xin chào các bác",
                "Q7RT2K9XP",
                "Q7RT2K9XPBB",
                "Q7RT2K9XP0",
                "ABCDEFGHJK",
                "2345678923",
                "Q7RT2K9XPB hay A7RT2K9XPB",
                "hẹn 8h tối",
                "sang 8h30",
                "họp ngày 27 hen",
                "Q7RT2K9 XPB",
                "mời Q7RT2 K9XPB họp",
                "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười Q7RT2K9XPB"
            })
    void what_holds_no_code_or_more_than_one_or_is_a_text_of_its_own_gives_none(String words) {
        assertThat(OneTimeCode.within(words)).isEmpty();
    }

    @Test
    void a_code_with_a_character_too_many_or_too_few_resembles_one_and_a_greeting_does_not() {
        assertThat(OneTimeCode.resembledBy("q7rt2k9xp")).isTrue();
        assertThat(OneTimeCode.resembledBy(" q7rt2k9xpbb ")).isTrue();
        assertThat(OneTimeCode.resembledBy("chào bác")).isFalse();
        assertThat(OneTimeCode.resembledBy("q7rt2k9")).isFalse();
    }

    @Test
    void the_digest_tells_codes_apart_and_does_not_hold_them() {
        OneTimeCode typed = OneTimeCode.typed(" q7rt2k9xpb ");
        assertThat(typed.digest()).isEqualTo(new OneTimeCode(CODE).digest()).doesNotContainIgnoringCase(CODE);
        assertThat(typed.digest()).isNotEqualTo(new OneTimeCode("Q7RT2K9XPC").digest());
    }
}
