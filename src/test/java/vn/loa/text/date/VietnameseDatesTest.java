package vn.loa.text.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.waiting.CpuTime;

class VietnameseDatesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private final VietnameseDates dates = VietnameseDates.in(HANOI);

    static Stream<Cases.Case> dates() {
        return Stream.concat(Cases.read("dates.jsonl"), Cases.read("reading-date-line.jsonl"));
    }

    static Stream<Cases.Case> feedDates() {
        return Cases.read("feed-dates.jsonl");
    }

    @ParameterizedTest
    @MethodSource("feedDates")
    void every_shared_date_of_a_feed_is_read(Cases.Case line) {
        Optional<Instant> right =
                line.isNull("right") ? Optional.empty() : Optional.of(Instant.parse(line.text("right")));
        assertThat(dates.read(line.text("text")).instant()).isEqualTo(right);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void every_shared_date_is_read_with_its_precision(Cases.Case line) {
        Published published = dates.read(line.text("raw"));
        assertThat(published.precision().name().toLowerCase(Locale.ROOT)).isEqualTo(line.text("precision"));
        if (line.isNull("expected")) {
            assertThat(published.instant()).isEmpty();
        } else {
            assertThat(published.instant()).contains(instant(line.text("expected")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/01/0001", "31/12/1899", "18/09/2998"})
    void a_pattern_of_a_portal_makes_no_date_of_a_null_date_either(String raw) {
        assertThat(dates.withPatterns(List.of("dd/MM/yyyy")).read(raw)).isEqualTo(Published.unknown());
    }

    @Test
    void a_late_date_is_read_whether_its_line_is_composed_or_not() {
        String line = "ộ".repeat(300) + " 18/09/2023 16:00";
        assertThat(dates.read(Normalizer.normalize(line, Normalizer.Form.NFD)))
                .isEqualTo(dates.read(line))
                .isNotEqualTo(Published.unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "Đoàn giám sát 07/04/2026, 2026-04-07",
        "Phiếu khảo sát 07/04/2026, 2026-04-07",
        "Số thứ tự 06/03/2026, 2026-03-06",
        "Bộ môn 06/08/2026, 2026-08-06",
        "Tôn Thất Tuệ 06/09/2026, 2026-09-06",
        "'Sat, 07/04/2026', 2026-07-04",
        "Thứ tư 06/03/2026, 2026-06-03",
        "'Posted Sat 07/04/2026', 2026-07-04"
    })
    void a_word_that_folds_like_an_abbreviation_is_no_day_of_the_week(String raw, String day) {
        assertThat(dates.read(raw).instant()).contains(instant(day));
    }

    @Test
    void signs_written_as_entities_are_read() {
        assertThat(dates.read("28&#47;11&#47;2026&nbsp;16&#58;05"))
                .isEqualTo(Published.at(instant("2026-11-28T16:05+07:00"), Precision.MINUTE));
    }

    @Test
    void a_year_that_is_cut_off_is_no_other_year() {
        assertThat(dates.read("a".repeat(490) + " 18/09/2023").instant()).isEmpty();
    }

    private static Instant instant(String text) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(HANOI).toInstant();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ngày 18 tháng 9 năm 2023; 2023-09-18; DAY",
                "Thứ hai, ngày 18 tháng 09 năm 2023; 2023-09-18; DAY",
                "18 Tháng Chín 2023; 2023-09-18; DAY",
                "18 Tháng Chín, 2023 | 16:30; 2023-09-18T16:30+07:00; MINUTE",
                "Tháng Chín 18, 2023; 2023-09-18; DAY",
                "18 tháng Mười hai năm 2023; 2023-12-18; DAY",
                "5 tháng năm năm 2023; 2023-05-05; DAY",
                "18 Th9 2023; 2023-09-18; DAY",
                "18 thg 9, 2023; 2023-09-18; DAY",
                "18 tháng 9/2023; 2023-09-18; DAY",
                "ngày 18/9 năm 2023; 2023-09-18; DAY",
                "18-9-2023 4:12 CH; 2023-09-18T16:12+07:00; MINUTE",
                "Thứ Hai, 18/9/2023 | 09:14 SA; 2023-09-18T09:14+07:00; MINUTE",
                "lúc 16h30 ngày 18/09/2023; 2023-09-18T16:30+07:00; MINUTE",
                "16h30 ngày 18 tháng 9 năm 2023; 2023-09-18T16:30+07:00; MINUTE",
                "16 giờ 30 phút, ngày 18/09/2023; 2023-09-18T16:30+07:00; MINUTE",
                "16h ngày 18/09/2023; 2023-09-18T16:00+07:00; MINUTE",
                "16g05 18.09.2023; 2023-09-18T16:05+07:00; MINUTE",
                "16:30' 18/9/2023; 2023-09-18T16:30+07:00; MINUTE",
                "18/09/2023, 16 : 30; 2023-09-18T16:30+07:00; MINUTE",
                "Đăng lúc: 16:00 18/09/2023; 2023-09-18T16:00+07:00; MINUTE",
                "Đăng lúc: 18/09/2023 16:00 - Lượt xem: 12; 2023-09-18T16:00+07:00; MINUTE",
                "Cập nhật lúc 08:05, 18/09/2023; 2023-09-18T08:05+07:00; MINUTE",
                "Cập nhật: 20/09/2023 08:00 | Ngày đăng: 18/09/2023 16:00; 2023-09-18T16:00+07:00; MINUTE",
                "Ngày đăng: 18/09/2023 16:00 | Cập nhật: 20/09/2023 08:00; 2023-09-18T16:00+07:00; MINUTE",
                "Chủ nhật - 17/09/2023 10:15; 2023-09-17T10:15+07:00; MINUTE",
                "Publish date 18/09/2023 | 12:00 AM; 2023-09-18; DAY",
                "18/09/2023 12:05 PM; 2023-09-18T12:05+07:00; MINUTE",
                "18/09/2023 12:00 CH; 2023-09-18T12:00+07:00; MINUTE",
                "18/09/2023 12:00 SA; 2023-09-18; DAY",
                "18/09/2023 12:05 AM; 2023-09-18T00:05+07:00; MINUTE",
                "18/09/2023 4:12 p.m.; 2023-09-18T16:12+07:00; MINUTE",
                "18/09/2023 16:12 PM; 2023-09-18T16:12+07:00; MINUTE",
                "18/09/2023 08:15 aa; 2023-09-18; DAY",
                "18/09/2023 00:00; 2023-09-18; DAY",
                "18/09/2023 25:61; 2023-09-18; DAY",
                "16/10/2020 07:03 Số lượt xem: 9; 2020-10-16T07:03+07:00; MINUTE",
                "22/11/2024; 2024-11-22; DAY",
                "18/09/23; 2023-09-18; DAY",
                "2023-09-18; 2023-09-18; DAY",
                "2023/09/18 16:00; 2023-09-18T16:00+07:00; MINUTE",
                "2023-09-18T16:00:00; 2023-09-18T16:00+07:00; SECOND",
                "2023-09-18T16:00:00+07:00; 2023-09-18T16:00+07:00; SECOND",
                "2023-09-18T16:00+07; 2023-09-18T16:00+07:00; MINUTE",
                "2023-09-18T04:00:00-05:00; 2023-09-18T16:00+07:00; SECOND",
                "2023-09-18T09:00:00.123456Z; 2023-09-18T16:00+07:00; SECOND",
                "2023-09-17T17:00:00Z; 2023-09-18; DAY",
                "2025-05-19T00:00:00+07:00; 2025-05-19; DAY",
                "20230918T160000+0700; 2023-09-18T16:00+07:00; SECOND",
                "Mon, 18 Sep 2023 09:00:00 GMT; 2023-09-18T16:00+07:00; SECOND",
                "Mon, 18 Sep 2023 09:00:00 UTC; 2023-09-18T16:00+07:00; SECOND",
                "Mon, 18 Sep 2023 16:00:00 ICT; 2023-09-18T16:00+07:00; SECOND",
                "Mon, 18 Sep 2023 16:00:00 GMT+07:00; 2023-09-18T16:00+07:00; SECOND",
                "Mon, 18 Sep 2023 16:00:00 GMT +7; 2023-09-18T16:00+07:00; SECOND",
                "Mon, 18 Sep 2023 05:00:00 EDT; 2023-09-18T16:00+07:00; SECOND",
                "18 Sep 23 16:00 +0700; 2023-09-18T16:00+07:00; MINUTE",
                "Mon, 18 September 2023 16:00:00; 2023-09-18T16:00+07:00; SECOND",
                "September 18, 2023 4:00 pm; 2023-09-18T16:00+07:00; MINUTE",
                "Mon Sep 18 16:00:00 ICT 2023; 2023-09-18T16:00+07:00; SECOND",
                "18-Sep-2023; 2023-09-18; DAY",
                "16:00 (GMT+7) 18/09/2023; 2023-09-18T16:00+07:00; MINUTE",
                "16:00 18/09/2023 (GMT+7); 2023-09-18T16:00+07:00; MINUTE",
                "16:00 - 18/09/2023; 2023-09-18T16:00+07:00; MINUTE",
                "16:00-18-09-2023; 2023-09-18T16:00+07:00; MINUTE",
                "16:00 -2023/09/18; 2023-09-18T16:00+07:00; MINUTE",
                "\u00a018/09/2023\u00a0|\u00a016:00\ufeff; 2023-09-18T16:00+07:00; MINUTE",
                "ĐT: 024.33.85.4567, ngày 18/09/2023; 2023-09-18; DAY",
                "29/02/2024; 2024-02-29; DAY",
                "16:05:30 ngày 18/09/2023; 2023-09-18T16:05:30+07:00; SECOND",
                "Thứ hai, 16:05:30, 18/09/2023; 2023-09-18T16:05:30+07:00; SECOND",
                "16:05:30.123 18/09/2023; 2023-09-18T16:05:30+07:00; SECOND",
                "04:05:30 CH 18/09/2023; 2023-09-18T16:05:30+07:00; SECOND",
                "04:05:30 p.m. 18/09/2023; 2023-09-18T16:05:30+07:00; SECOND",
                "16.05.30 18/09/2023; 2023-09-18T16:05:30+07:00; SECOND",
                "18/09/2023 16.05.30; 2023-09-18T16:05:30+07:00; SECOND",
                "Từ 09.11 - 10.11.2026; 2026-11-10; DAY",
                "09.11 – 10.11.2026; 2026-11-10; DAY",
                "16.30 - 18.09.2023; 2023-09-18T16:30+07:00; MINUTE",
                "16 giờ 05 phút 30 giây, ngày 18/09/2023; 2023-09-18T16:05:30+07:00; SECOND",
                "4 giờ chiều ngày 18/09/2023; 2023-09-18T16:00+07:00; MINUTE",
                "1 giờ trưa ngày 18/09/2023; 2023-09-18T13:00+07:00; MINUTE",
                "11 giờ 30 trưa 18/09/2023; 2023-09-18T11:30+07:00; MINUTE",
                "16:00 Thứ 2, 18/09/2023; 2023-09-18T16:00+07:00; MINUTE",
                "16:00 T2 18/09/2023; 2023-09-18T16:00+07:00; MINUTE",
                "T7, 28 Tháng Mười Một 2026; 2026-11-28; DAY",
                "12 Tháng Ba 2026; 2026-03-12; DAY",
                "12 Tháng 3, 2026 08:05; 2026-03-12T08:05+07:00; MINUTE",
                "12 Th3 2026; 2026-03-12; DAY",
                "12 T3 2026; 2026-03-12; DAY",
                "12-Th03-2026; 2026-03-12; DAY",
                "12/Tháng 3/2026; 2026-03-12; DAY",
                "Tháng Mười Hai 5, 2025; 2025-12-05; DAY",
                "28th of November 2026; 2026-11-28; DAY",
                "28 Nov., 2026; 2026-11-28; DAY",
                "2026-Nov-28; 2026-11-28; DAY",
                "2026 November 28, 16:05; 2026-11-28T16:05+07:00; MINUTE",
                "28 okt. 2026; 2026-10-28; DAY",
                "ma., 28 des. 2026 16:00; 2026-12-28T16:00+07:00; MINUTE",
                "28 août 2026; 2026-08-28; DAY",
                "Sat Nov 28 2026 16:00:00 GMT+0700 (Indochina Time); 2026-11-28T16:00+07:00; SECOND",
                "Sat Nov 28 16:00:00 +0700 2026; 2026-11-28T16:00+07:00; SECOND",
                "Sat Nov 28 16:00:00 2026; 2026-11-28T16:00+07:00; SECOND",
                "Sat Nov 28 04:00:00 PM ICT 2026; 2026-11-28T16:00+07:00; SECOND",
                "Saturday, 28-Nov-26 09:00:00 GMT; 2026-11-28T16:00+07:00; SECOND",
                "28/11/2026 (GMT+7) 16:00; 2026-11-28T16:00+07:00; MINUTE",
                "28/11/2026 16:00 | GMT+7; 2026-11-28T16:00+07:00; MINUTE",
                "28/11/2026 09:00 - UTC; 2026-11-28T16:00+07:00; MINUTE",
                "2026-11-28 16:00:00+07; 2026-11-28T16:00+07:00; SECOND",
                "2026-11-28T16:00:00+700; 2026-11-28T16:00+07:00; SECOND",
                "2026-11-28T09:00:00+00:00; 2026-11-28T16:00+07:00; SECOND",
                "2026-11-28T16:00:00+07:00[Asia/Saigon]; 2026-11-28T16:00+07:00; SECOND",
                "2026-11-28T10:00[Europe/Berlin]; 2026-11-28T16:00+07:00; MINUTE",
                "2026-07-28T11:00 Europe/Berlin; 2026-07-28T16:00+07:00; MINUTE",
                "20261128T1600; 2026-11-28T16:00+07:00; MINUTE",
                "20261128; 2026-11-28; DAY",
                "202611281600; 2026-11-28T16:00+07:00; MINUTE",
                "20261128160530; 2026-11-28T16:05:30+07:00; SECOND",
                "1795856400; 2026-11-28T16:00+07:00; SECOND",
                "1795856400000; 2026-11-28T16:00+07:00; SECOND",
                "1795856400.25; 2026-11-28T16:00+07:00; SECOND",
                "@1795856400; 2026-11-28T16:00+07:00; SECOND",
                "/Date(1795856400000)/; 2026-11-28T16:00+07:00; SECOND",
                "/Date(1795856400000+0700)/; 2026-11-28T16:00+07:00; SECOND",
                "２０２６年 ２８－１１－２０２６　１６：０５; 2026-11-28T16:05+07:00; MINUTE",
                "٢٨/١١/٢٠٢٦; 2026-11-28; DAY",
                "28/11/26 16:05; 2026-11-28T16:05+07:00; MINUTE",
                "31/12/99; 1999-12-31; DAY",
                "28/11/2026 23:59:60; 2026-11-28T23:59:59+07:00; SECOND",
                "28/11/2026 24:00; 2026-11-29; DAY",
                "3/22/2026; 2026-03-22; DAY",
                "11-28-2026 16:05; 2026-11-28T16:05+07:00; MINUTE",
                "3/12/2026 4:20:00 PM; 2026-03-12T16:20+07:00; SECOND",
                "3/12/2026 4:20 PM; 2026-03-12T16:20+07:00; MINUTE",
                "10/12/2026 9:20:00 AM; 2026-10-12T09:20+07:00; SECOND",
                "4:20:00 PM 3/12/2026; 2026-03-12T16:20+07:00; SECOND",
                "03/12/2026 4:20 PM; 2026-12-03T16:20+07:00; MINUTE",
                "3/12/2026 4:20:00 CH; 2026-12-03T16:20+07:00; SECOND",
                "3/12/2026 16:20:00; 2026-12-03T16:20+07:00; SECOND",
                "3.12.2026 4:20 PM; 2026-12-03T16:20+07:00; MINUTE"
            })
    void a_date_is_read_however_it_is_written(String raw, String expected, Precision precision) {
        Published published = dates.read(raw);
        assertThat(published.precision()).isEqualTo(precision);
        assertThat(published.instant()).contains(instant(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 phút trước",
                "3 giờ trước",
                "hôm qua",
                "Hôm qua lúc 16:30",
                "vừa xong",
                "Vừa mới đăng",
                "2 ngày trước",
                "3 hours ago",
                "Hôm nay, 08:15",
                "mới đây"
            })
    void a_relative_date_tells_no_instant(String raw) {
        assertThat(dates.read(raw)).isEqualTo(Published.relative());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2023",
                "29/02/2023 16:00",
                "18/13/2023",
                "00/09/2023",
                "32/12/2023",
                "2023-02-30T10:00:00Z",
                "31 tháng 4 năm 2023",
                "Mon, 31 Feb 2023 10:00:00 GMT",
                "01/01/0001 12:00 AM",
                "01/01/1970",
                "16:30",
                "18/09",
                "(21/12)",
                "Lượt xem: 1234",
                "Số 15/2023/QĐ-UBND",
                "024.33.85.4567",
                "tháng 9 năm 2023",
                "   ",
                "Ban CTMT thôn 3",
                "12/03/2062 16:20",
                "Sat, 28 Nov 16:00:00 +0700",
                "28/11/16:00",
                "2026-W48-6",
                "2026-W48-6T09:00:00Z",
                "2026-332",
                "2026-11",
                "2026-28-11",
                "0912345678",
                "19001234",
                "28112026",
                "20261328",
                "202611282570",
                "99999999999999",
                "1795856400 lượt xem",
                "-1795856400",
                "Mon, 30 Feb 2026 10:00:00 +0700",
                "28 thg 2026",
                "Nov 2026",
                "may đo 12"
            })
    void what_is_no_date_is_not_guessed(String raw) {
        assertThat(dates.read(raw)).isEqualTo(Published.unknown());
    }

    @Test
    void a_source_that_writes_the_month_first_says_so() {
        assertThat(dates.monthFirst().read("11/09/2023 4:00 PM").instant()).contains(instant("2023-11-09T16:00+07:00"));
        assertThat(dates.read("11/09/2023 4:00 PM").instant()).contains(instant("2023-09-11T16:00+07:00"));
        assertThat(dates.monthFirst().read("18/09/2023")).isEqualTo(Published.unknown());
    }

    @Test
    void a_date_that_can_be_read_in_one_order_only_settles_the_list() {
        assertThat(settled("11/05/2026", "11/12/2026", "11/28/2026"))
                .containsExactly("2026-11-05", "2026-11-12", "2026-11-28");
        assertThat(settled("11/05/2026", "3/9/2026 8:00 AM", "28/11/2026"))
                .containsExactly("2026-05-11", "2026-09-03", "2026-11-28");
    }

    @Test
    void am_or_pm_as_american_systems_write_it_settles_the_list() {
        assertThat(settled("11/12/2026 10:00:00 AM", "11/5/2026 9:00:00 AM", "10/11/2026"))
                .containsExactly("2026-11-12", "2026-11-05", "2026-10-11");
        assertThat(settled("11/05/2026 | 10:00 AM", "12/05/2026 | 04:30 PM"))
                .containsExactly("2026-05-11", "2026-05-12");
    }

    @Test
    void days_to_come_hint_at_the_other_order() {
        VietnameseDates now = dates.believing(() -> instant("2026-11-28T16:00+07:00"));
        assertThat(days(now.settledBy(Stream.of("11/12/2026", "10/12/2026", "09/05/2026")), "11/12/2026", "09/05/2026"))
                .containsExactly("2026-11-12", "2026-09-05");
        assertThat(days(now.settledBy(Stream.of("11/12/2026", "09/05/2026")), "11/12/2026", "09/05/2026"))
                .as("one may be a slip")
                .containsExactly("", "2026-05-09");
        assertThat(days(now.settledBy(Stream.of("11/12/2026", "10/12/2026", "12/11/2026")), "11/12/2026", "12/11/2026"))
                .as("the other order has days to come too")
                .containsExactly("", "2026-11-12");
    }

    @Test
    void a_list_whose_dates_contradict_one_another_tells_only_what_can_be_read_in_one_order() {
        assertThat(settled("28/11/2026", "11/28/2026", "11/05/2026", "05/05/2026"))
                .containsExactly("2026-11-28", "2026-11-28", "", "2026-05-05");
        assertThat(settled("28/11/2026", "27/11/2026", "26/11/2026", "11/25/2026", "11/05/2026"))
                .as("a clear majority")
                .endsWith("2026-05-11");
    }

    @Test
    void rules_that_tell_the_order_are_not_settled_otherwise() {
        assertThat(days(dates.monthFirst().settledBy(Stream.of("28/11/2026")), "11/05/2026", "28/11/2026"))
                .containsExactly("2026-11-05", "");
    }

    @Test
    void what_a_clock_has_not_reached_is_not_believed() {
        VietnameseDates now = dates.believing(() -> instant("2026-11-28T16:00+07:00"));
        assertThat(days(now, "30/11/2026", "28/11/2027", "1895856400", "28/11/2026 22:00", "29/11/2026"))
                .containsExactly("", "", "", "2026-11-28", "2026-11-29");
        assertThat(days(now.withPatterns(List.of("dd|MM|yyyy")), "28|11|2027")).containsExactly("");
    }

    private List<String> settled(String... lines) {
        return days(dates.settledBy(Stream.of(lines)), lines);
    }

    private static List<String> days(VietnameseDates dates, String... lines) {
        return Stream.of(lines)
                .map(line -> dates.read(line)
                        .instant()
                        .map(told -> LocalDate.ofInstant(told, HANOI).toString())
                        .orElse(""))
                .toList();
    }

    @Test
    void a_source_may_bring_patterns_of_its_own() {
        VietnameseDates own = dates.withPatterns(List.of("yyyy-dd-MM HH'h'mm", "dd|MM|yyyy"));
        assertThat(own.read("2023-18-09 16h05").instant()).contains(instant("2023-09-18T16:05+07:00"));
        assertThat(own.read("18|09|2023")).isEqualTo(Published.at(instant("2023-09-18"), Precision.DAY));
        assertThat(own.read("18/09/2023").instant()).contains(instant("2023-09-18"));
        assertThatThrownBy(() -> dates.withPatterns(List.of("qqqqqqqqq"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void days_without_years_are_of_the_latest_ones_that_are_not_to_come_in_a_list_that_stands_newest_first() {
        VietnameseDates served = dates.relativeTo(Optional.of(instant("2027-01-10T09:00+07:00")));
        List<String> falling = List.of("05/01", "08:30 02-01", "28 Th12", "28 Th12", "20 Tháng 12", "15/12/2026 07:45");
        assertThat(served.withYears(falling))
                .containsExactly(
                        "05/01/2027",
                        "08:30 02-01-2027",
                        "28 Th12 2026",
                        "28 Th12 2026",
                        "20 Tháng 12 2026",
                        "15/12/2026 07:45");
        assertThat(dates.withYears(falling)).isEqualTo(falling);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02/03,25/11,24/11,20/11",
                "28/12,20/12,02/12,18/11",
                "25/11,24/11",
                "25/11,25/11,25/11",
                "25/11,hôm nay,20/11,18/11",
                "25/11,31/02,20/01,18/01",
                "20/12,12/12,05/12",
                "15/08,12/08,01/08",
                "25/11,20/11,15/11/2024"
            })
    void a_list_that_does_not_prove_its_years_tells_none(String days) {
        VietnameseDates served = dates.relativeTo(Optional.of(instant("2026-11-30T09:00+07:00")));
        List<String> lines = List.of(days.split(","));
        assertThat(served.withYears(lines)).isEqualTo(lines);
    }

    @Test
    void a_day_without_a_year_is_known_as_one() {
        assertThat(Stream.of("25/11", "25 Th11", "29 tháng 2", "08:30 25-11")).allMatch(dates::isWithoutYear);
        assertThat(Stream.of("25/11/2026", "31/02", "vừa đăng", "")).noneMatch(dates::isWithoutYear);
    }

    @Test
    @Tag("slow")
    void any_text_is_read_in_no_time_and_without_failing() {
        Random random = new Random(7);
        String letters = "0123456789/-.:| ,TZ+apmAMPMSACHhgiờngàythángnăm()[]'\u00a0\ufeff\ud83d";
        Duration taken = CpuTime.of(() -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder raw = new StringBuilder();
                for (int n = random.nextInt(60); n > 0; n--) {
                    raw.append(letters.charAt(random.nextInt(letters.length())));
                }
                assertThat(dates.read(raw.toString())).isNotNull();
            }
            for (String part : List.of("1", "1/", "1:1 ", "1 tháng ", "16h", "+7 ", "a.m.", "((((")) {
                assertThat(dates.read(part.repeat(300_000))).isNotNull();
            }
        });
        assertThat(taken).isLessThan(Duration.ofSeconds(20));
    }
}
