package vn.loa.watch.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.model.AlarmState;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;

class HealthPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Source SOURCE = new Source(
            "a", "A", URI.create("http://x/"), "", new Cadence.Every(Duration.ofHours(1)), Map.of(), Set.of());

    private final HealthPolicy policy = new HealthPolicy(new Backoff(new Random(1)));
    private AlarmState alarm = AlarmState.NEW;

    private SourceCheck read(SourceCheck before, Optional<Problem> problem) {
        HealthPolicy.Visit visit =
                new HealthPolicy.Visit(8, Optional.empty(), Optional.empty(), Optional.empty(), SourceHealth.OK);
        return policy.barren(policy.good(before, visit, NOW), problem, NOW);
    }

    private SourceCheck failed(SourceCheck before, Problem.Kind kind) {
        return policy.bad(before, SOURCE, new Problem(kind, ""), Optional.empty(), NOW);
    }

    private AlarmPolicy.Telling told(SourceCheck check) {
        AlarmPolicy.Decision decision = AlarmPolicy.after(alarm, check, NOW);
        alarm = decision.state();
        return decision.telling();
    }

    @ParameterizedTest
    @EnumSource(names = {"STALE", "LIST_STANDS_STILL"})
    void a_failure_of_a_quiet_source_is_told_no_sooner_than_that_of_another(Problem.Kind quiet) {
        SourceCheck check = read(SourceCheck.never(), Optional.of(new Problem(quiet, "")));
        assertThat(check.health()).isEqualTo(SourceHealth.DEGRADED);
        List<AlarmPolicy.Telling> told = new ArrayList<>();
        for (int failure = 1; failure <= 3; failure++) {
            check = failed(check, Problem.Kind.UNREACHABLE);
            told.add(told(check));
        }
        assertThat(told)
                .containsExactly(AlarmPolicy.Telling.NOTHING, AlarmPolicy.Telling.NOTHING, AlarmPolicy.Telling.ILL);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "RATE_LIMITED", "NO_ROOM", "BUSY"})
    void one_failed_check_makes_no_source_ill(Problem.Kind failure) {
        for (Optional<Problem> known :
                List.of(Optional.<Problem>empty(), Optional.of(new Problem(Problem.Kind.STALE, "")))) {
            SourceCheck check = failed(read(SourceCheck.never(), known), failure);
            assertThat(check.health()).isEqualTo(SourceHealth.OK);
            assertThat(told(check)).isEqualTo(AlarmPolicy.Telling.NOTHING);
        }
    }

    @Test
    void what_is_ill_stays_ill_over_a_failed_check() {
        SourceCheck ill = read(SourceCheck.never(), Optional.of(new Problem(Problem.Kind.OTHER_PAGES, "")));
        assertThat(failed(ill, Problem.Kind.UNREACHABLE).health()).isEqualTo(SourceHealth.DEGRADED);
    }
}
