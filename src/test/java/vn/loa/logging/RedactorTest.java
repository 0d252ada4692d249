package vn.loa.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String TAIL = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw-";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token 123456789:%s!",
                "https://api.telegram.org/bot123456789:%s/sendMessage",
                "https://api.telegram.org/bot123456789%%3A%s/sendMessage",
                "https://api.telegram.org/bot123456789%%3a%s/sendMessage",
                "redirect=https%%3A%%2F%%2Fapi%%2Fbot123456789%%253A%s%%2FgetMe",
                "\"123456789:%s\"",
            })
    void a_bot_token_nobody_told_it_of_is_hidden_and_the_bots_number_kept(String text) {
        String redacted = redactor.redact(text.formatted(TAIL));

        assertThat(redacted).contains("123456789").contains("***").doesNotContain(TAIL.substring(0, 8));
        assertThat(redacted.replace("***", TAIL)).isEqualTo(text.formatted(TAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23 09:40:12.345 done",
                "{\"timestamp\":1700000000000,\"level\":\"WARN\"}",
                "telegram:123456789 said 12:30",
                "/van-hoa-xa-hoi/-/view_content/8125967-uy-ban-mttq-vn-huyen-phu-xuyen-tap-huan.html",
                "id 2656250701173519296.htm",
            })
    void ordinary_text_is_left_alone(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    plain hunter2/"q" ends      | plain *** ends
                    url ?k=hunter2%2F%22q%22&x  | url ?k=***&x
                    url ?k=hunter2%2f%22q%22&x  | url ?k=***&x
                    json {"k":"hunter2/\\"q\\""} | json {"k":"***"}
                    json "hunter2\\/\\u0022q\\u0022" | json "***"
                    """)
    void a_secret_it_was_told_of_is_hidden_in_every_form(String text, String expected) {
        redactor.hide("hunter2/\"q\"");

        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @Test
    void a_secret_that_begins_like_another_leaves_no_tail() {
        redactor.hide("secret");
        redactor.hide("secret-and-more");

        assertThat(redactor.redact("secret-and-more, secret")).isEqualTo("***, ***");
    }

    @Test
    void a_very_short_secret_does_not_blacken_the_log() {
        redactor.hide("");
        redactor.hide("a");

        assertThat(redactor.redact("a banana")).isEqualTo("a banana");
    }
}
