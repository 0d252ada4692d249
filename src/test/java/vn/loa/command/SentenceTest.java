package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.Cases.Case;
import vn.loa.command.intent.AcknowledgementReader;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Cadence;
import vn.loa.model.ChatKind;
import vn.loa.model.Source;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.SubscriptionStore;

/** Sentences of officials, and what Loa does or offers for them. */
class SentenceTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        new SourceStore(desk.database)
                .syncConfigured(List.of(source("px", "Phú Xuyên · Văn hóa"), source("vhxh", "Văn hóa - Xã hội")));
    }

    private static Source source(String id, String name) {
        URI address = URI.create("http://phuxuyen.hanoi.gov.vn/" + id);
        return new Source(id, name, address, "hanoi62", new Cadence.Every(Duration.ofMinutes(10)), Map.of(), Set.of());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Case> said() {
        return Cases.read("speech.jsonl").filter(each -> !each.fields().has("counts"));
    }

    @ParameterizedTest
    @MethodSource("said")
    void a_sentence_does_what_it_means_or_offers_it(Case said) {
        boolean operator = said.fields().path("slots").has("role");
        CommandHarness.Voice an = said.text("where").equals("private")
                ? desk.alone(operator ? "1" : "7")
                : desk.voice("7", "-100", ChatKind.SUPERGROUP, true);
        an.says("/theodoi +bóng đá");
        Reply reply = an.tells(said.text("text").replace("@{bot}", "").strip());
        String answer = text(reply);
        if (!holds(answer, said)) {
            List<String> offered = new ArrayList<>();
            buttons(reply).forEach(button -> offered.add(text(an.presses(button.data()))));
            assertThat(offered).as(answer).anyMatch(each -> holds(each, said));
        }
    }

    private static boolean holds(String answer, Case said) {
        return IntentAnswers.does(answer, said.text("intent"));
    }

    private static List<Button.Action> buttons(Reply reply) {
        return reply.messages().stream()
                .flatMap(message -> CommandHarness.buttons(message).stream())
                .toList();
    }

    static Stream<Case> answers() {
        return Cases.read("speech.jsonl").filter(each -> each.fields().has("counts"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_to_an_announcement_counts_when_it_says_yes(Case said) {
        AcknowledgementReader.Answer answer = AcknowledgementReader.standard().read(said.text("text"));
        assertThat(answer.acknowledges()).isEqualTo(said.fields().get("counts").asBoolean());
        assertThat(answer.unit().orElse(""))
                .isEqualTo(said.fields().path("unit").asText(""));
    }

    @ParameterizedTest
    @CsvSource({
        "Cho tôi đăng ký nhận tin xã Phú Xuyên, PLACE xa phu xuyen",
        "muốn nhận tin của xã phú xuyên, PLACE xa phu xuyen",
        "theo dõi tin văn hoá xã hội, SOURCE vhxh",
        "tôi muốn nhận tin về tập huấn, TOPIC tap-huan",
        "nhận tất cả tin, ALL ",
    })
    void what_is_followed_is_what_was_meant(String words, String followed) {
        desk.alone("7").says(words);
        assertThat(followed("7")).containsExactly(followed.strip());
    }

    private List<String> followed(String user) {
        desk.alone(user).says("/danhsach");
        return new SubscriptionStore(desk.database)
                .of(desk.alone(user).chat().id()).stream()
                        .map(each -> (each.kind() + " " + each.value()).strip())
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tôi muốn nhận tin về cưới hỏi",
                "cho tôi tin cắt điện",
                "đăng ký cho con tôi đi học lớp một ở trường nào",
                "có đăng ký thì mới nhận được quà à",
                "bác muốn theo dõi sức khỏe của bà con",
                "nhà tôi mất nước ba ngày rồi ai giải quyết",
                "Nhóm tôi chưa nhận được tin",
                "thông báo cho tất cả bà con biết",
                "nhờ gửi giấy mời cho tất cả đại biểu",
                "tôi nhận được tin tập huấn",
                "đăng ký tập huấn thế nào",
                "có được theo dõi tập huấn không",
                "tiếp tục tập huấn chưa"
            })
    void nothing_is_followed_that_was_only_nearly_understood(String words) {
        Reply reply = desk.alone("7").says(words);
        assertThat(followed("7")).isEmpty();
        assertThat(buttons(reply)).hasSizeBetween(2, 6);
    }

    @Test
    void what_was_not_understood_is_repeated_with_three_to_six_buttons_that_do_it() {
        CommandHarness.Voice an = desk.alone("7");
        Reply reply = an.says("nghị quyết 18");
        assertThat(text(reply)).startsWith("Tôi chưa hiểu").contains("\"nghị quyết 18\"");
        assertThat(buttons(reply).stream().map(Button.Action::label))
                .hasSizeBetween(3, 6)
                .contains("🔎 Tìm \"nghị quyết 18\"", "➕ Theo dõi \"nghị quyết 18\"", "❓ Trợ giúp");
        Button.Action follow = buttons(reply).get(1);
        assertThat(text(an.presses(follow.data()))).contains("nghị quyết 18");
        assertThat(followed("7")).containsExactly("KEYWORD nghi quyet 18");
    }

    @Test
    void a_button_of_yesterday_does_nothing() {
        CommandHarness.Voice an = desk.alone("7");
        Button.Action follow = buttons(an.says("nghị quyết 18")).get(1);
        desk.now = desk.now.plus(Duration.ofDays(2));
        assertThat(text(an.presses(follow.data()))).contains("không còn hiệu lực");
        assertThat(followed("7")).isEmpty();
    }

    @Test
    void a_member_of_a_group_is_not_offered_what_only_administrators_may() {
        Reply reply = desk.member("8", "-100").tells("nghị quyết 18");
        assertThat(buttons(reply).stream().map(Button.Action::label))
                .hasSizeBetween(3, 6)
                .noneMatch(label -> label.contains("Theo dõi"));
        assertThat(text(desk.member("8", "-100").presses("run:x:theodoi:+lách")))
                .contains("không còn hiệu lực");
    }

    @Test
    void who_may_not_is_refused_at_the_press() {
        Button.Action follow =
                buttons(desk.admin("7", "-100").tells("nghị quyết 18")).get(1);
        assertThat(text(desk.member("8", "-100").presses(follow.data()))).contains("chỉ quản trị viên");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tìm \"bốc mộ liệt sĩ\"", "/tim “bốc mộ liệt sĩ”", "tin mới của Bốc Mộ Liệt Sĩ"})
    void what_finds_nothing_offers_to_follow_it_and_the_newest_articles(String words) {
        Reply reply = desk.alone("7").says(words);
        assertThat(text(reply)).containsIgnoringCase("bốc mộ liệt sĩ").doesNotContain("\"\"", "“");
        assertThat(buttons(reply).stream().map(Button.Action::label))
                .anyMatch(label -> label.contains("Theo dõi"))
                .contains("📰 Xem tin mới");
    }

    @Test
    void a_lone_syllable_that_is_left_over_is_offered_and_not_searched_for() {
        Reply reply = desk.alone("7").says("tin gì mới thía");
        assertThat(text(reply)).startsWith("Có phải đồng chí muốn");
        assertThat(buttons(reply).stream().map(Button.Action::label)).contains("📰 Xem tin mới");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/4 này có nghỉ không", "có gửi lúc 7h sáng không", "cuối tuần có nghỉ gửi tin không"})
    void a_question_about_times_changes_none(String words) {
        Reply reply = desk.alone("7").says(words);
        assertThat(text(reply)).doesNotContain("Đã ghi nhận");
        assertThat(buttons(reply)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nhờ gửi giấy mời cho tất cả đại biểu", "nhắn cho các bí thư chi bộ mai họp"})
    void who_wants_to_send_something_to_others_is_offered_an_announcement_if_he_may(String words) {
        assertThat(labels(desk.alone("1").says(words))).contains("📢 Gửi thông báo");
        assertThat(labels(desk.alone("7").says(words))).noneMatch(label -> label.contains("📢"));
    }

    private static List<String> labels(Reply reply) {
        return buttons(reply).stream().map(Button.Action::label).toList();
    }

    @Test
    void everything_is_dropped_at_one_press() {
        CommandHarness.Voice an = desk.alone("7");
        an.says("/theodoi +một hai +ba bốn");
        Reply menu = an.says("/stop");
        Button.Action all = buttons(menu).stream()
                .filter(button -> button.label().contains("Thôi nhận tất cả"))
                .findFirst()
                .orElseThrow();
        assertThat(text(an.presses(all.data()))).contains("Đã thôi theo dõi");
        assertThat(followed("7")).isEmpty();
    }

    @Test
    void a_greeting_has_three_buttons_and_thanks_are_answered() {
        CommandHarness.Voice an = desk.alone("7");
        Reply greeting = an.says("chào em");
        assertThat(buttons(greeting)).hasSize(3);
        assertThat(text(an.presses(buttons(greeting).get(2).data()))).contains("Đồng chí cần việc gì");
        assertThat(text(an.says("ok cảm ơn em"))).contains("không có gì");
    }

    @Test
    void a_whole_sentence_that_is_a_command_counts_in_an_answer_too() {
        CommandHarness.Voice an = desk.voice("7", "-100", ChatKind.SUPERGROUP, true);
        assertThat(text(an.answers("55", "theo dõi tập huấn"))).contains("Đã theo dõi: Tập huấn");
        assertThat(text(an.answers("55", "tìm tập huấn"))).contains("Không tìm thấy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "vâng ạ", "họp ở đâu", "tin mới thế nhỉ"})
    void talk_about_a_message_of_the_bot_is_left_alone(String words) {
        CommandHarness.Voice an = desk.voice("7", "-100", ChatKind.SUPERGROUP, true);
        assertThat(an.answers("55", words)).isEqualTo(Reply.none());
    }
}
