package vn.loa.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.waiting.TestPatience;

/** Every check that somebody waits for comes to an end of which he hears. */
class PromptChecksTest implements KnownSources, HostTurns {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();
    private final PromptChecks prompt = new PromptChecks("asked", 1, checks(), () -> Duration.ofMillis(1));

    private SharedChecks checks() {
        SharedChecks made = new SharedChecks(this, this);
        made.checking(source -> heard.add("checked " + source.id()));
        return made;
    }

    @AfterEach
    void close() {
        prompt.close();
    }

    @Override
    public Optional<Known> find(String id) {
        return id.equals("unknown")
                ? Optional.empty()
                : Optional.of(new Known(
                        new Source(
                                id,
                                id,
                                URI.create("https://x/"),
                                "",
                                new Cadence.Every(Duration.ofHours(1)),
                                Map.of(),
                                Set.of()),
                        !id.equals("resting")));
    }

    @Override
    public Optional<Instant> lastCheck(String id) {
        return id.equals("checked") ? Optional.of(NOW) : Optional.empty();
    }

    @Override
    public boolean take(String host) {
        return visits.incrementAndGet() > 2;
    }

    @Override
    public void release(String host) {}

    private void check(String id) {
        prompt.check(new PromptChecks.Wanted(id, Optional.of(NOW.minusSeconds(1)), () -> heard.add("no " + id)));
    }

    @Test
    void a_source_that_rests_or_that_nobody_knows_is_answered_for() {
        check("resting");
        check("unknown");
        await().atMost(TestPatience.LIMIT).until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("no resting", "no unknown");
    }

    @Test
    void a_host_that_has_a_visitor_is_asked_again_and_a_check_that_was_made_meanwhile_is_not_repeated() {
        check("checked");
        check("a");
        await().atMost(TestPatience.LIMIT).until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("checked a");
        assertThat(visits).hasValue(3);
    }
}
