package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.FreePort;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.waiting.TestPatience;

/** In an Official Account's group a menu names the person whose it is, and only that person's number counts. */
class OaGroupMenuTest {
    private static final String GROUP = "f414c8f76fa586fb0001";
    private static final String HOA = "2468000000000000011";
    private static final String LAN = "2468000000000000012";

    @TempDir
    private Path data;

    private ZaloOaEmulator account;
    private App app;
    private URI door;
    private int number;

    @BeforeEach
    void start() throws IOException, ConfigException {
        account = new ZaloOaEmulator().group(GROUP, "Thôn Đông", 42, true).person(HOA);
        account.follower(HOA, "Hòa");
        account.member(LAN, "Lan");
        int port = FreePort.find();
        door = URI.create("http://127.0.0.1:" + port + "/zalo/oa");
        String yaml = """
            data: '%s/data'
            web: {port: %d}
            access: open
            zalo:
              oa: {app-id: '%s', app-secret: '%s', secret-key: '%s', refresh-token: '%s', api-url: '%s',
                oauth-url: '%s', name: Loa xã}
            operators: ['zalo:%s']
            """.formatted(
                        data,
                        port,
                        ZaloOaEmulator.APP_ID,
                        ZaloOaEmulator.APP_SECRET,
                        ZaloOaEmulator.OA_SECRET,
                        account.refreshToken(),
                        account.url(),
                        account.url(),
                        HOA);
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
        isCalled(HOA, "Hòa");
        isCalled(LAN, "Lan");
    }

    /** It depends on the machine that Zalo tells a name in time. */
    private void isCalled(String person, String name) {
        PersonId id = new PersonId(Platform.ZALO, person);
        app.storage().roles().seen(id, name, Instant.now());
        app.storage().roles().told(id, name, Instant.now());
    }

    @AfterEach
    void stop() {
        app.close();
        account.close();
    }

    private String answer(String person, String words) throws Exception {
        int before = texts().size();
        says(person, words);
        await().atMost(TestPatience.LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> texts().size() > before);
        return texts().get(before);
    }

    private void says(String person, String words) {
        ZaloOaEvent.groupText(GROUP, person, words, "m" + ++number).postUntilTaken(door);
    }

    private List<String> texts() {
        return account.sent().stream().map(ZaloOaEmulator.Sent::text).toList();
    }

    @Test
    void a_menu_names_its_owner_and_takes_no_number_of_another_member() throws Exception {
        assertThat(answer(HOA, "@Loa xã trợ giúp")).contains("1. ", "(đồng chí Hòa xin trả lời bằng số");
        says(LAN, "1");
        assertThat(answer(LAN, "@Loa xã trợ giúp"))
                .as("her number was none before")
                .contains("(đồng chí Lan xin trả lời bằng số");
        assertThat(answer(HOA, "1")).as("asked for by a bare number").contains("đồng chí Hòa");
    }
}
