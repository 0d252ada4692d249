package vn.loa.watch.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.watch.alarm.AlarmPolicy.Telling.FLAPPING;
import static vn.loa.watch.alarm.AlarmPolicy.Telling.ILL;
import static vn.loa.watch.alarm.AlarmPolicy.Telling.NOTHING;
import static vn.loa.watch.alarm.AlarmPolicy.Telling.WELL;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.model.AlarmState;
import vn.loa.model.Problem;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;

class AlarmPolicyTest {
    private static final SourceCheck WELL_CHECK = SourceCheck.never();

    private AlarmState state = AlarmState.NEW;
    private Instant now = Instant.parse("2026-03-09T10:00:00Z");

    private AlarmPolicy.Telling after(SourceCheck check) {
        now = now.plus(Duration.ofMinutes(10));
        AlarmPolicy.Decision decision = AlarmPolicy.after(state, check, now);
        state = decision.state();
        return decision.telling();
    }

    private static SourceCheck ill(Problem.Kind kind) {
        return new SourceCheck(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                SourceHealth.DEGRADED,
                Optional.empty(),
                Optional.of(new Problem(kind, "")),
                0,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_page_that_was_no_list_once_is_not_told() {
        assertThat(after(ill(Problem.Kind.NO_LIST))).isEqualTo(NOTHING);
        assertThat(after(WELL_CHECK)).isEqualTo(NOTHING);
        assertThat(after(ill(Problem.Kind.NO_LIST))).isEqualTo(NOTHING);
    }

    @Test
    void what_stays_ill_is_told_once() {
        assertThat(after(ill(Problem.Kind.NO_LIST))).isEqualTo(NOTHING);
        assertThat(after(ill(Problem.Kind.NO_LIST))).isEqualTo(ILL);
        assertThat(after(ill(Problem.Kind.NO_LIST))).isEqualTo(NOTHING);
    }

    @Test
    void what_was_found_over_hours_is_told_at_once() {
        assertThat(after(ill(Problem.Kind.UNREACHABLE))).isEqualTo(ILL);
    }

    @Test
    void a_source_that_is_only_quiet_is_well() {
        assertThat(after(ill(Problem.Kind.STALE))).isEqualTo(NOTHING);
        after(ill(Problem.Kind.UNREACHABLE));
        assertThat(after(ill(Problem.Kind.LIST_STANDS_STILL))).isEqualTo(NOTHING);
        assertThat(after(ill(Problem.Kind.LIST_STANDS_STILL))).isEqualTo(WELL);
    }

    @Test
    void a_source_is_well_again_after_two_good_checks() {
        after(ill(Problem.Kind.UNREACHABLE));
        assertThat(after(WELL_CHECK)).isEqualTo(NOTHING);
        assertThat(after(WELL_CHECK)).isEqualTo(WELL);
        assertThat(after(WELL_CHECK)).isEqualTo(NOTHING);
    }

    @Test
    void a_source_that_goes_to_and_fro_is_told_once_a_day() {
        int told = 0;
        int flapping = 0;
        for (int i = 0; i < 144; i++) {
            AlarmPolicy.Telling telling = after(i % 6 < 3 ? ill(Problem.Kind.GONE) : WELL_CHECK);
            told += telling == ILL ? 1 : 0;
            flapping += telling == FLAPPING ? 1 : 0;
        }
        assertThat(told).isEqualTo(1);
        assertThat(flapping).isZero();
        for (int i = 0; i < 12; i++) {
            flapping += after(i % 6 < 3 ? ill(Problem.Kind.GONE) : WELL_CHECK) == FLAPPING ? 1 : 0;
        }
        assertThat(flapping).isEqualTo(1);
    }
}
