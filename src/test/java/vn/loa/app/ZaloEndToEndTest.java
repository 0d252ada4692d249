package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.emulator.ZaloBotEmulator.Fault;
import vn.loa.waiting.TestPatience;

/** The whole program between an emulated portal and an emulated Zalo: a group is bound, hears news, and answers. */
@Order(1)
@Tag("slow")
class ZaloEndToEndTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;

    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private ZaloBotEmulator zalo;
    private ZaloBotEmulator.Talk operator;
    private ZaloBotEmulator.Talk an;
    private ZaloBotEmulator.Talk group;
    private App app;

    @BeforeEach
    void open() throws IOException {
        zalo = new ZaloBotEmulator();
        operator = zalo.person("op1", "Vận hành");
        an = zalo.member("zgr-1", "an1", "An");
        group = zalo.member("zgr-1", "binh1", "Bình");
        portal.publish(1, "Tin một").publish(2, "Tin hai");
    }

    @AfterEach
    void close() {
        app.close();
        zalo.close();
        portal.close();
    }

    private void start(String zaloSettings) throws ConfigException {
        start("invite", zaloSettings);
    }

    private void start(String access, String zaloSettings) throws ConfigException {
        String yaml = """
            data: '%s/data'
            zalo: {token: '%s', api-url: '%s', poll-timeout: 1s, rates: {bot-per-second: 0, chat-per-second: 0}%s}
            access: %s
            operators: ['zalo:op1']
            delivery: {quiet-hours: {mode: 'off'}}
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên', url: '%s', every: 1s, jitter: 0s}
            """.formatted(data, zalo.token(), zalo.url(), zaloSettings, access, portal.listUrl());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
    }

    /** The group is bound by a code from the operator; whoever brings it administers it. */
    private void bind() {
        operator.says("/moi");
        String code = operator.awaits("/start ")
                .lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow();
        an.mentions(code);
        an.awaits("đã được duyệt nhận tin");
        await().atMost(PATIENCE)
                .until(() -> portal.requests().stream()
                                .filter(path -> path.contains("view_content"))
                                .count()
                        >= 2);
    }

    @Test
    void a_group_is_bound_by_a_code_follows_by_numbers_and_hears_the_news() throws ConfigException {
        start(", digests: []");
        group.mentions("tin mới");
        bind();
        group.mentions("/theodoi tất cả");
        group.awaits("chỉ quản trị viên");
        an.mentions("/theodoi");
        an.replies(offered(an, "Nguồn tin"));
        an.mentions("Số " + offered(an, "Phú Xuyên") + ".");
        an.awaits("✅ Phú Xuyên");
        portal.publish(3, "Lịch tập huấn cán bộ Mặt trận");
        String news = an.awaits("Lịch tập huấn cán bộ Mặt trận");
        assertThat(news).contains("http://127.0.0.1", "Nguồn: Phú Xuyên");
        assertThat(zalo.sent()).allMatch(sent -> sent.text().length() <= 2000);
        assertThat(an.heard())
                .allMatch(text -> !text.contains("gõ /") && !text.contains("@Loa") && !text.contains("bằng số"));
    }

    /** The number before the choice with these words, once it was offered. */
    private static String offered(ZaloBotEmulator.Talk talk, String words) {
        await("a choice \"" + words + "\"")
                .atMost(PATIENCE)
                .until(() -> number(talk, words).isPresent());
        return number(talk, words).orElseThrow();
    }

    private static Optional<String> number(ZaloBotEmulator.Talk talk, String words) {
        return talk.heard().stream()
                .flatMap(String::lines)
                .filter(line -> line.matches("\\d+\\. .*") && line.contains(words))
                .map(line -> line.replaceFirst("\\..*", ""))
                .reduce((earlier, later) -> later);
    }

    @Test
    void an_operator_lets_a_group_in_by_writing_what_the_request_says() throws ConfigException {
        start("approval", ", digests: []");
        operator.says("/trogiup");
        operator.awaits("Đồng chí cần việc gì");
        group.mentions("chào đồng chí loa ơi /theodoi");
        String choice = operator.awaits("Từ chối ")
                .lines()
                .filter(line -> line.startsWith("Đồng ý "))
                .findFirst()
                .orElseThrow();
        assertThat(operator.heard()).noneMatch(text -> text.contains("/duyet:"));
        group.mentions(choice);
        operator.says(choice);
        group.awaits("đã được duyệt nhận tin");
        assertThat(zalo.sent().stream().filter(sent -> sent.text().contains("đã được duyệt nhận tin")))
                .as("a member of the group could not let it in")
                .hasSize(1);
    }

    @Test
    void a_village_leader_brings_the_bot_in_by_four_steps_and_nobody_is_asked() throws ConfigException {
        start("approval", ", digests: ['7:00']");
        operator.says("/moi thôn Thượng; tất cả");
        operator.awaits("Có thêm vào danh sách đơn vị");
        operator.says("đồng ý ạ");
        String letter = operator.awaits("bốn bước");
        assertThat(letter)
                .contains(
                        "1. Mở liên kết: https://bot.zaloplatforms.com/groups/invite/bot.AbCdEfGhI",
                        "2. Chọn nhóm",
                        "3. Trong nhóm đó: gõ @, chọn \"Bot Tin Xã\"",
                        "4. Đọc câu trả lời");
        String code = letter.lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow()
                .substring("/start ".length());
        an.mentions(code.toLowerCase(java.util.Locale.ROOT) + " ạ");
        assertThat(an.awaits("đã được duyệt nhận tin"))
                .contains(
                        "Đơn vị: thôn Thượng",
                        "đồng chí An",
                        "Đã theo dõi: Tất cả các nguồn tin",
                        "sẽ tới trong bản tin lúc ",
                        " 07:00");
        operator.awaits("🏠 thôn Thượng đã vào (An).");
        assertThat(operator.heard()).noneMatch(text -> text.contains("cần duyệt"));
    }

    @Test
    void people_and_groups_are_called_by_names_and_never_by_the_ids_of_the_platform() throws ConfigException {
        start("approval", ", digests: []");
        String long1 = "a1b2c3d4e5f60718293a";
        operator.says("/trogiup");
        operator.awaits("Đồng chí cần việc gì");
        ZaloBotEmulator.Talk hoa = zalo.member("zgr-f8a7101d77709e2e0001", long1, "Trưởng thôn Hòa");
        hoa.mentions("/theodoi");
        operator.awaits("nhóm của Trưởng thôn Hòa (nhóm)");
        operator.says("đồng ý");
        hoa.awaits("đã được duyệt nhận tin");
        hoa.mentions("/quantri");
        String own = hoa.awaits("Mã số của đồng chí: #")
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*#", "#");
        operator.says("/quantri them " + own + " vận hành");
        operator.awaits("Trưởng thôn Hòa (" + own + ") từ nay là người vận hành");
        for (String asked : List.of("/quantri", "/nhatky", "/nhom", "/nhom nhóm của", "/trangthai", "/baocao")) {
            int before = operator.heard().size();
            operator.says(asked);
            await().atMost(PATIENCE).until(() -> operator.heard().size() > before);
        }
        operator.awaits("Trưởng thôn Hòa");
        assertThat(zalo.sent())
                .extracting(ZaloBotEmulator.Sent::text)
                .noneMatch(text -> text.contains("zgr-") || text.contains("zalo:") || text.contains("user:"));
    }

    @Test
    void a_wrong_code_in_a_new_group_has_operators_asked() throws ConfigException {
        start("approval", ", digests: []");
        operator.says("/trogiup");
        operator.awaits("Đồng chí cần việc gì");
        an.mentions("/start ABCD2345EF");
        an.awaits("Mã mời không đúng");
        operator.awaits("cần duyệt");
        operator.says("Đồng ý");
        an.awaits("đã được duyệt nhận tin");
    }

    @Test
    void news_are_acknowledged_in_words_and_a_correction_comes_as_a_message() throws ConfigException {
        start(", digests: []");
        bind();
        an.mentions("/theodoi tất cả");
        an.awaits("Đã theo dõi");
        an.mentions("/xacnhan bật");
        an.awaits("/xacnhan tắt");
        portal.publish(3, "Họp giao ban ngày 20");
        assertThat(an.awaits("Họp giao ban ngày 20")).contains("chọn Trả lời, rồi nhắn \"đã nắm\"");
        group.replies("Đã nắm");
        await().atMost(PATIENCE).until(() -> {
            operator.says("/baocao bài");
            return operator.heard().stream().anyMatch(text -> text.contains("1 đồng chí đã nắm: Bình"));
        });
        assertThat(group.heard()).as("counted, not answered").noneMatch(text -> text.contains("Đã ghi nhận đồng chí"));
        portal.publish(3, "Họp giao ban ngày 21");
        assertThat(an.awaits("Đính chính (tiêu đề)")).contains("Họp giao ban ngày 21");
    }

    @Test
    void a_new_group_gets_digests_unless_it_wants_otherwise() throws ConfigException {
        start("");
        bind();
        an.mentions("/lich");
        assertThat(an.awaits("Lịch gửi tin")).contains("Gửi thành bản tin lúc 7:00 và 16:30");
        an.mentions("/lich ngay");
        an.awaits("Có tin là gửi ngay");
    }

    @Test
    void operators_are_warned_when_the_plan_is_nearly_spent_and_then_ordinary_news_wait() throws ConfigException {
        start(", digests: [], plan: {messages-per-month: 10}");
        bind();
        an.mentions("/theodoi tất cả");
        an.awaits("Đã theo dõi");
        while (zalo.sent().size() < 8) {
            int before = zalo.sent().size();
            operator.says("/danhsach");
            await().atMost(PATIENCE).until(() -> zalo.sent().size() > before);
        }
        operator.awaits("tin của gói tháng này");
        while (zalo.sent().size() < 10) {
            int before = zalo.sent().size();
            operator.says("/danhsach");
            await().atMost(PATIENCE).until(() -> zalo.sent().size() > before);
        }
        portal.publish(3, "Tin thường");
        operator.says("/trangthai");
        assertThat(operator.awaits("/10 tin, dự kiến cuối tháng")).contains("; 1/3 nhóm, 1/50 người");
        operator.says("/thongbao Bão số 5");
        operator.says(offered(operator, "Khẩn, các nhóm"));
        operator.says(offered(operator, "Đồng ý gửi"));
        an.awaits("Bão số 5");
        assertThat(an.heard()).noneMatch(text -> text.contains("Tin thường"));
    }

    @Test
    void chatter_and_courtesies_spend_no_message_of_the_month_that_news_need() throws ConfigException {
        start(", digests: [], plan: {messages-per-month: 60}");
        bind();
        an.mentions("/theodoi tất cả");
        an.awaits("Đã theo dõi");
        portal.publish(3, "Lịch họp thôn");
        an.awaits("Lịch họp thôn");
        int before = zalo.sent().size();
        for (String courtesy : List.of("ok", "cảm ơn cháu", "👍", "mai mấy giờ hả bác?")) {
            group.replies(courtesy);
        }
        for (int i = 0; i < 3; i++) {
            for (int person = 1; person <= 9; person++) {
                zalo.member("zgr-1", "p" + person, "Người " + person).mentions("chào Loa");
                zalo.member("zgr-1", "p" + person, "Người " + person).mentions("abc xyz quá trời");
            }
        }
        portal.publish(4, "Tin sau lúc ồn ào");
        an.awaits("Tin sau lúc ồn ào");
        operator.says("/trangthai");
        operator.awaits("/60 tin");
        assertThat(zalo.sent().size() - before)
                .as("a fifth of the month at most, and the news")
                .isLessThanOrEqualTo(12 + 3);
        assertThat(group.heard().stream().filter(text -> text.contains("chưa hiểu")))
                .as("once a day a chat")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_picture_for_an_announcement_goes_by_its_address_and_what_says_nothing_is_answered() throws ConfigException {
        start(", digests: []");
        operator.says("/thongbao");
        operator.awaits("Soạn thông báo");
        operator.says("đồng ý");
        operator.awaits("Xin đồng chí gửi hay chuyển tiếp ngay vào đây");
        operator.sends("message.unsupported.received");
        operator.awaits("(từ Zalo: chữ và ảnh)");
        operator.sends("message.voice.received");
        await().atMost(PATIENCE)
                .until(() -> operator.heard().stream()
                                .filter(text -> text.contains("(từ Zalo: chữ và ảnh)"))
                                .count()
                        == 2);
        operator.sendsPhoto("Sân bóng thôn đã làm xong");
        operator.awaits("Sân bóng thôn đã làm xong");
        await().atMost(PATIENCE)
                .until(() -> zalo.sent().stream()
                        .anyMatch(sent -> sent.photo().equals("https://photo.example/a.jpg")
                                && sent.text().contains("Sân bóng thôn đã làm xong")));
    }

    @Test
    void an_outage_loses_nothing() throws ConfigException {
        start(", digests: []");
        bind();
        an.mentions("/theodoi tất cả");
        an.awaits("Đã theo dõi");
        for (Fault fault : List.of(Fault.BAD_GATEWAY, Fault.INTERNAL)) {
            zalo.next(fault);
        }
        portal.publish(3, "Tin sau sự cố");
        portal.publish(4, "Tin khác sau sự cố");
        await().atMost(PATIENCE)
                .until(() -> an.heard().stream().anyMatch(text -> text.contains("Tin sau sự cố"))
                        && an.heard().stream().anyMatch(text -> text.contains("Tin khác sau sự cố")));
    }
}
