package vn.loa.command.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTimeTest {
    /** A Monday. */
    private static final ZonedDateTime NOW =
            LocalDateTime.parse("2026-03-09T10:00").atZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @ParameterizedTest
    @CsvSource({
        "7h sáng mai, 2026-03-10T07:00",
        "sáng mai 7h30, 2026-03-10T07:30",
        "7 giờ rưỡi sáng mai, 2026-03-10T07:30",
        "7h thứ hai hằng tuần, 2026-03-16T07:00",
        "8h ngày 5 hằng tháng, 2026-04-05T08:00",
        "8h hằng ngày, 2026-03-10T08:00",
        "14:30, 2026-03-09T14:30",
        "9h, 2026-03-10T09:00",
        "2 giờ chiều nay, 2026-03-09T14:00",
        "8h tối, 2026-03-09T20:00",
        "14:30 thứ hai, 2026-03-16T14:30",
        "7h thứ sáu, 2026-03-13T07:00",
        "8 giờ ngày 20/3, 2026-03-20T08:00",
        "8 giờ 20/3, 2026-03-20T08:00",
        "8h 20-3-2026, 2026-03-20T08:00",
        "30 phút nữa, 2026-03-09T10:30",
        "sau 2 giờ, 2026-03-09T12:00",
        "7h ngày kia, 2026-03-11T07:00"
    })
    void a_time_is_read_as_people_write_it(String words, LocalDateTime right) {
        assertThat(SendTime.read(words, NOW))
                .contains(right.atZone(NOW.getZone()).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lúc nào cũng được",
                "mai",
                "25h",
                "9h ngày 8/3/2026",
                "8h ngày 32/3",
                "7h ngày 1/9",
                "99999999999999999999h"
            })
    void what_is_no_time_or_has_passed_or_lies_too_far_ahead_is_none(String words) {
        assertThat(SendTime.read(words, NOW)).isEmpty();
    }

    @Test
    void long_words_are_not_looked_at() {
        assertThat(SendTime.read("7h " + "1 ".repeat(100_000), NOW)).isEmpty();
    }
}
