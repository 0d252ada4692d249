package vn.loa.command.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days in sentences come to the civil days that are meant, on whatever day they are said. */
class SpokenDaysTest {
    private static final IntentReader READER = IntentReader.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    từ 1/11 đến 30/11                   | 2026-11-29 | 2026-11-01/2026-11-29
                    từ 1/11 đến hết 30/11               | 2026-11-29 | 2026-11-01/2026-11-29
                    từ 23/11 đến 29/11                  | 2026-11-27 | 2026-11-23/2026-11-27
                    từ 1/11 đến 10/11                   | 2026-11-29 | 2026-11-01/2026-11-10
                    từ 5/12 đến 10/12                   | 2026-11-29 | 2025-12-05/2025-12-10
                    từ 20/12 đến 10/1                   | 2026-11-29 | 2025-12-20/2026-01-10
                    từ 1/11 đến 10/11/2025              | 2026-11-29 | 2025-11-01/2025-11-10
                    từ 1/11/2024 đến 10/11              | 2026-11-29 | 2024-11-01/2024-11-10
                    từ ngày 20 đến ngày 5               | 2026-11-10 | 2026-10-20/2026-11-05
                    từ 25 đến 5/11                      | 2026-11-29 | 2026-10-25/2026-11-05
                    từ 1 đến 30/11                      | 2026-11-29 | 2026-11-01/2026-11-29
                    từ tháng 9 đến tháng 11             | 2026-11-29 | 2026-09-01/2026-11-29
                    từ thứ hai vừa rồi đến thứ sáu      | 2026-11-29 | 2026-11-23/2026-11-27
                    từ thứ hai vừa rồi đến thứ sáu      | 2026-11-25 | 2026-11-23/2026-11-25
                    từ thứ hai đến thứ sáu tuần trước   | 2026-11-25 | 2026-11-16/2026-11-20
                    từ thứ hai tuần trước đến hôm qua   | 2026-11-25 | 2026-11-16/2026-11-24
                    ngày 31                             | 2026-11-29 | 2026-10-31/2026-10-31
                    ngày 31                             | 2026-03-01 | 2026-01-31/2026-01-31
                    ngày 29/2                           | 2026-11-29 | 2024-02-29/2024-02-29
                    từ 29/2                             | 2026-11-29 | 2024-02-29/2026-11-29
                    """)
    void news_of_days_are_those_of_the_latest_that_fit(String words, LocalDate today, String days) {
        NewsDays.Range range = READER.read("tin " + words)
                .slots()
                .days()
                .orElseThrow()
                .range(today)
                .orElseThrow();
        assertThat(range.first() + "/" + range.last()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tạm dừng gửi tin sang Mai Lâm",
                "tạm dừng gửi tin sang mai Đình",
                "tạm dừng tin của xã Mai Lâm",
                "tam dung gui tin sang Mai Dinh giup toi"
            })
    void a_commune_named_mai_is_not_tomorrow(String words) {
        assertThat(READER.read(words).slots().until()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tạm dừng đến sáng mai Đảng ủy họp xong",
                "tam dung den sang mai giup toi",
                "TẠM DỪNG ĐẾN SÁNG MAI",
                "tạm dừng đến mai"
            })
    void tomorrow_stays_a_day_beside_capitals(String words) {
        assertThat(READER.read(words).slots().until()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"ngày 31/4, 2026-11-29", "ngày 30/2, 2026-11-29", "ngày 5/13, 2026-11-29", "ngày 5/0/2026, 2026-11-29"})
    void a_date_that_no_calendar_has_is_no_day(String words, LocalDate today) {
        assertThat(READER.read("tin " + words).slots().days().flatMap(days -> days.range(today)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tạm dừng đến 30/11                  | 2026-11-29 | 2026-11-30
                    tạm dừng đến hết ngày 30/11         | 2026-11-29 | 2026-12-01
                    dừng gửi tin đến hết 30/11          | 2026-11-29 | 2026-12-01
                    tạm dừng đến hết ngày 29/11         | 2026-11-29 | 2026-11-30
                    tạm dừng đến hết thứ sáu            | 2026-11-29 | 2026-12-05
                    tạm dừng hết ngày mai               | 2026-11-29 | 2026-12-01
                    tạm dừng đến sáng mai giúp tôi      | 2026-11-29 | 2026-11-30
                    tạm dừng hết tháng 12               | 2026-11-29 | 2027-01-01
                    tạm dừng đến hết tháng 11           | 2026-11-29 | 2026-12-01
                    nghỉ nhận tin tháng 12              | 2026-11-29 | 2027-01-01
                    tạm dừng đến tháng 12               | 2026-11-29 | 2026-12-01
                    tạm dừng đến hết tuần sau           | 2026-11-29 | 2026-12-07
                    tạm dừng đến hết tháng sau          | 2026-11-29 | 2027-01-01
                    tạm dừng đến hết tuần               | 2026-11-27 | 2026-11-30
                    tạm dừng đến hết tháng              | 2026-11-29 | 2026-12-01
                    dừng nhận tin đến ngày 31           | 2026-11-29 | 2026-12-31
                    dừng nhận tin đến ngày 31           | 2027-02-10 | 2027-03-31
                    tạm dừng từ 5/12 đến 10/12          | 2026-11-29 | 2026-12-11
                    tạm dừng từ mai đến thứ sáu         | 2026-11-29 | 2026-12-05
                    hết tháng 12 gửi lại                | 2026-11-29 | 2027-01-01
                    đừng gửi gì hết đến 5/12            | 2026-11-29 | 2026-12-05
                    """)
    void a_pause_ends_where_its_words_end(String words, LocalDate today, LocalDate end) {
        Understanding understood = READER.read(words);
        assertThat(understood.intent()).isEqualTo(Intent.PAUSE);
        assertThat(understood.slots().until().orElseThrow().resumes(today)).contains(end);
    }

    @ParameterizedTest
    @CsvSource({
        "tạm dừng từ 5/12 đến 10/12, true",
        "tạm dừng từ mai đến thứ sáu, true",
        "tạm dừng từ 5/12, true",
        "tạm dừng từ hôm nay đến 10/12, false",
        "tạm dừng đến 10/12, false",
        "gửi lại từ 5/12, false",
        "gửi lại từ mai, false"
    })
    void a_pause_that_is_to_begin_later_is_asked_about(String words, boolean later) {
        Understanding understood = READER.read(words);
        assertThat(understood.intent()).isEqualTo(Intent.PAUSE);
        assertThat(understood.slots().later()).isEqualTo(later);
        assertThat(understood.sure()).isEqualTo(!later);
    }
}
