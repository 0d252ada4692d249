package vn.loa.watch.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.fetch.FetchResult;
import vn.loa.model.Problem;
import vn.loa.phrases.Phrases;
import vn.loa.phrases.ProblemText;

class ProblemsTest {
    @Test
    void a_portal_that_loa_itself_is_reading_is_busy_and_whoever_asked_is_told_to_try_again() {
        FetchResult busy = new FetchResult.Busy(Duration.ofSeconds(15));
        Problem problem = Problems.of(busy);
        assertThat(problem).isEqualTo(new Problem(Problem.Kind.BUSY, "15 s"));
        assertThat(ProblemText.of(Phrases.vietnamese(), problem)).contains("đang đọc", "thử lại", "15 giây");
        assertThat(Problems.wait(busy)).as("the portal asked for no pause").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNREACHABLE | no answer in time | cổng thông tin không trả lời (quá thời gian chờ)
            UNREACHABLE | more than 10 redirects | cổng thông tin không trả lời (chuyển hướng quá nhiều lần)
            UNREACHABLE | the host name is not known: tin.xa.vn | cổng thông tin không trả lời (không tìm thấy tên miền: tin.xa.vn)
            TOO_LARGE | larger than 2097152 bytes | trang danh sách quá lớn, không đọc được (lớn hơn 2.097.152 byte)
            RATE_LIMITED | 120 s | cổng thông tin yêu cầu truy cập thưa hơn (120 giây)
            NO_LIST | nothing looks like a list of news: Đăng nhập | không tìm thấy danh sách tin trên trang (không thấy gì giống danh sách tin: Đăng nhập)
            UNREACHABLE | robots.txt: no connection: Connection refused | cổng thông tin không trả lời (robots.txt: không kết nối được: Connection refused)
            UNREACHABLE | HTTP 502 | cổng thông tin không trả lời (HTTP 502)
            UNREACHABLE | something new | cổng thông tin không trả lời (something new)
            """)
    void people_read_what_happened_in_their_language_and_what_is_new_as_it_is(
            Problem.Kind kind, String detail, String told) {
        assertThat(ProblemText.of(Phrases.vietnamese(), new Problem(kind, detail)))
                .isEqualTo(told);
    }

    /** A detail that is worded anew where it arises would be told in English again. */
    @Test
    void what_the_fetcher_says_is_known_to_the_words() throws IOException {
        String sources = Files.readString(Path.of("src/main/java/vn/loa/fetch/Failures.java"))
                + Files.readString(Path.of("src/main/java/vn/loa/fetch/Fetcher.java"))
                + Files.readString(Path.of("src/main/java/vn/loa/fetch/Robots.java"));
        for (String detail : List.of(
                "no answer in time",
                "the host name is not known",
                "no connection",
                "the answer broke off",
                "TLS: the certificate has expired",
                "TLS: the certificate is for another host",
                "TLS: the chain is not complete or not trusted",
                "robots.txt does not allow it",
                "a captcha or a check of the browser")) {
            assertThat(sources).contains("\"" + detail);
            assertThat(ProblemText.of(Phrases.vietnamese(), new Problem(Problem.Kind.UNREACHABLE, detail)))
                    .doesNotContain(detail);
        }
    }
}
