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
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ShownMessage;
import vn.loa.waiting.TestPatience;

/** The whole program with a clock that the test sets; it goes on by itself. 9 March 2020 was a Monday. */
@Tag("slow")
class SpeakingTimesEndToEndTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
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
        portal.publish(1, "Tin một");
        startLoa();
        group.says(an, "/theodoi tất cả");
        group.awaitMessage(shown -> shown.text().contains("Đã theo dõi"));
        await().atMost(PATIENCE).until(() -> read(1));
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
            access: open
            delivery: {digest-items: 2}
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên · Văn hóa', url: '%s', every: 1s, jitter: 0s}
            """.formatted(data, telegram.token(), telegram.url(), portal.listUrl());
        app = new App(Settings.of("test", yaml), null, () -> system.instant().plus(shift));
        app.start();
    }

    private void restart() throws ConfigException {
        app.close();
        startLoa();
    }

    private void set(String civil) {
        Instant wanted = LocalDateTime.parse(civil).atZone(HANOI).toInstant();
        shift = Duration.between(system.instant(), wanted);
    }

    private boolean read(int article) {
        return portal.requests().stream().anyMatch(path -> path.contains("/" + article + "-tin"));
    }

    /** Says it until the answer is as awaited; each answer is a new message. */
    private void ask(String words, String answer) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            group.says(an, words);
            return !shown(message -> message.text().contains(answer)).isEmpty();
        });
    }

    private List<ShownMessage> shown(Predicate<ShownMessage> wanted) {
        return group.messages().stream().filter(wanted).toList();
    }

    private List<ShownMessage> news() {
        return shown(message ->
                message.text().contains("Bản tin ngày") || message.text().contains("Nguồn:"));
    }

    @Test
    void a_digest_comes_once_at_its_time_over_restarts_and_a_clock_put_back() throws ConfigException {
        ask("/lich 7:00 16:30", "Gửi thành bản tin lúc 7:00 và 16:30");
        portal.publish(2, "Tin hai").publish(3, "Tin ba");
        ask("/lich", "Đang giữ 2 tin, sẽ gửi vào 9/3/2020 07:00.");
        restart();
        assertThat(news()).isEmpty();

        set("2020-03-09T07:00");
        ShownMessage digest = group.awaitMessage(message -> message.text().startsWith("Bản tin ngày 9/3/2020: 2 tin"));
        assertThat(digest.text()).contains("Tin hai", "Tin ba").doesNotContain("Tin một");

        set("2020-03-09T06:30");
        restart();
        portal.publish(4, "Tin bốn");
        ask("/lich", "Đang giữ 1 tin, sẽ gửi vào 9/3/2020 16:30.");
        set("2020-03-09T07:01");
        restart();
        set("2020-03-09T16:30");
        await().atMost(PATIENCE).until(() -> news().size() == 2);
        assertThat(news().get(1).text()).startsWith("Tin bốn");
    }

    @Test
    void at_night_news_make_no_sound_and_answers_do() {
        set("2020-03-09T22:00");
        portal.publish(2, "Tin hai");
        ShownMessage announced = group.awaitMessage(message -> message.text().startsWith("Tin hai"));
        assertThat(sent(announced).parameters()).containsEntry("disable_notification", "true");
        group.says(an, "/tinmoi");
        ShownMessage answer = group.awaitMessage(message -> message.text().startsWith("Tin mới nhất"));
        assertThat(sent(answer).parameters()).doesNotContainKey("disable_notification");

        set("2020-03-10T08:00");
        portal.publish(3, "Tin ba");
        ShownMessage byDay = group.awaitMessage(message -> message.text().startsWith("Tin ba"));
        assertThat(sent(byDay).parameters()).doesNotContainKey("disable_notification");
    }

    @Test
    void what_a_pause_held_comes_as_one_message_when_it_is_ended() {
        ask("/lich tamdung 3 ngày", "Đang tạm dừng");
        portal.publish(2, "Tin hai").publish(3, "Tin ba").publish(4, "Tin bốn");
        ask("/lich", "Đang giữ 3 tin");
        assertThat(news()).isEmpty();
        group.says(an, "/lich chạy");
        group.awaitMessage(message -> message.text().startsWith("Bản tin ngày 9/3/2020: 3 tin mới"));
        assertThat(news()).hasSize(1);
    }

    @Test
    void what_a_digest_only_counts_opens_for_the_asker_alone() {
        group.rights().set(telegram.bot().id(), "administrator");
        ask("/lich tamdung 3 ngày", "Đang tạm dừng");
        portal.publish(2, "Tin hai").publish(3, "Tin ba").publish(4, "Tin bốn");
        ask("/lich", "Đang giữ 3 tin");
        group.says(an, "/lich chạy");
        ShownMessage digest = group.awaitMessage(message -> message.text().contains("3 tin mới"));
        String last = List.of("Tin hai", "Tin ba", "Tin bốn").stream()
                .filter(title -> !digest.text().contains(title))
                .findFirst()
                .orElseThrow();
        group.awaitMessage(message ->
                message.text().startsWith("Đã ghi nhận") && !message.text().contains("Đang tạm dừng"));
        int before = group.messages().size();
        // It is shown a moment before it is written down what it tells; until then a press opens nothing.
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            group.press(an, digest, "Xem 1 tin khác");
            return group.whispersTo(an).stream()
                    .anyMatch(message -> message.text().contains("3. " + last));
        });
        group.press(an, digest, "Vì sao?");
        await().atMost(PATIENCE)
                .until(() -> telegram.history().of("answerCallbackQuery").stream()
                        .anyMatch(call ->
                                call.parameters().getOrDefault("text", "").contains("đang theo dõi: Tất cả")));
        assertThat(group.messages()).hasSize(before);
    }

    private Call sent(ShownMessage message) {
        return telegram.history().of("sendMessage").stream()
                .filter(call -> call.messageId() == message.id())
                .findFirst()
                .orElseThrow();
    }
}
