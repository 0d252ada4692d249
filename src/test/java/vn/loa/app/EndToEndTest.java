package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.History;
import vn.loa.emulator.Limits;
import vn.loa.emulator.Person;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.ChatState;
import vn.loa.waiting.TestPatience;

/** The whole program between an emulated portal and an emulated Telegram: what is published arrives. */
@Order(1)
@Tag("slow")
class EndToEndTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;

    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private BotApiEmulator telegram;
    private Person operator;
    private Person an;
    private EmulatedChat group;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        telegram = BotApiEmulator.start();
        telegram.limits(Limits.REAL);
        operator = telegram.person("Vận hành");
        an = telegram.person("An");
        group = telegram.group("Mặt trận thôn Đông").admin(an);
        portal.publish(1, "Tin một").publish(2, "Tin hai");
        startLoa();
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
        portal.close();
    }

    private void startLoa() throws ConfigException {
        String yaml = """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: approval
            operators: ['telegram:%d']
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên · Văn hóa', url: '%s', every: 1s, jitter: 0s}
            """.formatted(data, telegram.token(), telegram.url(), operator.id(), portal.listUrl());
        Settings settings = Settings.of("test", yaml);
        app = new App(settings, null, InstantSource.system());
        app.start();
    }

    private void restart() throws ConfigException {
        app.close();
        startLoa();
    }

    /** The group is let in by the operator and follows everything. */
    private void letIn() {
        EmulatedChat desk = telegram.privateChat(operator);
        desk.says(operator, "/start");
        desk.awaitMessage(shown -> shown.text().contains("Kính chào"));
        group.says(an, "/theodoi tất cả");
        group.awaitMessage(shown -> shown.text().contains("Đã theo dõi: Tất cả các nguồn tin."));
        ShownMessage request = desk.awaitMessage(shown -> shown.text().contains("cần duyệt"));
        assertThat(request.text()).contains("Số thành viên: 2");
        desk.press(operator, request, "Đồng ý");
        group.awaitMessage(shown -> shown.text().contains("đã được duyệt"));
        awaitFirstCheck();
    }

    private void awaitFirstCheck() {
        await().atMost(PATIENCE)
                .until(() -> portal.requests().stream()
                                .filter(path -> path.contains("view_content"))
                                .count()
                        >= 2);
    }

    private List<ShownMessage> announcements(EmulatedChat chat) {
        return chat.messages().stream()
                .filter(shown -> shown.text().contains("Nguồn:"))
                .toList();
    }

    private ShownMessage awaitAnnouncement(EmulatedChat chat, String title) {
        await().atMost(PATIENCE)
                .until(() -> announcements(chat).stream()
                        .anyMatch(shown -> shown.text().startsWith(title)));
        return announcements(chat).stream()
                .filter(shown -> shown.text().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_portal_publishes_arrives_in_the_chat_that_asked_and_what_was_there_before_does_not() {
        letIn();
        portal.publish(3, "Ra quân Chủ nhật xanh");
        ShownMessage shown = awaitAnnouncement(group, "Ra quân Chủ nhật xanh");
        assertThat(shown.text())
                .contains("Ra quân Chủ nhật xanh, toàn văn.", "Nguồn: Phú Xuyên · Văn hóa", "VĂN HÓA - XÃ HỘI");
        assertThat(shown.button("Đọc toàn văn").url()).endsWith("/-/view_content/3-tin.html");
        assertThat(announcements(group)).hasSize(1);
    }

    @Test
    void an_edited_title_is_not_announced_again() {
        letIn();
        portal.publish(3, "Tin ba");
        awaitAnnouncement(group, "Tin ba");
        portal.publish(3, "Tin ba, đã sửa");
        portal.publish(4, "Tin bốn");
        awaitAnnouncement(group, "Tin bốn");
        assertThat(announcements(group)).hasSize(2);
    }

    @Test
    void an_edited_article_edits_the_message_that_told_it() {
        letIn();
        portal.publish(3, "Tin ba");
        ShownMessage first = awaitAnnouncement(group, "Tin ba");
        portal.publish(3, "Tin ba, sửa ngày họp", "", "<p>Cuộc họp dời sang ngày 20/9 tại nhà văn hóa thôn Đông.</p>");
        ShownMessage edited = awaitAnnouncement(group, "Tin ba, sửa ngày họp");
        assertThat(edited.id()).isEqualTo(first.id());
        assertThat(edited.text()).containsPattern("đã cập nhật \\d\\d:\\d\\d").contains("dời sang ngày 20/9");
        assertThat(announcements(group)).hasSize(1);
    }

    @Test
    void who_has_read_an_announcement_presses_its_button_and_the_count_grows() {
        letIn();
        Person binh = telegram.person("Bình");
        group.member(binh);
        group.says(an, "/xacnhan bật");
        group.awaitMessage(shown -> shown.text().contains("Từ nay các đồng chí có thể xác nhận"));
        portal.publish(3, "Tin ba");
        ShownMessage shown = awaitAnnouncement(group, "Tin ba");
        group.press(an, shown, "Đã nắm");
        awaitButton("✅ Đã nắm (1)");
        group.press(binh, shown, "Đã nắm");
        group.press(binh, shown, "Đã nắm");
        awaitButton("✅ Đã nắm (2)");
        Person chi = telegram.person("Chi");
        Person dung = telegram.person("Dung");
        group.member(chi).member(dung);
        group.reacts(chi, shown, "👍");
        group.reacts(chi, shown, null);
        group.reacts(an, shown, "👎");
        group.replies(dung, shown, "Đã nắm");
        awaitButton("✅ Đã nắm (4)");
        telegram.history()
                .await(
                        "a mark under the reply",
                        history -> !history.of("setMessageReaction").isEmpty());
        assertThat(telegram.history().of("setMessageReaction")).hasSize(1);
        EmulatedChat desk = telegram.privateChat(operator);
        desk.says(operator, "/baocao");
        // Of how many is told once the platform has said how many the group has.
        desk.awaitMessage(
                report -> report.text().matches("(?s).*Đã nắm 1/1 tin có xin xác nhận \\(4(/4)? đồng chí\\).*"));
    }

    private void awaitButton(String label) {
        await().atMost(PATIENCE)
                .until(() -> announcements(group).stream()
                        .flatMap(shown -> shown.buttons().stream())
                        .flatMap(List::stream)
                        .anyMatch(button -> button.label().equals(label)));
    }

    @Test
    void a_restart_loses_nothing_and_repeats_nothing() throws ConfigException {
        letIn();
        portal.publish(3, "Tin ba");
        awaitAnnouncement(group, "Tin ba");
        app.close();
        portal.publish(4, "Tin bốn");
        startLoa();
        awaitAnnouncement(group, "Tin bốn");
        assertThat(announcements(group)).hasSize(2);
    }

    @Test
    void a_refusal_for_a_while_is_obeyed_across_a_restart() throws ConfigException {
        letIn();
        telegram.faults().on("sendMessage").in(group).times(1).flood(6);
        portal.publish(3, "Tin ba");
        telegram.history()
                .await("a refusal", history -> floods(history).findFirst().isPresent());
        Call refused = floods(telegram.history()).findFirst().orElseThrow();
        restart();
        awaitAnnouncement(group, "Tin ba");
        List<Call> later = telegram.history().of("sendMessage").stream()
                .filter(call -> call.nanos() > refused.nanos())
                .filter(call -> call.chatId().equals(refused.chatId()))
                .toList();
        assertThat(Duration.ofNanos(later.get(0).nanos() - refused.nanos())).isGreaterThan(Duration.ofSeconds(5));
        assertThat(announcements(group)).hasSize(1);
    }

    /** The refusals of news; under load the limits of the emulator refuse answers too, for a second. */
    private Stream<Call> floods(History history) {
        return history.of("sendMessage").stream()
                .filter(call -> call.code() == 429)
                .filter(call -> call.parameters().getOrDefault("text", "").contains("Tin ba"));
    }

    @Test
    void a_hostile_title_arrives_as_it_was_written() {
        letIn();
        portal.publish(3, "&lt;b&gt;Đậm&lt;/b&gt; &amp; &lt;a href=x&gt; &quot;ngoặc&quot; &lt;/script&gt;");
        ShownMessage shown = awaitAnnouncement(group, "<b>Đậm</b> & <a href=x> \"ngoặc\" </script>");
        assertThat(shown.body().entities()).anyMatch(entity -> entity.type().equals("bold"));
    }

    @Test
    void a_group_that_became_a_supergroup_goes_on_hearing_the_news() {
        letIn();
        EmulatedChat supergroup = group.upgradeSilently();
        portal.publish(3, "Tin ba");
        awaitAnnouncement(supergroup, "Tin ba");
        supergroup.says(an, "/danhsach");
        supergroup.awaitMessage(shown -> shown.text().contains("Tất cả các nguồn tin"));
    }

    @Test
    void a_chat_that_removed_the_bot_is_left_alone_and_others_are_not_delayed() {
        letIn();
        EmulatedChat own = telegram.privateChat(operator);
        own.says(operator, "/theodoi tất cả");
        own.awaitMessage(shown -> shown.text().contains("Đã theo dõi"));
        telegram.faults()
                .on("sendMessage")
                .in(group)
                .always()
                .refuse(403, "Forbidden: bot was kicked from the group chat");
        portal.publish(3, "Tin ba");
        awaitAnnouncement(own, "Tin ba");
        telegram.history()
                .await(
                        "a refusal",
                        history -> history.of("sendMessage").stream().anyMatch(call -> call.code() == 403));
        // The refusal is known to the platform a moment before the ledger knows of it.
        await().atMost(PATIENCE)
                .until(() -> app.storage().chats().inState(ChatState.CLOSED).size() == 1);
        telegram.faults().clear();
        portal.publish(4, "Tin bốn");
        awaitAnnouncement(own, "Tin bốn");
        assertThat(announcements(group)).isEmpty();
    }

    @Test
    void a_chat_that_was_not_let_in_hears_nothing() {
        letIn();
        EmulatedChat other = telegram.group("Nhóm lạ").admin(an);
        other.says(an, "/theodoi tất cả");
        other.awaitMessage(shown -> shown.text().contains("chờ người vận hành duyệt"));
        portal.publish(3, "Tin ba");
        awaitAnnouncement(group, "Tin ba");
        assertThat(announcements(other)).isEmpty();
    }

    @Test
    void only_administrators_change_what_a_group_follows_and_everybody_reads() {
        letIn();
        Person binh = telegram.person("Bình");
        group.member(binh);
        group.says(binh, "/theodoi px");
        group.awaitMessage(shown -> shown.text().contains("chỉ quản trị viên"));
        group.says(binh, "/tinmoi@" + BotApiEmulator.USERNAME);
        group.awaitMessage(shown -> shown.text().contains("Tin hai"));
    }

    @Test
    void an_operator_adds_a_portal_by_its_address_and_its_news_arrive() {
        letIn();
        try (PortalEmulator other = new PortalEmulator()) {
            other.publish(7, "Tin bảy");
            EmulatedChat desk = telegram.privateChat(operator);
            desk.says(operator, "/nguon thu " + other.listUrl() + " Xã bên");
            ShownMessage trial = desk.awaitMessage(shown -> shown.text().contains("Kết quả xem thử"));
            assertThat(trial.text()).contains("Tên: Xã bên", "hanoi62", "Tin bảy");
            desk.press(operator, trial, "Thêm nguồn này");
            desk.awaitMessage(shown -> shown.text().contains("Đã thêm nguồn \"Xã bên\""));
            await().atMost(PATIENCE)
                    .until(() -> other.requests().stream()
                                    .filter(path -> path.contains("view_content"))
                                    .count()
                            >= 2);
            other.publish(8, "Tin tám");
            String id = "127-0-0-1-van-hoa-xa-hoi";
            desk.says(operator, "/nguon kiemtra " + id);
            assertThat(awaitAnnouncement(group, "Tin tám").text()).contains("Nguồn: Xã bên");
            desk.awaitMessage(shown -> shown.text().contains("Đã kiểm tra nguồn \"Xã bên\": 2 tin"));
            assertThat(announcements(group)).hasSize(1);
        }
    }

    @Test
    void a_revoked_token_loses_nothing() {
        letIn();
        telegram.revokeToken();
        portal.publish(3, "Tin ba");
        await().atMost(PATIENCE).until(() -> portal.requests().stream().anyMatch(path -> path.contains("/3-tin")));
        telegram.restoreToken();
        awaitAnnouncement(group, "Tin ba");
        assertThat(announcements(group)).hasSize(1);
    }
}
