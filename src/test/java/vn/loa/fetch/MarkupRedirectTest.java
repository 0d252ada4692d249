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
        return MarkupRedirect.in(html, PAGE).map(found -> found.target().toString());
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<noscript><meta http-equiv=\"refresh\" content=\"0;url=/nojs.html\"></noscript>",
                "<!--[if lt IE 9]><script>window.location.href='/trinh-duyet-cu.html'</script><![endif]-->",
                "<!-- <meta http-equiv=\"refresh\" content=\"0;url=/cu.html\"> -->",
                "<p>Cổng đang bảo trì.</p><button onclick=\"window.location.href='/lien-he'\">Liên hệ</button>",
                "<script>if(screen.width<700){window.location='https://m.tanphu.example.vn/trang-chu';}</script>",
                "<script>if (screen.width < 700)\n  window.location = '/m/tin';</script>",
                "<script>screen.width<700&&(window.location='/m/tin')</script>",
                "<script>function go() {\n window.location = '/lien-he';\n}</script>",
                "<script>window.onload = () => { location.href = '/m/tin'; }</script>",
                "<script>// location.href = '/cu';\nvar a = 1; /* location = '/cu'; */</script>",
                "<script>document.write('<meta http-equiv=\"refresh\" content=\"0;url=/cu.html\">')</script>",
                "<script>location.href = '/dang-nhap?ve=' + tra;</script>",
                "<body onload=\"location.href='/lien-he'\">",
                "<pre>location.href = '/lien-he';</pre>",
            })
    void code_that_not_every_reader_runs_leads_nowhere(String html) {
        assertThat(target("<html><body>" + html + "</body></html>")).isEmpty();
    }

    @Test
    void a_notice_is_read_whatever_its_scripts_do() {
        String notice =
                "<p>Cổng thông tin điện tử xã bảo trì từ 20 giờ ngày 15/3 đến 6 giờ ngày 16/3. Trong thời gian này,"
                        + " mời bà con liên hệ trực tiếp bộ phận một cửa của xã để được hướng dẫn.</p>";
        assertThat(target(notice + "<script>location.href = '/lien-he';</script>"))
                .isEmpty();
    }

    @Test
    void a_page_is_left_for_good_by_its_meta_element_only() {
        assertThat(MarkupRedirect.in("<script><!--\nlocation.href = '/moi';\n//--></script>", PAGE))
                .contains(new MarkupRedirect(HttpUrl.get("http://hoalac.example.gov.vn/moi"), false));
        assertThat(MarkupRedirect.in("<meta http-equiv=refresh content=\"0;url=/moi\">", PAGE))
                .contains(new MarkupRedirect(HttpUrl.get("http://hoalac.example.gov.vn/moi"), true));
    }

    @Test
    void a_page_with_news_on_it_is_read_whatever_its_scripts_do() {
        String news = "<p>Ủy ban nhân dân phường Hòa Lạc tổ chức hội nghị.</p>".repeat(20);
        assertThat(target("<script>function go() { window.location = '/lien-he'; }</script>" + news))
                .isEmpty();
    }
}
