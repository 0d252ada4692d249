package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.ShippedClasses;
import vn.loa.command.document.CalendarRoute;
import vn.loa.config.ConfigException;
import vn.loa.emulator.FreePort;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.waiting.TestPatience;
import vn.loa.web.WebRoute;

/** What a webhook answers well stands in the database, for platforms do not bring it again. */
class WebhookPromiseTest {
    @TempDir
    private Path data;

    private ZaloBotEmulator zalo;
    private ZaloOaEmulator account;
    private App app;
    private int port;

    /** A valid post for each route of a channel, by the simple name of its class; another route needs one here. */
    private Map<String, Callable<Integer>> posts(int number) {
        Map<String, Callable<Integer>> posts = new LinkedHashMap<>();
        String update =
                "{\"event_name\":\"message.text.received\",\"message\":{\"message_id\":\"b%d\",\"text\":\"tin mới\","
                                .formatted(number)
                        + "\"chat\":{\"chat_type\":\"PRIVATE\",\"id\":\"u1\"},\"from\":{\"id\":\"u1\"}}}";
        posts.put("ZaloWebhookRoute", () -> zalo.post("bi-mat-12345678", update));
        URI door = URI.create("http://127.0.0.1:" + port + "/zalo/oa");
        ZaloOaEvent event = ZaloOaEvent.privateText("2468000000000000001", "tin mới", "a" + number);
        posts.put("OaAccounts", () -> event.post(door));
        ZaloOaEvent own = ZaloOaEvent.privateText("2468000000000000001", "tin mới", "c" + number);
        posts.put("OaReceiver", () -> own.post(URI.create(door + "/oa")));
        return posts;
    }

    @BeforeEach
    void start() throws IOException, ConfigException {
        zalo = new ZaloBotEmulator();
        account = new ZaloOaEmulator();
        port = FreePort.find();
        String yaml = """
            data: '%s/data'
            web: {port: %d}
            zalo:
              token: '%s'
              api-url: '%s'
              webhook: {url: 'http://127.0.0.1:%d', secret: bi-mat-12345678}
              oa:
                app-id: '%s'
                app-secret: '%s'
                secret-key: '%s'
                refresh-token: '%s'
                api-url: '%s'
                oauth-url: '%s'
            operators: ['zalo:op1']
            """.formatted(
                        data,
                        port,
                        zalo.token(),
                        zalo.url(),
                        port,
                        ZaloOaEmulator.APP_ID,
                        ZaloOaEmulator.APP_SECRET,
                        ZaloOaEmulator.OA_SECRET,
                        account.refreshToken(),
                        account.url(),
                        account.url());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
        await().atMost(TestPatience.LIMIT).until(() -> zalo.hooked());
        // An account listens before it asks Zalo who it is.
        await().atMost(TestPatience.LIMIT).until(() -> account.calls().contains("getoa"));
    }

    @AfterEach
    void stop() {
        app.close();
        zalo.close();
        account.close();
    }

    private int written() {
        return app.storage()
                .database()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM received_update")
                        .mapTo(Integer.class)
                        .one());
    }

    private void sql(String order) {
        app.storage().database().write(handle -> handle.execute(order));
    }

    @Test
    void every_route_of_a_channel_answers_well_only_what_it_has_written_down() throws Exception {
        assertThat(ShippedClasses.fulfilling(WebRoute.class))
                .filteredOn(route -> !route.getPackageName().startsWith("vn.loa.web"))
                .as("a bot's route hands on to these, a calendar is only read")
                .filteredOn(
                        route -> !route.getName().equals("vn.loa.bot.OwnedBot$Route") && route != CalendarRoute.class)
                .extracting(each -> each.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(posts(0).keySet());
        sql(
                "CREATE TRIGGER full_disk BEFORE INSERT ON received_update BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        for (Map.Entry<String, Callable<Integer>> post : posts(1).entrySet()) {
            assertThat(post.getValue().call()).as(post.getKey()).isEqualTo(503);
        }
        assertThat(written()).isZero();
        sql("DROP TRIGGER full_disk");
        int before = 0;
        for (Map.Entry<String, Callable<Integer>> post : posts(1).entrySet()) {
            assertThat(post.getValue().call()).as(post.getKey()).isEqualTo(200);
            before++;
            assertThat(written()).as(post.getKey()).isEqualTo(before);
        }
    }
}
