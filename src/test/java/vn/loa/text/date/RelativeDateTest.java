package vn.loa.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/** Dates that are told by the time at which their page was made. */
class RelativeDateTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant MADE = Instant.parse("2026-11-28T02:30:40Z");

    private final VietnameseDates dates = VietnameseDates.in(HANOI).relativeTo(Optional.of(MADE));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5 phút trước; 2026-11-28T09:25; MINUTE",
                "Cách đây 20 phút; 2026-11-28T09:10; MINUTE",
                "Đăng 1 giờ 20 phút trước; 2026-11-28T08:10; MINUTE",
                "2 giờ trước; 2026-11-28T00:00; DAY",
                "10 giờ trước; 2026-11-27T00:00; DAY",
                "2 ngày trước | Lượt xem: 15; 2026-11-26T00:00; DAY",
                "3 hours ago; 2026-11-28T00:00; DAY",
                "hôm qua; 2026-11-27T00:00; DAY",
                "hôm qua 15:30; 2026-11-27T15:30; MINUTE",
                "Hôm qua, lúc 15h30; 2026-11-27T15:30; MINUTE",
                "15:30 hôm qua; 2026-11-27T15:30; MINUTE",
                "Hôm nay, 08:15; 2026-11-28T08:15; MINUTE",
                "Hôm nay, 23:15; ; RELATIVE",
                "Sáng nay; 2026-11-28T00:00; DAY",
                "Chiều qua; 2026-11-27T00:00; DAY",
                "hôm kia; 2026-11-26T00:00; DAY",
                "Yesterday at 3:30 PM; 2026-11-27T15:30; MINUTE",
                "Vừa xong; 2026-11-28T09:30; MINUTE",
                "1 tuần trước; 2026-11-21T00:00; DAY",
                "2 tháng trước; 2026-09-28T00:00; DAY",
                "hai tháng trước; 2026-09-28T00:00; DAY",
                "Đăng hơn 2 năm trước; 2024-11-28T00:00; DAY",
                "1 năm 2 tháng trước; 2025-09-28T00:00; DAY",
                "một giờ trước; 2026-11-28T00:00; DAY",
                "cách đây 1 tháng; 2026-10-28T00:00; DAY",
                "3mo ago; 2026-08-28T00:00; DAY",
                "a month ago; 2026-10-28T00:00; DAY",
                "tuần trước; 2026-11-22T00:00; DAY",
                "Thứ hai tuần trước; 2026-11-22T00:00; DAY",
                "tháng trước; 2026-10-31T00:00; DAY",
                "last year; 2025-12-31T00:00; DAY",
                "năm ngoái; 2025-12-31T00:00; DAY",
                "nửa năm trước; 2026-05-28T00:00; DAY",
                "Đăng nửa tháng trước; 2026-11-13T00:00; DAY",
                "nửa tiếng trước; 2026-11-28T09:00; MINUTE",
                "nửa ngày trước; 2026-11-27T00:00; DAY",
                "half a year ago; 2026-05-28T00:00; DAY",
                "nửa đêm hôm trước; ; RELATIVE",
                "vừa đăng; 2026-11-28T09:30; MINUTE",
                "mấy hôm trước; ; RELATIVE",
                "mới đây; ; RELATIVE",
                "hôm qua (26/11/2026 10:00); 2026-11-26T10:00; MINUTE"
            })
    void a_relative_date_is_counted_from_when_the_page_was_made(String line, String right, Precision precision) {
        Published told = dates.read(line);
        assertThat(told.precision()).isEqualTo(precision);
        assertThat(told.instant().map(at -> LocalDateTime.ofInstant(at, HANOI)))
                .isEqualTo(Optional.ofNullable(right).map(LocalDateTime::parse));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 giờ trước", "hôm qua 15:30", "Vừa xong"})
    void without_that_time_it_tells_no_instant(String line) {
        assertThat(dates.relativeTo(Optional.empty()).read(line)).isEqualTo(Published.relative());
    }
}
