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
                "mời Q7RT2 K9XPB họp",
                "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười Q7RT2K9XPB"
            })
    void what_holds_no_code_or_more_than_one_or_is_a_text_of_its_own_gives_none(String words) {
        assertThat(OneTimeCode.within(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mã mời của thôn Thượng là Q7RT2K9XPB nhé bác",
                "Q7RT2K9XPB\nTrưởng thôn Hòa",
                "Q7RT2K9XPB Q7RT2K9XPB",
                "mã Q7RT2K9XPB, đúng mã q7rt2k9xpb bác ạ",
                "#Q7RT2K9XPB",
                "https://t.me/loa_bot?start=Q7RT2K9XPB",
                "Q7RT2K9XPB😊",
                "👉Q7RT2K9XPB👈",
                "_Q7RT2K9XPB_",
                "Q7RT2K9XPBạ",
                "q7rt2k9xpbạ bác",
                "Q 7 R T 2 K 9 X P B",
                "Q7R T2K 9XP B",
                "q7rt-2k9x-pb",
                "Q7RT2 - K9XPB",
                "Q7RT2.K9XPB",
                "mã: Q7RT2 K9XPB",
                "Mã mời là: q7rt2 k9xpb ạ",
                "start Q7RT2 K9XPB",
                "[Q7RT2K9XPB]",
                "{Q7RT2K9XPB}",
                "'Q7RT2K9XPB'",
                "‘Q7RT2K9XPB’",
                "Q7RT2K9XPB/",
                "Q7RT2K9XPB;",
                "1. Q7RT2K9XPB",
                "- Q7RT2K9XPB",
                "> Q7RT2K9XPB",
                "Gửi bot: Q7RT2K9XPB. Cảm ơn!",
                "em chào bot em gửi mã Q7RT2K9XPB",
                "Q7RT2K9XPB, thôn Hạ",
                "thôn 2: Q7RT2K9XPB",
                "code Q7RT2K9XPB",
                "CODE=Q7RT2K9XPB",
                "(mã)Q7RT2K9XPB",
                "Q7RT2K9XPB (8h30)",
                "sdt 0912345678 Q7RT2K9XPB",
                "mã mới Q7RT2K9XPB ngày 29/11/2026",
                "\tQ7RT2K9XPB\t",
                "Q7RT2K9XPB."
            })
    void a_code_is_found_however_people_hand_it_on(String words) {
        assertThat(OneTimeCode.within(words)).as(words).contains(new OneTimeCode(CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b c d e 2 3 4 5",
                "họp 2 thôn 3 ngày 4 tháng 5 năm 6",
                "ngay 25 thang 9",
                "QĐ số 2345/QĐ-UBND",
                "29B-234.56",
                "CCCD 234567892345",
                "so 9 pho Hue",
                "thon 2 xa A huyen B",
                "https://phuxuyen.gov.vn/tin/Q7RT2K9XPB.html",
                "bác xem https://phuxuyen.gov.vn/?id=Q7RT2K9XPB nhé",
                "sang 2 ba Lan",
                "Sang 2 ba Lan",
                "Q7RT2K9XPBA",
                "AQ7RT2K9XPB"
            })
    void numbers_and_names_of_everyday_are_no_codes(String words) {
        assertThat(OneTimeCode.within(words)).as(words).isEmpty();
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
