package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody says in which form Zalo tells the day on which a group ends. */
class OaGroupExpiryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1798650000000",
                "1798650000",
                "31/12/2026",
                "31/12/2026 00:00:00",
                "2026-12-31",
                " 2026-12-31T00:00:00 "
            })
    void the_day_is_read_in_every_form(String told) {
        assertThat(OaGroupExpiry.day(told, ZONE)).hasValue(LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "99/99/2026", "2026-13-45", "soon", "12345678901234567890"})
    void what_is_no_day_is_none(String told) {
        assertThat(OaGroupExpiry.day(told, ZONE)).isEmpty();
    }
}
