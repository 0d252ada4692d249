package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.store.DatabaseServer;
import vn.loa.store.TestServer;
import vn.loa.store.UnusableDatabaseException;
import vn.loa.waiting.TestPatience;

/** The whole program with its data on a PostgreSQL server, from an empty database on. */
@Order(1)
@Tag("slow")
@EnabledIfSystemProperty(named = "loa.test.database", matches = "postgresql")
class EndToEndServerTest {
    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private BotApiEmulator telegram;
    private ZaloBotEmulator zalo;
    private Person operator;
    private EmulatedChat desk;
    private App app;
    private String sourceName = "Văn hóa";

    @BeforeEach
    void start() throws IOException, ConfigException {
        telegram = BotApiEmulator.start();
        zalo = new ZaloBotEmulator();
        operator = telegram.person("Vận hành");
        desk = telegram.privateChat(operator);
        portal.publish(1, "Tin một");
        app = loa("a");
        app.start();
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
        zalo.close();
        portal.close();
    }

    private App loa(String node) throws ConfigException {
        DatabaseServer server = TestServer.empty(data);
        String yaml = """
            data: '%s/data'
            database: {url: '%s', user: '%s', node: '%s'}
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            zalo: {api-url: '%s', poll-timeout: 1s}
            access: open
            operators: ['telegram:%d']
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên · %s', url: '%s', every: 1s, jitter: 0s}
            """.formatted(
                        data,
                        server.url(),
                        server.user(),
                        node,
                        telegram.token(),
                        telegram.url(),
                        zalo.url(),
                        operator.id(),
                        sourceName,
                        portal.listUrl());
        return new App(Settings.of("test", yaml), null, InstantSource.system());
    }

    private void follow() {
        desk.says(operator, "/theodoi tất cả");
        desk.awaitMessage(shown -> shown.text().contains("Đã theo dõi: Tất cả các nguồn tin."));
        await().atMost(TestPatience.LIMIT)
                .until(() -> portal.requests().stream().anyMatch(path -> path.contains("view_content")));
    }

    private void announced(int number, String title) {
        portal.publish(number, title);
        desk.awaitMessage(shown -> shown.text().startsWith(title));
    }

    @Test
    void what_a_portal_publishes_arrives_also_after_a_restart() throws ConfigException {
        follow();
        announced(2, "Ra quân Chủ nhật xanh");
        app.close();
        app = loa("a");
        app.start();
        announced(3, "Họp dân thôn Đông");
    }

    private long told(String title) {
        return desk.messages().stream()
                .filter(shown -> shown.text().startsWith(title))
                .count();
    }

    @Test
    void of_two_nodes_one_works_and_the_other_goes_on_when_it_stops() throws ConfigException {
        follow();
        try (App other = loa("b")) {
            other.start();
            announced(2, "Ra quân Chủ nhật xanh");
            desk.says(operator, "/trangthai");
            desk.awaitMessage(shown -> shown.text().contains("Máy a phụ trách telegram/main.")
                    && shown.text().contains("Các máy kiểm tra nguồn tin: a, b.")
                    && shown.text().contains("Gửi tin qua telegram/main"));
            app.close();
            announced(3, "Họp dân thôn Đông");
            desk.says(operator, "/nguon");
            desk.awaitMessage(shown -> shown.text().contains("Phú Xuyên · Văn hóa"));
            assertThat(told("Ra quân Chủ nhật xanh")).isEqualTo(1);
            assertThat(told("Họp dân thôn Đông")).isEqualTo(1);
            app = other;
        }
    }

    @Test
    void a_bot_that_is_added_or_taken_away_on_one_node_is_so_on_the_other_and_one_of_them_answers()
            throws ConfigException {
        try (App other = loa("b")) {
            other.start();
            desk.says(operator, "/bot " + zalo.token());
            desk.awaitMessage(shown -> shown.text().contains("đã chạy"));
            await().atMost(TestPatience.LIMIT).until(() -> both(other, 2));
            ZaloBotEmulator.Talk person = zalo.person("u1", "Hòa");
            await().atMost(TestPatience.LIMIT)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        person.says("/trogiup");
                        return !person.heard().isEmpty();
                    });
            String name = app.bots().all().get(1).bot().name();
            desk.says(operator, "/bot xóa " + name);
            desk.awaitMessage(shown -> shown.text().contains("Đã bớt bot"));
            await().atMost(TestPatience.LIMIT).until(() -> both(other, 1));
        }
    }

    private boolean both(App other, int bots) {
        return app.bots().all().size() == bots && other.bots().all().size() == bots;
    }

    @Test
    void a_node_that_lost_its_bot_falls_silent_and_goes_on_when_it_has_it_again() {
        follow();
        TestServer.sql(data, "UPDATE bot_owner SET owner = 'x', node = 'máy x', owned_until = owned_until + 3600000");
        await().atMost(TestPatience.LIMIT).until(() -> app.bots().here().isEmpty());
        portal.publish(2, "Họp dân thôn Đông");
        desk.says(operator, "/nguon");
        TestServer.sql(data, "UPDATE bot_owner SET owned_until = 0");
        desk.awaitMessage(shown -> shown.text().startsWith("Họp dân thôn Đông"));
        desk.awaitMessage(shown -> shown.text().contains("Phú Xuyên · Văn hóa"));
        assertThat(told("Họp dân thôn Đông")).isEqualTo(1);
    }

    @Test
    void a_node_with_other_sources_is_refused_and_told_by_whom() throws ConfigException {
        sourceName = "Tin xã";
        try (App other = loa("b")) {
            assertThatThrownBy(other::start)
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageContaining("than a,");
        }
    }

    @Test
    void who_asks_for_a_backup_is_told_that_the_server_has_the_data() {
        desk.says(operator, "/saoluu");
        desk.awaitMessage(shown -> shown.text().contains("pg_dump"));
    }
}
