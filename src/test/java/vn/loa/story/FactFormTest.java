package vn.loa.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.3 | 10/3",
                "10-03 | 10/3",
                "10/03/2026 | 10/3",
                "11 12/3/2026 | 11 12/3",
                "1.214 | 1214",
                "1.250.000 | 1250000",
                "02 | 2",
                "2,5 | 2,5",
                "45.99 | 45.99",
                "0912 | 0912",
                "nguyen van a | nguyen van a",
                "2026-2031 | 2026-2031"
            })
    void one_fact_has_one_form_however_it_is_written(String written, String form) {
        assertThat(FactForm.of(written)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"16/3/2025,2025", "'11 12/3/2026',2026", "16/3,", "1.214,"})
    void a_day_may_name_its_year(String fact, String year) {
        assertThat(FactForm.year(fact).orElse(null)).isEqualTo(year);
    }
}
