package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.waiting.TestPatience;

/** The whole program between an emulated portal and an emulated Zalo: a group is bound, hears news, and answers. */
@Order(1)
@Tag("slow")
class ZaloSituationsTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;
    private static final String MARK = "zz";

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

    /** Waits until the bot has handled all that was said before: different chats are handled side by side. */
    private void settle() {
        String mark = MARK + System.nanoTime();
        operator.says("/tim " + mark);
        zalo.member("zgr-1", mark, "Lan").mentions("/tim " + mark);
        operator.awaits(mark);
        group.awaits(mark);
    }

    /** Returns what the bot said in the group, but for the answers that were only waited for. */
    private List<String> saidInGroup() {
        return group.heard().stream().filter(text -> !text.contains(MARK)).toList();
    }

    @Test
    void courtesies_chatter_and_questions_among_members_are_left_alone_and_spend_nothing() throws ConfigException {
        start(", digests: [], plan: {messages-per-month: 300}");
        bind();
        an.mentions("/theodoi tất cả");
        an.awaits("Đã theo dõi");
        portal.publish(3, "Lịch họp thôn");
        an.awaits("Lịch họp thôn");
        settle();
        int before = saidInGroup().size();
        List<String> talk = List.of(
                "vâng ạ",
                "dạ",
                "nhất trí",
                "đồng ý với bác Hòa",
                "tốt quá",
                "hihi",
                "👍👍",
                "sáng mai 7 giờ nhé các bác",
                "không đi được ạ",
                "Thôn tôi nhận được rồi",
                "bác nào có số điện thoại chị Lan không?",
                "cảm ơn cả nhà",
                "ok em",
                "chúc mừng nhé",
                "họp ở đâu thế",
                "@Bình mai đi không",
                "ok bác",
                "oke la",
                "nhất trí cao",
                "tks b",
                "👍🏻",
                "❤️",
                ":)",
                "đúng rồi",
                "thế à",
                "sao lại thế",
                "bao giờ họp",
                "ai đi cùng tôi không",
                "tôi bận rồi",
                "trời mưa quá",
                "nhà văn hóa khóa cửa rồi",
                "ai giữ chìa khóa",
                "gọi bác Tư đi",
                "0912345678",
                "alo",
                "???",
                "...",
                "ừ",
                "uk",
                "ko",
                "không",
                "có",
                "hết vắc xin chưa",
                "chiều nay có nước không",
                "nghe rồi",
                "sai chính tả rồi",
                "số liệu sai rồi");
        talk.forEach(group::replies);
        List.of("cảm ơn nhé", "ok", "vâng", "👍").forEach(group::mentions);
        settle();
        assertThat(saidInGroup().subList(before, saidInGroup().size())).isEmpty();
    }

    @Test
    void receipts_in_words_and_by_mark_are_counted_and_spend_no_message() throws ConfigException {
        start(", digests: [], plan: {messages-per-month: 300}");
        bind();
        an.mentions("/theodoi tất cả");
        an.awaits("Đã theo dõi");
        an.mentions("/xacnhan bật");
        an.awaits("đã nắm");
        portal.publish(3, "Lịch tiêm phòng dại");
        String news = an.awaits("Lịch tiêm phòng dại");
        java.util.regex.Matcher mark =
                java.util.regex.Pattern.compile("\"nắm (\\d+)\"").matcher(news);
        assertThat(mark.find()).as(news).isTrue();
        settle();
        int before = saidInGroup().size();
        an.replies("nắm " + mark.group(1));
        group.replies("Thôn Hạ đã nắm ạ");
        zalo.member("zgr-1", "lan1", "Lan").mentions("Đã nắm tin " + mark.group(1) + " rồi ạ");
        zalo.member("zgr-1", "tu1", "Tư").replies("chưa nắm được");
        await().atMost(PATIENCE).until(() -> acknowledged() == 3);
        settle();
        assertThat(acknowledged()).isEqualTo(3);
        assertThat(saidInGroup().subList(before, saidInGroup().size())).isEmpty();
    }

    private int acknowledged() {
        return app.storage()
                .database()
                .<Integer>read(handle -> handle.createQuery("SELECT COUNT(DISTINCT person) FROM receipt")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void codes_that_are_wrong_spent_or_brought_elsewhere_are_answered_with_the_next_step() throws ConfigException {
        start("approval", ", digests: []");
        operator.says("/moi");
        String code = operator.awaits("/start ")
                .lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow()
                .substring("/start ".length());
        zalo.member("zgr-9", "la1", "Lạ").mentions("Q7RT2K9XPB");
        zalo.member("zgr-9", "la1", "Lạ").awaits("Mã mời không đúng");
        an.mentions("Cháu gửi mã " + code + " đây ạ");
        an.awaits("đã được duyệt nhận tin");
        ZaloBotEmulator.Talk other = zalo.member("zgr-2", "tu1", "Tư");
        other.mentions(code);
        other.awaits("Mã mời không đúng");
        assertThat(other.heard()).noneMatch(text -> text.contains("đã được duyệt"));
        settle();
        assertThat(operator.heard()).noneMatch(text -> text.contains("zgr-"));
    }

    @Test
    void what_is_no_text_is_passed_on_answered_or_left_alone_by_what_it_is() throws ConfigException {
        start(", digests: []");
        bind();
        operator.sends("message.voice.received");
        settle();
        assertThat(operator.heard()).as("a voice in private is answered").hasSizeGreaterThan(2);
        int before = saidInGroup().size();
        group.sends("message.sticker.received");
        group.sends("message.unsupported.received");
        settle();
        assertThat(saidInGroup()).hasSize(before);
        zalo.member("zgr-1", "op1", "Vận hành").sendsPhoto("@Bot Tin Xã /thongbao Sân bóng thôn đã làm xong");
        await().atMost(PATIENCE)
                .until(() -> zalo.sent().stream()
                        .anyMatch(sent -> sent.photo().startsWith("https://photo.example")
                                && sent.text().contains("Sân bóng thôn")));
    }
}
