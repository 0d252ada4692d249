package vn.loa.store.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.FetchSettings;
import vn.loa.fetch.Fetcher;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;

class ClosedHostStoreTest {
    private static final String HOST = "x.gov.vn";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final FetchSettings SETTINGS = new FetchSettings(
            "Loa/test", FetchSettings.Timeouts.USUAL, 10_000, Duration.ZERO, true, false, List.of(), Optional.empty());

    @TempDir
    private Path folder;

    private Database database;
    private ClosedHostStore hosts;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        hosts = new ClosedHostStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart() {
        database.close();
        open();
    }

    private static FetchResult fetched(MockWebServer portal, String path, ClosedHostStore closings) {
        try (Fetcher fetcher = new Fetcher(SETTINGS, InstantSource.system()).remembering(closings)) {
            return fetcher.fetch(FetchRequest.of(portal.url(path).uri()));
        }
    }

    @Test
    void a_host_that_asked_to_be_left_alone_is_not_asked_after_a_restart() throws IOException {
        try (MockWebServer portal = new MockWebServer()) {
            portal.start();
            portal.enqueue(new MockResponse.Builder()
                    .code(429)
                    .addHeader("Retry-After", "3600")
                    .build());
            assertThat(fetched(portal, "/a", hosts)).isEqualTo(new FetchResult.RateLimited(HOUR));
            restart();
            FetchResult again = fetched(portal, "/b", hosts);
            assertThat(again).isInstanceOf(FetchResult.RateLimited.class);
            assertThat(((FetchResult.RateLimited) again).retryAfter()).isBetween(HOUR.minusMinutes(5), HOUR);
            assertThat(portal.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void a_host_is_asked_again_when_its_time_is_over() throws IOException {
        try (MockWebServer portal = new MockWebServer()) {
            portal.start();
            hosts.close(portal.getHostName(), Duration.ofMillis(-1));
            portal.enqueue(
                    new MockResponse.Builder().code(200).body("<p>Tin</p>").build());
            assertThat(fetched(portal, "/a", hosts)).isInstanceOf(FetchResult.Fetched.class);
        }
    }

    @Test
    void a_host_that_never_asked_is_open_and_the_last_word_counts() {
        assertThat(hosts.left(HOST)).isEmpty();
        hosts.close(HOST, HOUR);
        hosts.close(HOST, Duration.ofMinutes(1));
        assertThat(hosts.left(HOST).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(hosts.left("y.gov.vn")).isEmpty();
    }

    @Test
    void a_clock_that_was_put_back_keeps_a_host_closed_for_no_longer_than_it_asked() {
        hosts.close(HOST, HOUR);
        MigratedDatabase.sql(database, "UPDATE closed_host SET closed_until = closed_until + 86400000");
        assertThat(hosts.left(HOST)).contains(HOUR);
        assertThat(MigratedDatabase.numbers(
                        database, "SELECT closed_until - " + database.dialect().now() + " FROM closed_host"))
                .allMatch(left -> left <= HOUR.toMillis());
    }

    @Test
    void what_is_over_is_forgotten() {
        hosts.close(HOST, HOUR);
        hosts.close("y.gov.vn", Duration.ofMillis(-1));
        assertThat(hosts.forgetOpen()).isEqualTo(1);
        assertThat(hosts.left(HOST)).isPresent();
    }
}
