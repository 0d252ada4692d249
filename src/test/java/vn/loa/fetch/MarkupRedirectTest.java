package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupRedirectTest {
    private static final HttpUrl PAGE = Objects.requireNonNull(HttpUrl.parse("http://hoalac.example.gov.vn/tin-tuc"));

    private static Optional<String> target(String html) {
        return MarkupRedirect.target(html, PAGE).map(HttpUrl::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<meta http-equiv=\"refresh\" content=\"0;url=https://moi.example.vn/\"> ¦ https://moi.example.vn/",
                "<META content='5; URL=https://moi.example.vn/a?b=1&amp;c=2' HTTP-EQUIV='Refresh'> ¦ https://moi.example.vn/a?b=1&c=2",
                "<meta http-equiv=refresh content=\"3;url='/portal/home.html'\"> ¦ http://hoalac.example.gov.vn/portal/home.html",
                "<script>window.location.href = \"https://moi.example.vn/tin\";</script> ¦ https://moi.example.vn/tin",
                "<body onload=\"\"><script>location.replace('/Pages/index.aspx')</script></body> ¦ http://hoalac.example.gov.vn/Pages/index.aspx",
            })
    void a_page_that_says_nothing_else_tells_where_to_go_on(String html, String right) {
        assertThat(target("<html><head><title>Cổng</title></head><body>" + html
                        + "<p>Đang chuyển hướng…</p></body></html>"))
                .contains(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=\"refresh\" content=\"300\">",
                "<meta http-equiv=\"refresh\" content=\"600;url=https://moi.example.vn/\">",
                "<meta http-equiv=\"refresh\" content=\"0;url=/tin-tuc\">",
                "<meta http-equiv=\"refresh\" content=\"5;url=/\">",
                "<meta http-equiv=\"refresh\" content=\"0;url=javascript:void(0)\">",
                "<meta name=\"description\" content=\"0;url=https://moi.example.vn/\">",
                "<a href=\"https://moi.example.vn/\">trang mới</a>",
            })
    void a_page_that_is_loaded_again_or_leads_back_is_read_itself(String html) {
        assertThat(target(html)).isEmpty();
    }

    @Test
    void a_page_with_news_on_it_is_read_whatever_its_scripts_do() {
        String news = "<p>Ủy ban nhân dân phường Hòa Lạc tổ chức hội nghị.</p>".repeat(20);
        assertThat(target("<script>function go() { window.location = '/lien-he'; }</script>" + news))
                .isEmpty();
    }
}
