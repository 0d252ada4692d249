package vn.loa.command.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.setting.ScheduleWish.Ground;
import vn.loa.model.QuietHours;
import vn.loa.model.QuietHours.Mode;
import vn.loa.model.SpeakingTimes;

/** It is Monday 9 March 2026, 17:00. */
class ScheduleWishTest {
    private static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 0), Mode.SILENT);
    private static final ZonedDateTime NOW =
            LocalDateTime.parse("2026-03-09T17:00").atZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final SpeakingTimes BUSY = new SpeakingTimes(
            List.of(LocalTime.NOON),
            Optional.empty(),
            true,
            Optional.of(NOW.plusDays(1).toInstant()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7:00 16:30              | 07:00 16:30
                    7h 16h30                | 07:00 16:30
                    7h, 16h30               | 07:00 16:30
                    7h và 16h30             | 07:00 16:30
                    7g 16g30                | 07:00 16:30
                    7 giờ 30                | 07:30
                    7 giờ 30 phút           | 07:30
                    7 gio 30 16 gio         | 07:30 16:00
                    lúc 7h30p               | 07:30
                    7 giờ sáng, 4 giờ chiều | 07:00 16:00
                    7h tối                  | 19:00
                    12h trưa                | 12:00
                    1h trưa                 | 13:00
                    12h đêm                 | 00:00
                    10h đêm                 | 22:00
                    7am 4:30pm              | 07:00 16:30
                    16:30 7:00 7h           | 07:00 16:30
                    7 16                    | 07:00 16:00
                    0:00                    | 00:00
                    24h                     | 00:00
                    hằng ngày 7h            | 07:00
                    """)
    void digests_are_told_in_any_way_of_writing_times(String words, String expected) {
        List<LocalTime> times =
                List.of(expected.split(" ")).stream().map(LocalTime::parse).toList();
        assertThat(read(words).times()).contains(SpeakingTimes.USUAL.withDigests(times));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25:00",
                "7:60",
                "7:00 rồi",
                "bảy giờ",
                "7:00:00",
                "123",
                "7/3",
                "-",
                "abc",
                "7h30 16h99",
                "<b>7:00</b>",
                "yenlang 21:30",
                "yenlang 6:00 6:00",
                "yenlang 21:30 6:00 12:00",
                "yenlang ồn",
                "yen lang",
                "tamdung",
                "tamdung 8/3",
                "tamdung 31/2",
                "tamdung 30/4/2020",
                "tamdung 30/4/9999",
                "tamdung 0 ngay",
                "tamdung 999 ngay",
                "tamdung 99999999999 ngay",
                "tamdung mãi",
                "ngaylamviec 7:00",
                "7 8 9 10 11 12 13 14 15 16 17 18 19"
            })
    void what_cannot_be_is_no_wish_and_has_a_reason(String words) {
        ScheduleWish wish = read(words);
        assertThat(wish.times()).isEmpty();
        assertThat(wish.trouble()).startsWith("schedule.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngay", "NGAY", "gửi ngay", "ngay lập tức", "now", "at once"})
    void at_once_takes_the_digests_away_and_leaves_the_rest(String words) {
        assertThat(ScheduleWish.read(words, new Ground(BUSY, USUAL, NOW)).times())
                .contains(BUSY.withDigests(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    yenlang 22:00 5:30            | 22:00 | 05:30 | SILENT
                    yên lặng 22h–5h30             | 22:00 | 05:30 | SILENT
                    yên lặng từ 22h đến 5h30      | 22:00 | 05:30 | SILENT
                    yenlang 22h 5h30 giu lai      | 22:00 | 05:30 | HELD
                    giờ yên lặng 22h 5h30 giữ lại | 22:00 | 05:30 | HELD
                    yenlang 9h tối 6h sáng        | 21:00 | 06:00 | SILENT
                    yenlang im lang               | 21:30 | 06:00 | SILENT
                    yên lặng im lặng              | 21:30 | 06:00 | SILENT
                    yenlang giu lai               | 21:30 | 06:00 | HELD
                    yên lặng giữ lại              | 21:30 | 06:00 | HELD
                    yenlang tat                   | 21:30 | 06:00 | OFF
                    yên lặng tắt                  | 21:30 | 06:00 | OFF
                    quiet hold                    | 21:30 | 06:00 | HELD
                    """)
    void quiet_hours_are_chosen_by_times_and_by_what_happens_then(String words, String from, String to, Mode mode) {
        QuietHours expected = new QuietHours(LocalTime.parse(from), LocalTime.parse(to), mode);
        assertThat(read(words).times()).contains(SpeakingTimes.USUAL.withQuiet(Optional.of(expected)));
    }

    @Test
    void new_times_of_quiet_hours_that_were_off_switch_them_on_and_the_default_comes_back() {
        SpeakingTimes off = SpeakingTimes.USUAL.withQuiet(Optional.of(USUAL.withMode(Mode.OFF)));
        Ground ground = new Ground(off, USUAL, NOW);
        assertThat(ScheduleWish.read("yenlang 22:00 5:00", ground)
                        .times()
                        .orElseThrow()
                        .quiet())
                .map(QuietHours::mode)
                .contains(Mode.SILENT);
        assertThat(ScheduleWish.read("yenlang mặc định", ground).times()).contains(SpeakingTimes.USUAL);
    }

    @Test
    void working_days_are_chosen_and_taken_back() {
        for (String words : List.of("ngaylamviec", "ngày làm việc", "chỉ ngày làm việc", "working days")) {
            assertThat(read(words).times()).as(words).contains(SpeakingTimes.USUAL.withWorkingDaysOnly(true));
        }
        for (String words : List.of("moingay", "mọi ngày", "cả tuần", "ngaylamviec tắt")) {
            assertThat(ScheduleWish.read(words, new Ground(BUSY, USUAL, NOW)).times())
                    .as(words)
                    .contains(BUSY.withWorkingDaysOnly(false));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tamdung 30/4           | 2026-04-30T00:00
                    tạm dừng đến 30/4      | 2026-04-30T00:00
                    tạm dừng đến hết 30/4  | 2026-05-01T00:00
                    tamdung 30-4-2026      | 2026-04-30T00:00
                    tamdung 30.4           | 2026-04-30T00:00
                    tạm dừng 30 tháng 4    | 2026-04-30T00:00
                    tamdung hết 9/3        | 2026-03-10T00:00
                    tamdung 1/1            | 2027-01-01T00:00
                    tamdung ngày mai       | 2026-03-10T00:00
                    tamdung 3 ngay         | 2026-03-12T17:00
                    tạm dừng trong 3 ngày  | 2026-03-12T17:00
                    tamdung 2 tuần         | 2026-03-23T17:00
                    tamdung 12 giờ         | 2026-03-10T05:00
                    pause 3 days           | 2026-03-12T17:00
                    """)
    void a_pause_ends_on_a_date_or_after_a_time(String words, String end) {
        Instant expected = LocalDateTime.parse(end).atZone(NOW.getZone()).toInstant();
        assertThat(read(words).times()).contains(SpeakingTimes.USUAL.withPauseUntil(Optional.of(expected)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chay", "chạy", "chạy lại", "tiếp tục", "resume"})
    void a_pause_is_ended_by_a_word(String words) {
        assertThat(ScheduleWish.read(words, new Ground(BUSY, USUAL, NOW)).times())
                .contains(BUSY.withPauseUntil(Optional.empty()));
    }

    @Test
    void long_nonsense_is_read_quickly() {
        String words = "7 ".repeat(250) + "x";
        assertThat(read(words).times()).isEmpty();
        assertThat(read("yenlang " + "và ".repeat(160) + "!").times()).isEmpty();
    }

    private static ScheduleWish read(String words) {
        return ScheduleWish.read(words, new Ground(SpeakingTimes.USUAL, USUAL, NOW));
    }
}
