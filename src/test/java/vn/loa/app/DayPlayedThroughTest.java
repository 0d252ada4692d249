package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.DeliveryState;
import vn.loa.schedule.SteppedTimetable;
import vn.loa.waiting.TestPatience;

/**
 * Plays one day of a commune through, from seven in the morning to ten at night, in the whole program, and holds all that was
 * said against a text that people have read. The test keeps the time and runs all timed work itself. 9 March 2020 was a
 * Monday.
 */
class DayPlayedThroughTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private volatile Instant begun;
    private final AtomicInteger looks = new AtomicInteger();
    private BotApiEmulator telegram;
    private Person lan;
    private Person an;
    private Person hoa;
    private EmulatedChat desk;
    private EmulatedChat group;
    private DayTranscript day;
    private App app;
    private SteppedTimetable works;

    /** Stands but for a millisecond at each look, so that no line depends on how fast the machine is. */
    private Instant now() {
        return begun.plusMillis(looks.incrementAndGet());
    }

    @BeforeEach
    void begin() throws IOException, ConfigException {
        set("06:50");
        telegram = BotApiEmulator.start();
        lan = telegram.person("Lan");
        an = telegram.person("An");
        hoa = telegram.person("Hoa");
        day = new DayTranscript(telegram, this::hurry);
        desk = day.in(telegram.privateChat(lan), "Riêng với Lan");
        group = day.in(telegram.group("Thôn Đông").admin(an).member(hoa), "Nhóm Thôn Đông");
        group.rights().set(telegram.bot().id(), "left");
        portal.publish(1, "Tin cũ");
        startLoa(data.resolve("data"));
        checkPortal();
        assertThat(app.storage().sources().check("px").lastGood()).isPresent();
    }

    @AfterEach
    void end() {
        app.close();
        telegram.close();
        portal.close();
    }

    private void startLoa(Path folder) throws ConfigException {
        String yaml = """
            data: '%s'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s, rates: {bot-per-second: 0, chat-per-second: 0,
              group-per-minute: 0}}
            fetch: {allow-private-addresses: true, pause: 0s}
            operators: ['telegram:%d']
            sources:
              - {id: px, name: 'Cổng xã Phú Xuyên', url: '%s', every: 1h, jitter: 0s}
            """.formatted(folder, telegram.token(), telegram.url(), lan.id(), portal.listUrl());
        app = new App(Settings.of("test", yaml), null, this::now);
        works = new SteppedTimetable(app.timetable());
        app.start();
    }

    private void hurry() {
        works.run("dispatch telegram/main");
        works.run("corrections telegram/main");
        works.run("receipts telegram/main");
    }

    private void set(String time) {
        begun = LocalDateTime.parse("2020-03-09T" + time).atZone(HANOI).toInstant();
        looks.set(0);
    }

    private void at(String time, String what) {
        set(time);
        day.heading(time + " " + what);
    }

    private void says(EmulatedChat chat, Person person, String words, int answers) {
        day.note(chat, person, words);
        chat.says(person, words);
        day.awaits(answers);
    }

    private void presses(EmulatedChat chat, Person person, String label, int answers) {
        day.note(chat, person, "bấm [" + label + "]");
        chat.press(person, last(chat, shown -> shown.buttons().toString().contains(label)), label);
        day.awaits(answers);
    }

    private void replies(EmulatedChat chat, Person person, String to, String words, int answers) {
        day.note(chat, person, "trả lời tin \"" + to + "\": " + words);
        chat.replies(person, last(chat, shown -> shown.text().contains(to)), words);
        day.awaits(answers);
    }

    private static ShownMessage last(EmulatedChat chat, Predicate<ShownMessage> wanted) {
        return chat.messages().stream()
                .filter(wanted)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(chat.messages().toString()));
    }

    private void publishes(int number, String title, String body, int answers) {
        day.note("Cổng xã đăng: " + title);
        portal.publish(number, title, "09/03/2020 07:00", body);
        checkPortal();
        day.awaits(answers);
    }

    private void checkPortal() {
        works.run("check px");
    }

    private void runs(String work, int answers) {
        works.run(work);
        day.awaits(answers);
    }

    private void picture(String file, String caption) {
        desk.says(lan, "", message -> {
            message.put("media_group_id", "so-do").putArray("photo").addObject().put("file_id", file);
            if (!caption.isEmpty()) {
                message.put("caption", caption);
            }
        });
    }

    /** Goes on with the files as they stand at this moment, which is what a kill leaves. */
    private void isKilled() throws ConfigException {
        Path left = data.resolve("killed");
        app.storage().database().write(handle -> copied(left));
        app.close();
        startLoa(left);
    }

    /** Nobody else writes meanwhile, for a kill leaves no file that is half of one moment and half of another. */
    private int copied(Path left) {
        try (Stream<Path> files = Files.list(data.resolve("data"))) {
            Files.createDirectories(left);
            List<Path> whole = files.filter(Files::isRegularFile).toList();
            for (Path file : whole) {
                Files.copy(file, left.resolve(file.getFileName().toString()));
            }
            return whole.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_day_reads_as_it_was_meant() throws IOException, ConfigException {
        morning();
        forenoon();
        afternoon();
        evening();
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("/day/transcript.txt"))) {
            assertThat(day.text()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void morning() {
        at("07:00", "Nhóm mới");
        says(desk, lan, "/start", 1);
        day.note(group, an, "thêm Loa vào nhóm");
        group.bot(an, "member");
        day.awaits(2);
        presses(desk, lan, "Đồng ý", 3);
        at("07:05", "Chọn nội dung");
        says(group, an, "/theodoi nguồn Cổng xã Phú Xuyên", 1);
        at("07:10", "Tin đầu ngày");
        publishes(
                2,
                "Báo cáo kết quả Tết trồng cây",
                "<p>Ủy ban MTTQ xã đề nghị các thôn gửi báo cáo kết quả Tết trồng cây trước 17 giờ ngày 9/3/2020"
                        + " về Ban Thường trực để tổng hợp chung.</p>",
                1);
        at("07:30", "Nhắc hạn");
        runs("reminders", 1);
        presses(group, an, "Đã xong", 1);
    }

    private void forenoon() {
        at("08:00", "Thông báo có ảnh");
        telegram.faults().on("sendMediaGroup").in(group).refuse(400, "Bad Request: wrong file identifier");
        telegram.faults().on("sendPhoto").in(group).nth(2).refuse(400, "Bad Request: wrong file identifier");
        day.note(desk, lan, "gửi hai ảnh, kèm lời: /thongbao Sơ đồ hội trường, mời các đồng chí xem trước 10 giờ");
        picture("photo-1", "/thongbao Sơ đồ hội trường, mời các đồng chí xem trước 10 giờ");
        picture("photo-2", "");
        day.awaits(1);
        presses(desk, lan, "Xem trước", 3);
        presses(desk, lan, "Chỉ các nhóm", 2);
        presses(desk, lan, "Đồng ý gửi", 4);
        runs("messages to operators", 1);
        presses(desk, lan, "Gửi lại phần còn thiếu", 2);
        presses(group, an, "Đã nắm", 2);
        replies(group, hoa, "Sơ đồ hội trường", "Tổ 2 đã nắm ạ", 1);
        at("09:30", "Hỏi các thôn");
        runs("receipts telegram/main", 1);
        says(desk, lan, "/hoi Thôn còn bao nhiêu hộ chưa có nước sạch?", 1);
        presses(desk, lan, "Tất cả nhóm", 2);
        presses(desk, lan, "Gửi tới 1 nơi", 3);
        replies(group, an, "nước sạch", "thôn Đông còn 12 hộ ạ", 2);
    }

    private void afternoon() throws IOException, ConfigException {
        at("11:00", "Nhóm chọn giờ, Lan tạm dừng");
        says(group, an, "/lich 16:30", 1);
        says(desk, lan, "/theodoi tất cả", 1);
        says(desk, lan, "tạm dừng đến sáng mai giúp tôi", 1);
        at("13:00", "Tin được giữ");
        publishes(3, "Khai mạc giải bóng chuyền", "<p>Giải bóng chuyền xã khai mạc lúc 8 giờ ngày 15/3/2020.</p>", 0);
        awaits(() -> app.storage().deliveries().count(DeliveryState.QUEUED) == 2);
        publishes(
                4,
                "Lịch tiêm phòng dại",
                "<p>Trạm thú y tiêm phòng dại cho chó, mèo tại các thôn từ ngày 12/3.</p>",
                0);
        awaits(() -> app.storage().deliveries().count(DeliveryState.QUEUED) == 4);
        at("14:00", "Máy chủ mất điện rồi có điện lại");
        says(group, an, "/tinmoi", 1);
        awaits(() -> owedAnswers() == 0);
        isKilled();
        at("16:30", "Bản tin");
        day.awaits(1);
    }

    private static void awaits(Callable<Boolean> state) {
        await().atMost(TestPatience.LIMIT).pollInterval(Duration.ofMillis(5)).until(state);
    }

    private int owedAnswers() {
        return app.storage()
                .database()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM owed_answer")
                        .mapTo(Integer.class)
                        .one());
    }

    private void evening() {
        at("17:00", "Nhận tin ngay trở lại");
        says(group, an, "/lich ngay", 1);
        at("20:00", "Báo cáo cuối ngày");
        says(desk, lan, "/baocao hôm nay", 1);
        says(desk, lan, "ai chưa nắm?", 1);
        at("21:45", "Tin trong giờ yên lặng");
        publishes(5, "Cảnh báo rét đậm", "<p>Đêm nay trời rét đậm, bà con giữ ấm cho gia súc.</p>", 1);
        at("22:00", "Hết ngày");
        says(group, an, "cảm ơn", 0);
        says(group, an, "/danhsach", 1);
    }
}
