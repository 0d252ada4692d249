package vn.loa.command.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.command.CommandHarness;
import vn.loa.document.OfficialArticles;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.Priority;
import vn.loa.model.Summary;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.document.ArticleDocuments;
import vn.loa.store.document.CalendarStore.Entry;
import vn.loa.store.document.CalendarStore.ToldDeadline;
import vn.loa.store.document.CalendarStore.ToldEvent;

class CalendarEntriesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);
    private static final NewArticle REQUEST = OfficialArticles.article("xa", 1, "Yêu cầu báo cáo", "Tin.");

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private Storage stores;
    private CommandHarness.Voice person;
    private long chat;

    @BeforeEach
    void open() {
        desk = new CommandHarness(URI.create("https://loa.xa.example.vn"), folder, Access.OPEN, OPERATOR);
        stores = Storage.of(desk.database);
        desk.now = Instant.parse("2026-11-12T02:00:00Z");
        person = desk.admin("11", "-11");
        person.says("/theodoi tất cả");
        chat = new ChatStore(desk.database)
                .find(person.chat().address())
                .orElseThrow()
                .id();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Deadline deadline(LocalDate day, Recurrence recurrence, String task) {
        return new Deadline(day, Optional.empty(), recurrence, task, "", task);
    }

    private Article told(List<Deadline> deadlines) {
        return told(REQUEST, deadlines);
    }

    private Article told(NewArticle request, List<Deadline> deadlines) {
        Article article = stores.articles().add(request, desk.now);
        keep(article, deadlines);
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, desk.now);
        return article;
    }

    private void keep(Article article, List<Deadline> deadlines) {
        stores.documents().keep(article, new ArticleDocuments(List.of(), deadlines), desk.now);
    }

    private List<ToldDeadline> deadlines() {
        return stores.calendars().deadlines(Set.of(chat), TODAY, TODAY.plusDays(60));
    }

    private Entry deadline() {
        return deadlines().get(0).entry();
    }

    private Entry event() {
        List<ToldEvent> events = stores.calendars().events(Set.of(chat), TODAY, TODAY.plusDays(60));
        return events.get(0).entry();
    }

    @Test
    void deadlines_that_recur_leave_room_for_those_that_come_up() {
        told(IntStream.range(0, 450)
                .mapToObj(i -> deadline(TODAY.minusDays(30), Recurrence.MONTHLY, "báo cáo " + i))
                .toList());
        told(
                OfficialArticles.article("xa", 2, "Tuyển quân", "Tin."),
                List.of(deadline(TODAY.plusDays(8), Recurrence.NONE, "nộp hồ sơ")));
        assertThat(deadlines())
                .hasSize(201)
                .first()
                .extracting(told -> told.set().deadline().task())
                .isEqualTo("nộp hồ sơ");
    }

    @Test
    void an_entry_counts_on_when_its_article_is_withdrawn_and_comes_back() {
        Article article = told(List.of(deadline(TODAY.plusDays(8), Recurrence.NONE, "nộp hồ sơ")));
        stores.articles().resummarize(article.id(), new Summary(List.of("Tin."), Optional.of(TODAY.plusDays(6))));
        Entry deadline = deadline();
        Entry event = event();
        stores.articles().withdraw(article.id());
        Entry withdrawnDeadline = deadline();
        Entry withdrawnEvent = event();
        assertThat(withdrawnDeadline.cancelled()).isTrue();
        assertThat(withdrawnDeadline.sequence()).isGreaterThan(deadline.sequence());
        assertThat(withdrawnEvent.sequence()).isGreaterThan(event.sequence());
        stores.articles().revise(article.id(), REQUEST, desk.now);
        stores.articles().resummarize(article.id(), new Summary(List.of("Tin."), Optional.of(TODAY.plusDays(6))));
        assertThat(deadline().cancelled()).isFalse();
        assertThat(deadline().sequence()).isGreaterThan(withdrawnDeadline.sequence());
        assertThat(event().sequence()).isGreaterThan(withdrawnEvent.sequence());
        keep(article, List.of());
        assertThat(deadline().cancelled()).isTrue();
        assertThat(deadline().sequence()).isGreaterThan(withdrawnDeadline.sequence() + 1);
    }

    @Test
    void an_answer_names_the_command_that_ends_this_calendars_address() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them thôn Thượng");
        new UnitStore(desk.database).assign(chat, OptionalLong.of(1));
        assertThat(text(person.says("/han lịch"))).contains("ví dụ /han lịch tắt");
        assertThat(text(person.says("/han lịch đơn vị"))).contains("ví dụ /han lịch đơn vị tắt");
        assertThat(text(operator.says("/han lịch Thôn Thượng"))).contains("ví dụ /han lịch Thôn Thượng tắt");
        assertThat(text(person.says("/han lịch đơn vị tắt"))).contains("Đã bỏ", "thôn Thượng", "gõ /han lịch đơn vị");
        assertThat(text(operator.says("/han lịch Thôn Thượng tắt"))).contains("Gõ /han lịch Thôn Thượng để lấy");
        assertThat(text(person.says("/han lịch tắt"))).contains("Đã bỏ địa chỉ lịch của nơi này");
    }
}
