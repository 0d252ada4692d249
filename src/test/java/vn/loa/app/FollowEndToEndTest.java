package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ShownMessage;
import vn.loa.waiting.TestPatience;

/** The whole program, and a group that follows only some of what a portal publishes. */
@Tag("slow")
class FollowEndToEndTest {
    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private BotApiEmulator telegram;
    private Person an;
    private EmulatedChat group;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        telegram = BotApiEmulator.start();
        an = telegram.person("An");
        group = telegram.group("Mặt trận thôn Đông").admin(an);
        portal.publish(1, "Tin một");
        String yaml = """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: open
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên · Văn hóa', url: '%s', every: 1s, jitter: 0s}
            """.formatted(data, telegram.token(), telegram.url(), portal.listUrl());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
        portal.close();
    }

    private boolean asked(String part) {
        return portal.requests().stream().anyMatch(path -> path.contains(part));
    }

    @Test
    void a_group_hears_of_what_its_keywords_name_and_of_nothing_else() {
        group.says(an, "/theodoi +phản biện -bóng đá");
        group.awaitMessage(shown -> shown.text().startsWith("Sẽ gửi tin có: phản biện."));
        // What the first check finds is known and not announced.
        await().atMost(TestPatience.LIMIT).until(() -> asked("view_content"));
        portal.publish(2, "Giải bóng đá thanh niên").publish(3, "Hội nghị Phản biện về sân bóng đá");
        await().atMost(TestPatience.LIMIT).until(() -> asked("/2-tin") && asked("/3-tin"));
        portal.publish(4, "Hội nghị Phản biện quy hoạch");
        group.awaitMessage(shown -> shown.text().startsWith("Hội nghị Phản biện quy hoạch"));
        assertThat(group.messages())
                .extracting(ShownMessage::text)
                .noneMatch(text -> text.contains("thanh niên") || text.contains("sân bóng đá"));
    }

    @Test
    void the_menu_is_one_message_that_changes_in_place() {
        group.says(an, "/theodoi");
        ShownMessage home = group.awaitMessage(shown -> shown.text().startsWith("Đồng chí muốn theo dõi"));
        group.press(an, home, "Chủ đề");
        ShownMessage topics = group.awaitMessage(shown -> shown.text().startsWith("Chủ đề, trang 1/2"));
        group.press(an, topics, "Bầu cử");
        ShownMessage ticked =
                group.awaitMessage(shown -> shown.buttons().toString().contains("✅ Bầu cử"));
        group.press(an, ticked, "Đóng");
        ShownMessage closed = group.awaitMessage(shown -> shown.text().startsWith("Đang theo dõi 1 mục"));
        assertThat(closed.id()).isEqualTo(home.id());
        assertThat(closed.buttons()).isEmpty();
    }
}
