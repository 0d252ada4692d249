package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.model.Access;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.store.article.SourceStore;

/** How people put what they want, and what is no command although it sounds like one. */
class SpeechTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        new SourceStore(desk.database)
                .syncConfigured(List.of(new Source(
                        "px",
                        "Phú Xuyên · Văn hóa",
                        URI.create("http://phuxuyen.hanoi.gov.vn/px"),
                        "hanoi62",
                        new Cadence.Every(Duration.ofMinutes(10)),
                        Map.of(),
                        Set.of())));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/theodoii, /theodoi",
        "/theo dỏii, /theodoi",
        "/trogup, /trogiup",
        "/timn, Tôi chưa hiểu",
        "/lihc, Tôi chưa hiểu",
        "tro giupp, /trogiup",
        "người dân hỏi, Tôi chưa hiểu",
        "/nhanquyn, Tôi chưa hiểu",
        "/trangthia, Tôi chưa hiểu"
    })
    void a_near_miss_is_offered_only_when_it_is_near_and_allowed(String words, String answer) {
        assertThat(text(desk.alone("7").says(words))).contains(answer);
    }

    @Test
    void who_may_use_a_command_is_offered_it() {
        assertThat(text(desk.alone("1").says("/trangthia"))).contains("muốn dùng /trangthai?");
        assertThat(text(desk.admin("7", "-100").tells("/theodoii"))).contains("muốn dùng /theodoi?");
        assertThat(text(desk.member("8", "-100").tells("/theodoii"))).contains("Tôi chưa hiểu");
    }

    @ParameterizedTest
    @CsvSource({
        "/theo dõi px, Đã theo dõi: Phú Xuyên · Văn hóa.",
        "/THEO DÕI px, Đã theo dõi: Phú Xuyên · Văn hóa.",
        "/trợ giúp, Đồng chí cần việc gì",
        "/trogiup!, Đồng chí cần việc gì",
        "/tin mới, Hiện chưa có tin nào trong kho lưu",
        "/bỏ theo dõi văn hóa, Hiện chưa theo dõi nguồn tin nào",
        "/tìm kiếm bão lũ, tin nào có \"bão lũ\"",
        "/tìm bão lũ, tin nào có \"bão lũ\""
    })
    void a_command_may_be_written_as_it_is_spoken(String words, String answer) {
        assertThat(text(desk.alone("7").says(words))).contains(answer);
        assertThat(text(desk.admin("7", "-100").says(words))).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "tro giup!, Đồng chí cần việc gì",
        "'Loa ơi, trợ giúp với ạ!', Đồng chí cần việc gì",
        "cho tôi tin mới nhé, Hiện chưa có tin nào trong kho lưu",
        "Tin mới hôm nay, Hiện chưa có tin nào trong kho lưu",
        "theo dõi px, Đã theo dõi: Phú Xuyên · Văn hóa.",
        "theo dõi +tập huấn -bóng đá, Sẽ gửi tin có: tập huấn.",
        "lịch 7:00 16:30, Gửi thành bản tin lúc 7:00 và 16:30",
        "tìm tập huấn, Không tìm thấy tin nào có \"tập huấn\"",
        "Xin chào đồng chí, Kính chào",
    })
    void what_is_said_to_the_bot_is_understood_with_its_politeness(String words, String answer) {
        assertThat(text(desk.alone("7").says(words))).contains(answer);
        assertThat(text(desk.admin("7", "-100").tells(words))).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nhóm tôi chưa nhận được tin",
                "Nguồn nước thôn tôi bị ô nhiễm",
                "Lịch họp tuần này thế nào",
                "Tin mới này hay quá",
                "Duyệt chưa mấy đồng chí",
                "Đã nhận quà của xã hôm qua"
            })
    void a_sentence_that_begins_like_a_command_is_none_in_a_group(String words) {
        assertThat(desk.voice("1", "-100", vn.loa.model.ChatKind.SUPERGROUP, true)
                        .answers("55", words))
                .as("an answer to the bot is mostly meant for the others")
                .isEqualTo(Reply.none());
        assertThat(text(desk.admin("1", "-100").tells(words))).contains("Tôi chưa hiểu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nhóm tôi chưa nhận được tin",
                "Nguồn nước thôn tôi bị ô nhiễm",
                "Lịch họp tuần này thế nào",
            })
    void a_single_word_does_not_make_a_sentence_a_command_in_private_either(String words) {
        assertThat(text(desk.alone("1").says(words))).contains("Tôi chưa hiểu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xin chào đồng chí", "/start hello", "/start xin chào", "bắt đầu ngay thôi"})
    void a_greeting_is_no_code(String words) {
        assertThat(text(desk.alone("7").says(words))).startsWith("Kính chào đồng chí!");
    }

    @Test
    void a_code_that_does_not_hold_is_told_as_what_it_would_have_been() {
        CommandHarness.Voice an = desk.alone("7");
        assertThat(text(an.says("/start ABCDEFGHJK"))).contains("Mã mời không đúng");
        assertThat(text(an.says("/start ABCDEFGHJ"))).contains("Mã mời không đúng");
    }

    @Test
    void while_loa_has_no_operator_a_wrong_code_is_told_as_a_wrong_claim(@TempDir Path other) {
        try (CommandHarness fresh = new CommandHarness(other, Access.OPEN)) {
            String code = fresh.code();
            assertThat(text(fresh.alone("7").says("/start ABCDEFGHJK"))).contains("khởi động hệ thống lần đầu");
            assertThat(text(fresh.alone("7").says("/start " + code))).contains("đã là người vận hành");
        }
    }
}
