package vn.loa.watch.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
            NO_LIST | no node matches div.news; the page looks like liferay | không tìm thấy danh sách tin trên trang (không thấy gì giống danh sách tin; trang có vẻ dùng hệ thống: liferay)
            NO_LIST | nothing looks like a list of news: Đăng nhập | không tìm thấy danh sách tin trên trang (không thấy gì giống danh sách tin: Đăng nhập)
            UNREACHABLE | robots.txt: no connection: Connection refused | cổng thông tin không trả lời (robots.txt: không kết nối được)
            UNREACHABLE | HTTP 502 | cổng thông tin không trả lời (HTTP 502)
            UNREACHABLE | TLS: the chain is not complete or not trusted; the missing issuer is "CN=Chứng thực A, O=Cục B", whose certificate fetch.extra-ca can add | cổng thông tin không trả lời (chứng chỉ bảo mật còn thiếu hoặc không tin cậy được; thiếu chứng chỉ của đơn vị cấp: CN=Chứng thực A, O=Cục B)
            UNREACHABLE | HTTP 304 where the whole list was asked for | cổng thông tin không trả lời (HTTP 304)
            REFUSED | redirects to another site: tin.vn | Loa không truy cập địa chỉ này để giữ an toàn (chuyển hướng sang trang khác: tin.vn)
            REFUSED | the address 10.0.0.7 is not public | Loa không truy cập địa chỉ này để giữ an toàn (địa chỉ không công khai trên mạng: 10.0.0.7)
            BLOCKED | cookie page, also after its cookie was set | cổng thông tin từ chối truy cập (trang chỉ đặt cookie rồi tải lại)
            UNREADABLE_ITEMS | 3 items; no title: https://xa.vn/a | có bài không đọc được (3 bài; thiếu tiêu đề: https://xa.vn/a)
            UNREADABLE_ITEMS | 2 items; something new: https://xa.vn/a | có bài không đọc được (2 bài)
            MOVED | https://moi.vn/tin; a | cổng thông tin đã chuyển hẳn sang địa chỉ khác: https://moi.vn/tin; a
            NO_ROOM | < 100 MB | ổ đĩa của máy chủ sắp đầy (< 100 MB), Loa tạm ngừng nhận tin mới
            UNREACHABLE | something new | cổng thông tin không trả lời
            BUSY | something new | Loa đang đọc cổng thông tin này cho việc khác nên chưa đến lượt; xin đồng chí thử lại sau ít phút
            """)
    void people_read_what_happened_in_their_language_and_what_is_new_not_at_all(
            Problem.Kind kind, String detail, String told) {
        assertThat(ProblemText.of(Phrases.vietnamese(), new Problem(kind, detail)))
                .isEqualTo(told);
    }
}
