package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
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

    private OaProgram program;
    private int number;

    @BeforeEach
    void start() throws IOException, ConfigException {
        ZaloOaEmulator account =
                new ZaloOaEmulator().group(GROUP, "Thôn Đông", 42, true).person(HOA);
        account.follower(HOA, "Hòa");
        account.member(LAN, "Lan");
        program = new OaProgram(data, account, HOA, ", name: Loa xã", "access: open");
        isCalled(HOA, "Hòa");
        isCalled(LAN, "Lan");
    }

    /** It depends on the machine that Zalo tells a name in time. */
    private void isCalled(String person, String name) {
        PersonId id = new PersonId(Platform.ZALO, person);
        program.app.storage().roles().seen(id, name, Instant.now());
        program.app.storage().roles().told(id, name, Instant.now());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private String answer(String person, String words) throws Exception {
        int before = texts().size();
        says(person, words);
        await().atMost(TestPatience.LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> texts().size() > before);
        return texts().get(before);
    }

    private void says(String person, String words) {
        ZaloOaEvent.groupText(GROUP, person, words, "m" + ++number).postUntilTaken(program.webhook);
    }

    private List<String> texts() {
        return program.zalo.sent().stream().map(ZaloOaEmulator.Sent::text).toList();
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
