package vn.loa.command.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.command.SourceOperations.Sample;
import vn.loa.command.SourceOperations.Trial;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Cadence;
import vn.loa.model.Headline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;
import vn.loa.model.Summary;
import vn.loa.store.article.SourceStore;

/** What operators do with sources in the chat. */
class SourcesCommandTest {
    private static final URI LIST = URI.create("https://xa.hanoi.gov.vn/tin-tuc.htm");

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private SourceStore sources;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        sources = new SourceStore(desk.database);
        sources.syncConfigured(List.of(new Source(
                "px",
                "Phú Xuyên",
                URI.create("https://px.vn/tin"),
                "",
                new Cadence.Every(Duration.ofMinutes(10)),
                Map.of(),
                Set.of())));
        desk.sources.trial = Optional.of(trial());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Trial trial() {
        URI item = URI.create("https://xa.hanoi.gov.vn/tin-1.htm");
        Headline headline = new Headline("k", item, "Ra quân", Published.unknown(), "", "", Optional.empty());
        return new Trial(
                LIST,
                "hanoi",
                List.of(".vcc"),
                20,
                List.of(headline),
                Optional.of(new Sample("Ra quân", new Summary(List.of("Sáng nay xã ra quân."), Optional.empty()))),
                true,
                Optional.empty(),
                "Xã Thử · Tin tức",
                "xa-tin-tuc");
    }

    private OutgoingMessage tried(String words) {
        operator.says(words);
        List<OutgoingMessage> notices = desk.waitingNotices();
        return notices.get(notices.size() - 1);
    }

    private static String data(OutgoingMessage message, String label) {
        return CommandHarness.buttons(message).stream()
                .filter(button -> button.label().contains(label))
                .map(Button.Action::data)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_address_is_tried_shown_and_watched_after_a_yes() {
        assertThat(text(operator.says("/nguon thu xa.hanoi.gov.vn/tin-tuc.htm")))
                .contains("Đang xem thử https://xa.");
        OutgoingMessage shown = desk.waitingNotices().get(0);
        assertThat(shown.text().text())
                .contains("Tên: Xã Thử · Tin tức", "Hệ thống: hanoi", "Tìm thấy 20 tin", "• Ra quân")
                .contains("Sáng nay xã ra quân.", "robots.txt: cho phép");
        assertThat(sources.active()).hasSize(1);
        Reply done = operator.presses(data(shown, "Thêm"));
        assertThat(text(done)).contains("Đã thêm nguồn \"Xã Thử · Tin tức\" (mã xa-tin-tuc)");
        assertThat(sources.active()).extracting(Source::id).contains("xa-tin-tuc");
        assertThat(desk.sources.log).containsExactly("look " + LIST, "watch xa-tin-tuc");
        assertThat(text(operator.says("/theodoi xa-tin-tuc"))).contains("Đã theo dõi");
    }

    @Test
    void a_name_may_be_given_and_two_sources_never_get_one_id() {
        OutgoingMessage first = tried("/nguon them " + LIST + " Tin xã Thử");
        assertThat(first.text().text()).contains("Tên: Tin xã Thử");
        operator.says("/nguon them " + LIST);
        operator.presses("nguon:them:xa-tin-tuc");
        operator.presses("nguon:them:xa-tin-tuc-2");
        assertThat(sources.active()).extracting(Source::id).contains("xa-tin-tuc", "xa-tin-tuc-2");
    }

    @Test
    void after_a_no_or_a_second_press_the_button_is_stale() {
        OutgoingMessage shown = tried("/nguon thu " + LIST);
        assertThat(text(operator.presses(data(shown, "Thôi")))).contains("Không thêm");
        assertThat(text(operator.presses(data(shown, "Thêm")))).contains("không còn hiệu lực");
        assertThat(sources.active()).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_told_with_the_reason_and_no_button() {
        desk.sources.trial = Optional.of(new Trial(
                LIST,
                "",
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                true,
                Optional.of(new Problem(Problem.Kind.UNREACHABLE, "no answer in time")),
                "",
                ""));
        OutgoingMessage shown = tried("/nguon thu " + LIST);
        assertThat(shown.text().text()).contains("Chưa đọc được: cổng thông tin không trả lời (quá thời gian chờ)");
        assertThat(shown.buttons()).isEmpty();
    }

    @Test
    void what_is_no_address_is_answered_with_an_example() {
        assertThat(text(operator.says("/nguon thu xin chào")))
                .contains("\"xin\" không phải là địa chỉ", "Ví dụ: /nguon");
        assertThat(desk.sources.log).isEmpty();
    }

    @Test
    void a_source_that_others_at_its_host_starve_says_since_when_it_waits() {
        desk.storage.watched().putOff("px", desk.now);
        desk.now = desk.now.plus(Duration.ofMinutes(29));
        assertThat(text(operator.says("/nguon"))).doesNotContain("chờ lượt");
        desk.now = desk.now.plus(Duration.ofMinutes(1));
        assertThat(text(operator.says("/nguon"))).contains("Phú Xuyên (px) – ⏳ chờ lượt từ 9/3/2026 17:00");
        assertThat(text(operator.says("/trangthai"))).contains("⏳ Chờ lượt từ 9/3/2026 17:00", "giãn nhịp đọc");
        desk.storage.watched().hadItsTurn("px");
        assertThat(text(operator.says("/trangthai"))).doesNotContain("Chờ lượt");
    }

    @Test
    void a_source_rests_and_runs_again_also_after_a_restart_of_the_configuration() {
        assertThat(text(operator.says("/nguon tạm dừng px"))).contains("Đã tạm dừng", "/nguon chay px");
        sources.syncConfigured(
                sources.known().stream().map(known -> known.source()).toList());
        assertThat(sources.active()).isEmpty();
        assertThat(text(operator.says("/nguon"))).contains("Phú Xuyên (px) – tạm dừng");
        assertThat(text(desk.alone("7").says("/nguon"))).doesNotContain("Phú Xuyên");
        assertThat(text(operator.says("/nguon chạy Phú Xuyên"))).contains("đang được theo dõi");
        assertThat(desk.sources.log).containsExactly("rest px", "watch px");
        assertThat(sources.active()).hasSize(1);
    }

    @Test
    void a_check_is_made_at_once_and_its_outcome_told() {
        assertThat(text(operator.says("/nguon kiểm tra px"))).contains("Đang kiểm tra nguồn \"Phú Xuyên\"");
        assertThat(desk.waitingNotices().get(0).text().text())
                .isEqualTo("Đã kiểm tra nguồn \"Phú Xuyên\": 20 tin trong danh sách, đọc 2 bài mới, 4 lượt gửi.");
    }

    @Test
    void a_source_that_was_added_is_removed_after_a_question_with_its_followers() {
        operator.presses(data(tried("/nguon thu " + LIST), "Thêm"));
        desk.alone("7").says("/theodoi xa-tin-tuc");
        Reply question = operator.says("/nguon xóa xa-tin-tuc");
        assertThat(text(question)).contains("Xóa nguồn \"Xã Thử · Tin tức\"? Có 1 cuộc trò chuyện");
        assertThat(text(operator.presses(data(question.messages().get(0), "Xóa"))))
                .contains("Đã xóa nguồn");
        assertThat(sources.known()).hasSize(1);
        assertThat(text(desk.alone("7").says("/danhsach"))).doesNotContain("Xã Thử");
    }

    @Test
    void a_source_of_the_configuration_is_removed_there() {
        assertThat(text(operator.says("/nguon xoa px"))).contains("nằm trong tệp cấu hình");
        assertThat(text(operator.says("/nguon xoa nope"))).contains("Không có nguồn tin nào có mã hoặc tên \"nope\"");
    }

    @Test
    void only_operators_change_sources_by_words_or_by_button() {
        CommandHarness.Voice admin = desk.admin("8", "-100");
        for (String words : List.of("thu " + LIST, "them " + LIST, "xoa px", "tamdung px", "chay px", "kiemtra px")) {
            assertThat(text(admin.says("/nguon " + words))).contains("chỉ người vận hành");
        }
        assertThat(text(admin.presses("nguon:xoa:px"))).contains("chỉ người vận hành");
        assertThat(desk.sources.log).isEmpty();
        assertThat(sources.active()).hasSize(1);
    }

    @Test
    void many_sources_are_told_in_several_messages_and_none_is_cut() {
        List<Source> many = IntStream.rangeClosed(100, 199)
                .mapToObj(number -> new Source(
                        "nguon-" + number,
                        "Ủy ban nhân dân xã có tên khá dài số " + number,
                        URI.create("https://xa" + number + ".vn/tin"),
                        "",
                        new Cadence.Every(Duration.ofMinutes(10)),
                        Map.of(),
                        Set.of()))
                .toList();
        sources.syncConfigured(many);
        Reply reply = operator.says("/nguon");
        assertThat(reply.messages())
                .hasSizeGreaterThan(1)
                .allMatch(message -> message.text().length() < 4_096);
        assertThat(text(reply)).contains("khá dài số 100", "khá dài số 150", "khá dài số 199");
        assertThat(text(operator.says("/trangthai"))).contains("100/100 nguồn tin");
    }

    private SourceCheck ill(int failures, SourceHealth health, Optional<Instant> good, Problem.Kind kind) {
        return new SourceCheck(
                Optional.of(Instant.EPOCH),
                Optional.of(desk.now),
                good,
                Optional.empty(),
                failures,
                health,
                Optional.of(desk.now.minus(Duration.ofDays(9))),
                Optional.of(new Problem(kind, "no answer in time")),
                5,
                Optional.empty(),
                Optional.empty());
    }

    private String status(SourceCheck check) {
        sources.saveCheck("px", check);
        return text(operator.says("/trangthai"));
    }

    /** Some bad checks leave a source well, as it has been for long; the next one changes that. */
    @Test
    void a_problem_is_there_since_the_last_good_check_however_often_it_was_met() {
        Optional<Instant> good = Optional.of(desk.now.minus(Duration.ofMinutes(15)));
        String since = "(quá thời gian chờ) (từ 9/3/2026 16:45)";
        assertThat(status(ill(1, SourceHealth.OK, good, Problem.Kind.UNREACHABLE)))
                .contains(since);
        assertThat(status(ill(2, SourceHealth.OK, good, Problem.Kind.UNREACHABLE)))
                .contains(since);
        assertThat(status(ill(3, SourceHealth.DOWN, good, Problem.Kind.UNREACHABLE)))
                .contains(since);
    }

    @Test
    void a_problem_whose_beginning_nobody_knows_is_told_without_it() {
        assertThat(status(ill(0, SourceHealth.OK, Optional.of(desk.now), Problem.Kind.UNREADABLE_ITEMS)))
                .contains("có bài không đọc được")
                .doesNotContain("(từ");
        assertThat(status(ill(4, SourceHealth.DOWN, Optional.empty(), Problem.Kind.UNREACHABLE)))
                .contains("không trả lời")
                .doesNotContain("(từ");
    }

    @Test
    void a_list_that_brings_nothing_does_so_since_its_state_changed() {
        assertThat(status(ill(0, SourceHealth.DEGRADED, Optional.of(desk.now), Problem.Kind.UNREADABLE_ITEMS)))
                .contains("(từ 28/2/2026 17:00)");
    }

    @Test
    void a_portal_that_moved_for_good_is_watched_at_its_new_address_after_a_press() {
        assertThat(text(operator.says("/nguon chuyen px"))).contains("không báo đã chuyển");
        SourceCheck moved = new SourceCheck(
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                1,
                SourceHealth.DOWN,
                Optional.empty(),
                Optional.of(new Problem(Problem.Kind.MOVED, "https://px-moi.vn/tin")),
                5,
                Optional.of("etag"),
                Optional.empty());
        sources.saveCheck("px", moved);
        assertThat(text(operator.presses("nguon:chuyen:px"))).contains("https://px-moi.vn/tin", "tệp cấu hình");
        assertThat(sources.find("px")).map(Source::url).contains(URI.create("https://px-moi.vn/tin"));
        assertThat(sources.check("px").firstGood()).isPresent();
        assertThat(sources.check("px").etag()).isEmpty();
        assertThat(desk.sources.log).contains("watch px");
    }
}
