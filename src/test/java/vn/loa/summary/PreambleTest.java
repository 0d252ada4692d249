package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreambleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thực hiện Kế hoạch số 12/KH-UBND, | UBND xã Tân Phú thông báo lịch tiêm phòng cho đàn lợn, ngày 15/3 tại"
                        + " thôn 1 và thôn 2.",
                "Nhân dịp Quốc khánh, | UBND xã tổ chức nhiều hoạt động văn nghệ, ngày hội đại đoàn kết ở các thôn.",
                "Thực hiện Kế hoạch của Đảng ủy, UBND xã, | ngày 13/9, Hội Nông dân xã tổ chức tập huấn.",
                "Hưởng ứng ngày hội toàn dân, ngày hội đại đoàn kết, | Hội Phụ nữ xã tặng quà.",
                "Thực hiện chỉ đạo của Huyện ủy, UBND xã về việc tổ chức hội nghị, | sáng 13/9, xã họp.",
                "Nhằm phòng dịch, | trong hai ngày 3 và 4/9, trạm y tế tiêm vắc xin.",
            })
    void the_news_begins_with_its_day_or_with_the_body_that_acts(String preamble, String news) {
        assertThat(Preamble.leftOut(preamble + " " + news)).contains(news);
    }
}
