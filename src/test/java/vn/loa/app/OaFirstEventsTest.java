package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.store.chat.OaAccountStore;

/**
 * Events that come while Zalo has not told yet who the account of the configuration is: no account takes those of another,
 * and Zalo sends again what is not answered with 200.
 */
class OaFirstEventsTest {
    private static final String PERSON = "2468000000000000001";
    private static final String OTHER = "579000000000000002";

    @TempDir
    private Path data;

    private OaProgram program;
    private URI door;

    @BeforeEach
    void start() throws IOException, ConfigException {
        ZaloOaEmulator zalo = new ZaloOaEmulator().person(PERSON);
        zalo.faults().on("getoa").always().page(503);
        program = new OaProgram(data, zalo, PERSON, "", "");
        door = program.webhook;
        ZaloOaEvent.privateText(PERSON, "chào", "m1").postUntilTaken(door);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    /** An account that has consented and is about to listen, or listens at another node. */
    private void anotherIsKnown() {
        known("zalo:" + PERSON);
    }

    /** An account whose tokens stood in the configuration once. */
    private void anotherWasConfigured() {
        known("");
    }

    private void known(String addedBy) {
        Bot bot = new Bot(Platform.ZALO, "oa2");
        program.app
                .storage()
                .oaAccounts()
                .learn(new OaAccountStore.Known(
                        bot,
                        OTHER,
                        "Phường Hà Nam",
                        addedBy,
                        InstantSource.system().instant()));
    }

    private static ZaloOaEvent inGroup(String message) {
        ObjectNode event = ZaloOaEvent.named("user_send_group_text");
        event.remove("oa_id");
        event.putObject("sender").put("id", PERSON);
        event.putObject("recipient").put("id", "g9");
        event.putObject("message").put("text", "/danhsach").put("msg_id", message);
        return ZaloOaEvent.of(event);
    }

    @Test
    void an_event_for_another_account_is_not_taken_and_has_to_come_again() throws Exception {
        anotherIsKnown();
        assertThat(ZaloOaEvent.privateText(PERSON, "/danhsach", "m2").of(OTHER).post(door))
                .isEqualTo(503);
    }

    @Test
    void a_new_group_that_may_be_another_accounts_is_not_taken() throws Exception {
        assertThat(inGroup("m3").post(door)).as("one account alone").isEqualTo(200);
        anotherIsKnown();
        assertThat(inGroup("m4").post(door)).isEqualTo(503);
    }

    @Test
    void an_account_that_has_left_the_configuration_keeps_no_other_from_a_new_group() throws Exception {
        anotherWasConfigured();
        assertThat(inGroup("m6").post(door)).isEqualTo(200);
        assertThat(ZaloOaEvent.privateText(PERSON, "/danhsach", "m7").of(OTHER).post(door))
                .as("of nobody that is to run here")
                .isEqualTo(200);
    }

    @Test
    void the_one_account_takes_what_names_a_number_that_nobody_has() throws Exception {
        assertThat(ZaloOaEvent.privateText(PERSON, "/danhsach", "m5").of(OTHER).post(door))
                .isEqualTo(200);
    }
}
