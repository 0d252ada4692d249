package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.SourceOperations;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Page;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.phrases.Phrases;
import vn.loa.phrases.ProblemText;
import vn.loa.portal.PortalCatalog;
import vn.loa.probe.PageReport;
import vn.loa.probe.PageReporter;
import vn.loa.probe.ProbeResult;
import vn.loa.schedule.SharedTimetable;
import vn.loa.schedule.SoleTimetable;
import vn.loa.schedule.Timetable;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.waiting.TestPatience;

class SourceControlTest {
    @TempDir
    private Path folder;

    private final Source source = new Source(
            "a", "A", URI.create("http://x/"), "", new Cadence.Every(Duration.ofHours(1)), Map.of(), Set.of());
    private final List<SourceOperations.Checkup> answers = new CopyOnWriteArrayList<>();
    private Database database;
    private Timetable timetable;
    private SourceControl station;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        timetable = new Timetable(ZoneOffset.UTC, InstantSource.system(), new Random(1));
        station = new SourceControl(
                null,
                new SourceStore(database),
                new SourceWatchStore(database),
                new SoleTimetable(timetable),
                asked -> {
                    throw new IllegalStateException("on purpose");
                });
    }

    @AfterEach
    void close() {
        station.close();
        timetable.close();
        database.close();
    }

    @Test
    void who_asks_for_a_check_of_a_source_that_is_not_watched_is_answered_at_once() {
        station.check(source, answers::add);
        assertThat(answers)
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).isPresent());
    }

    /** Times that find out too late that they have no source to check. */
    private static SharedTimetable findingOutLater() {
        return (SharedTimetable) Proxy.newProxyInstance(
                SharedTimetable.class.getClassLoader(),
                new Class<?>[] {SharedTimetable.class},
                (times, method, given) -> {
                    if (method.getName().equals("checkHere")) {
                        ((Runnable) given[1]).run();
                        return true;
                    }
                    return null;
                });
    }

    @Test
    void who_asks_for_a_check_of_a_source_that_turns_out_not_to_be_watched_is_answered_once() {
        try (SourceControl clustered = new SourceControl(
                null, new SourceStore(database), new SourceWatchStore(database), findingOutLater(), asked -> null)) {
            clustered.check(source, answers::add);
        }
        assertThat(answers)
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).isPresent());
    }

    private static String told(String html) {
        Page page = Page.of(URI.create("https://xalam.gov.vn/tin-tuc"), html);
        PageReporter reporter = new PageReporter(
                new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())),
                ZoneOffset.UTC);
        PageReport report = reporter.report(PortalCatalog.builtIn().detecting(ZoneOffset.UTC), page);
        Problem problem = SourceControl.problem(new ProbeResult(
                page.location(),
                Optional.empty(),
                new FetchResult.Fetched(page),
                Optional.of(report),
                Optional.empty(),
                Optional.empty()));
        return ProblemText.of(Phrases.vietnamese(), problem);
    }

    @Test
    void why_an_address_is_no_source_is_told_in_the_language_of_people() {
        assertThat(told("<title>Đăng nhập</title><form><input type=password></form>"))
                .isEqualTo("không tìm thấy danh sách tin trên trang (không thấy gì giống danh sách tin: Đăng nhập)");
        assertThat(told("<title>Không tìm thấy trang</title><p>Xin quay lại sau.</p>"))
                .isEqualTo("không tìm thấy danh sách tin trên trang (trang báo không có nội dung: Không tìm thấy"
                        + " trang)");
        assertThat(told("<script>document.cookie='a=1';location.reload()</script>"))
                .isEqualTo("cổng thông tin từ chối truy cập (trang chỉ đặt cookie rồi tải lại)");
    }

    @Test
    void all_who_ask_for_a_check_that_fails_by_a_mistake_are_answered() {
        station.watch(source);
        station.check(source, answers::add);
        station.check(source, answers::add);
        timetable.start();
        await().atMost(TestPatience.LIMIT).until(() -> answers.size() == 2);
        assertThat(answers).allMatch(each -> each.problem().isPresent());
    }

    @Test
    void who_asked_for_a_check_of_a_source_that_is_then_let_rest_is_answered() {
        station.watch(source);
        station.check(source, answers::add);
        station.rest(source);
        assertThat(answers).hasSize(1);
    }
}
