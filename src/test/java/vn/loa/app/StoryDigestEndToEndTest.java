package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
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

/** Two portals, one story, and a chat that reads digests: what it sees before and after the digest is sent. */
@Tag("slow")
class StoryDigestEndToEndTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;
    private static final String STORY = "<p>Sáng 6/3, Ủy ban MTTQ Việt Nam xã Đông Lĩnh tổ chức lễ phát động trồng"
            + " 1.200 cây xanh dọc tuyến đê hữu sông Nhuệ, với 85 hội viên tham gia từ rất sớm.</p>"
            + "<p>Theo ban tổ chức, cây giống do ba hộ làm vườn trong xã góp, mỗi thôn nhận chăm một đoạn dài bốn trăm"
            + " mét và cắm biển ghi tên.</p><p>Bà con đề nghị xã sớm có nước tưới cho đoạn qua thôn Trại, vì kênh nội"
            + " đồng ở đó cạn từ cuối năm ngoái.</p>";
    private static final String OTHER = "<p>Từ 14 đến 15/3, Trạm y tế xã Đông Lĩnh mở đợt khám mắt miễn phí cho 320"
            + " người cao tuổi, ưu tiên những cụ chưa khám lần nào từ đầu năm.</p><p>Đoàn khám có 9 bác sĩ của Bệnh viện"
            + " Mắt tỉnh; ai cần mổ đục thủy tinh thể được hẹn lịch ngay tại chỗ và miễn hoàn toàn viện phí.</p><p>Mỗi"
            + " người mang theo thẻ bảo hiểm y tế và kính đang đeo, nếu có; xe của Hội Người cao tuổi đón tại cổng đình"
            + " các thôn từ 7 giờ sáng.</p>";

    @TempDir
    private Path data;

    private final PortalEmulator commune = new PortalEmulator();
    private final PortalEmulator district = new PortalEmulator();
    private final InstantSource system = InstantSource.system();
    private volatile Duration shift;
    private BotApiEmulator telegram;
    private Person an;
    private EmulatedChat group;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        set("2020-03-09T06:00");
        telegram = BotApiEmulator.start();
        an = telegram.person("An");
        group = telegram.group("Mặt trận thôn Đông").admin(an);
        commune.publish(1, "Tin cũ của xã");
        district.publish(1, "Tin cũ của huyện");
        app = new App(
                Settings.of("test", """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: open
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: xa, name: 'Cổng xã', url: '%s', every: 1s, jitter: 0s}
              - {id: huyen, name: 'Cổng huyện', url: '%s', every: 1s, jitter: 0s}
            """.formatted(
                                data, telegram.token(), telegram.url(), commune.listUrl(), district.listUrl())),
                null,
                () -> system.instant().plus(shift));
        app.start();
        group.says(an, "/theodoi tất cả");
        group.awaitMessage(shown -> shown.text().contains("Đã theo dõi"));
        await().atMost(PATIENCE).until(() -> read(commune, 1) && read(district, 1));
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
        commune.close();
        district.close();
    }

    private void set(String civil) {
        Instant wanted =
                LocalDateTime.parse(civil).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
        shift = Duration.between(system.instant(), wanted);
    }

    private static boolean read(PortalEmulator portal, int article) {
        return portal.requests().stream().anyMatch(path -> path.contains("/" + article + "-tin"));
    }

    private void ask(String words, String answer) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            group.says(an, words);
            return group.messages().stream().anyMatch(message -> message.text().contains(answer));
        });
    }

    private long digests() {
        return group.messages().stream()
                .filter(message -> message.text().startsWith("Bản tin ngày"))
                .count();
    }

    @Test
    void a_digest_names_the_later_portal_under_the_story_before_and_after_it_is_sent() {
        ask("/lich 7:00 16:30", "Gửi thành bản tin lúc 7:00 và 16:30");
        commune.publish(2, "Xã Đông Lĩnh trồng 1.200 cây xanh", "06/03/2020 08:00", STORY);
        commune.publish(3, "Khám mắt cho người cao tuổi", "06/03/2020 08:05", OTHER);
        ask("/lich", "Đang giữ 2 tin");
        district.publish(2, "Phát động trồng cây tại xã Đông Lĩnh", "06/03/2020 09:00", STORY);
        await().atMost(PATIENCE).until(() -> read(district, 2));
        district.publish(3, "Tin riêng của huyện", "06/03/2020 09:30", "<p>Huyện họp giao ban tháng ba.</p>");
        ask("/lich", "Đang giữ 3 tin");

        set("2020-03-09T07:00");
        ShownMessage morning = group.awaitMessage(message -> message.text().startsWith("Bản tin ngày 9/3/2020: 3 tin"));
        assertThat(morning.text())
                .contains("Xã Đông Lĩnh trồng 1.200 cây xanh", "Tin riêng của huyện")
                .containsOnlyOnce("\nCũng đăng tại: Cổng huyện\n")
                .doesNotContain("Phát động trồng cây");

        district.publish(4, "Khám mắt miễn phí ở trạm y tế", "09/03/2020 07:20", OTHER);
        ShownMessage edited = group.awaitMessage(message -> message.text().startsWith("Bản tin ngày 9/3/2020: 3 tin")
                && message.text().split("Cũng đăng tại: Cổng huyện", -1).length == 3);
        assertThat(edited.id()).isEqualTo(morning.id());
        assertThat(edited.text()).doesNotContain("cập nhật");
        assertThat(digests()).isEqualTo(1);
    }
}
