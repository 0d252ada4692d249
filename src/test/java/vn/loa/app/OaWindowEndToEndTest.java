package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.waiting.TestPatience;

/** The whole program with an Official Account whose follower does not write for more than a week. */
@Tag("slow")
class OaWindowEndToEndTest {
    private static final String CITIZEN = "2468000000000000001";
    private static final String OPERATOR = "2468000000000000009";

    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private ZaloOaEmulator zalo;
    private OaProgram program;
    private int posts;

    @BeforeEach
    void start() throws IOException, ConfigException {
        zalo = new ZaloOaEmulator().person(CITIZEN).person(OPERATOR);
        portal.publish(1, "Tin một").publish(2, "Tin hai");
        program = new OaProgram(data, zalo, OPERATOR, "", """
            access: open
            delivery: {quiet-hours: {mode: 'off'}}
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên', url: '%s', every: 1s, jitter: 0s}
            """.formatted(portal.listUrl()));
    }

    @AfterEach
    void stop() {
        program.close();
        portal.close();
    }

    private void says(String person, String text) {
        ZaloOaEvent.privateText(person, text, "m" + ++posts).postUntilTaken(program.webhook);
    }

    private List<String> heard(String person) {
        return zalo.sent().stream()
                .filter(sent -> sent.to().equals(person))
                .map(ZaloOaEmulator.Sent::text)
                .toList();
    }

    private String awaits(String person, String words) {
        await(words)
                .atMost(TestPatience.LIMIT)
                .until(() -> heard(person).stream().anyMatch(text -> text.contains(words)));
        return heard(person).stream()
                .filter(text -> text.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private void aWeekPasses() {
        program.app
                .storage()
                .database()
                .<Integer>write(handle -> handle.createUpdate(
                                "UPDATE interaction SET heard_at = heard_at - 691200000 WHERE external_id LIKE '%1'")
                        .execute());
        zalo.silent(CITIZEN).window(CITIZEN, Long.toString(System.currentTimeMillis() - 691_200_000L), 0);
    }

    private int awaited() {
        return program.app.storage().statistics().awaited().messages();
    }

    @Test
    void news_wait_while_zalo_allows_none_and_come_as_a_digest_when_the_person_does_anything() throws Exception {
        says(CITIZEN, "/theodoi tất cả");
        awaits(CITIZEN, "Đã theo dõi");
        assertThat(awaits(CITIZEN, "trong 7 ngày")).contains("nhắn bất kỳ");
        await().atMost(TestPatience.LIMIT)
                .until(() -> portal.requests().stream()
                                .filter(path -> path.contains("view_content"))
                                .count()
                        >= 2);
        aWeekPasses();
        int before = heard(CITIZEN).size();
        portal.publish(3, "Lịch tiêm phòng").publish(4, "Họp thôn tối thứ bảy");
        await().atMost(TestPatience.LIMIT).until(() -> awaited() == 2);
        says(OPERATOR, "/trangthai");
        assertThat(awaits(OPERATOR, "Ngoài 7 ngày của Zalo OA: 1 người, 2 tin chờ"))
                .contains("Còn 2 tin chờ 1 người nhắn lại");
        assertThat(heard(CITIZEN)).hasSize(before);
        assertThat(zalo.calls().stream().filter("quota-message"::equals)).hasSize(1);
        zalo.person(CITIZEN);
        ObjectNode sticker = ZaloOaEvent.named("user_send_sticker");
        sticker.putObject("sender").put("id", CITIZEN);
        sticker.putObject("recipient").put("id", ZaloOaEmulator.OA_ID);
        sticker.putObject("message").put("msg_id", "s1");
        ZaloOaEvent.of(sticker).postUntilTaken(program.webhook);
        awaits(CITIZEN, "có 2 tin được giữ lại");
        assertThat(awaits(CITIZEN, "Lịch tiêm phòng")).contains("Họp thôn tối thứ bảy");
        await().atMost(TestPatience.LIMIT).until(() -> awaited() == 0);
    }
}
