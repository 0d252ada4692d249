package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.emulator.PortalEmulator;
import vn.loa.fetch.FetchSettings;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.ReadingBudget;
import vn.loa.model.Bot;
import vn.loa.model.Cadence;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceHealth;
import vn.loa.model.Subscription;
import vn.loa.phrases.Phrases;
import vn.loa.portal.PortalCatalog;
import vn.loa.store.Database;
import vn.loa.store.LedgerRow;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.document.ReminderStore;
import vn.loa.store.document.SetDeadline;
import vn.loa.store.file.SecretCipher;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.watch.alarm.WatchAlerts;

class SourceWatcherTest {
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path folder;

    private final PortalEmulator portal = new PortalEmulator();
    private final List<String> alarms = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-03-09T10:00:00Z");
    private Database database;
    private Fetcher fetcher;
    private SourceWatcher watcher;
    private Source source;
    private Chat chat;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        fetcher = new Fetcher(
                settings(),
                () -> now,
                () -> Duration.between(Instant.EPOCH, now).toNanos());
        watcher = watcher(CATALOG);
        source = source("px", "hanoi62");
        new SourceStore(database).syncConfigured(List.of(source));
        chat = new ChatStore(database).meet(ChatAddress.of(BOT, "-1"), ChatKind.GROUP, "", ChatState.ACTIVE, now);
        new SubscriptionStore(database)
                .add(
                        new Subscription(chat.id(), Subscription.Kind.ALL, "", ""),
                        new PersonId(Platform.TELEGRAM, "1"),
                        now);
        portal.publish(1, "Tin một").publish(2, "Tin hai");
    }

    private SourceWatcher watcher(PortalCatalog portals) {
        return watcher(portals, "");
    }

    private SourceWatcher watcher(PortalCatalog portals, String version) {
        Storage storage = Storage.of(database, SecretCipher.ephemeral(), version);
        return new SourceWatcher(
                storage.watch(),
                storage.watchMemory(),
                storage.announcements(),
                new PortalAccess(fetcher, portals, ZONE),
                new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())),
                new WatchAlerts((topic, message) -> alarms.add(message.text().text()), Phrases.vietnamese()),
                new WatchTiming(Duration.ofDays(3), () -> now, new Random(1)));
    }

    private static FetchSettings settings() {
        return new FetchSettings(
                "Loa/test",
                FetchSettings.Timeouts.USUAL,
                1_000_000,
                Duration.ZERO,
                true,
                true,
                List.of(),
                Optional.empty());
    }

    @AfterEach
    void close() {
        fetcher.close();
        database.close();
        portal.close();
    }

    private Source source(String id, String system) {
        return new Source(
                id,
                "Phú Xuyên",
                portal.listUrl(),
                system,
                new Cadence.Every(Duration.ofMinutes(10)),
                Map.of(),
                Set.of());
    }

    private CheckReport check() {
        now = now.plus(Duration.ofMinutes(10));
        return watcher.check(source);
    }

    private int announced() {
        return LedgerRow.latest(database, chat.id(), 100).size();
    }

    private List<String> titles() {
        return new ArticleStore(database)
                .latest(100).stream().map(article -> article.content().title()).toList();
    }

    @Test
    void the_first_check_records_what_is_there_and_announces_nothing() {
        CheckReport report = check();
        assertThat(report.listed()).isEqualTo(2);
        assertThat(report.read()).isEqualTo(2);
        assertThat(titles()).containsExactly("Tin hai", "Tin một");
        assertThat(announced()).isZero();
    }

    @Test
    void a_new_article_is_announced_once() {
        check();
        portal.publish(3, "Tin ba");
        assertThat(check().deliveries()).isEqualTo(1);
        assertThat(check().deliveries()).isZero();
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void an_edited_title_is_the_same_article_and_is_revised_in_silence() {
        check();
        portal.publish(3, "Tin ba");
        check();
        portal.publish(3, "Tin ba, đã sửa");
        check();
        assertThat(titles()).contains("Tin ba, đã sửa").doesNotContain("Tin ba");
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void a_page_that_shares_neither_title_nor_text_with_its_article_is_no_edit() {
        check();
        portal.publish(3, "Tin ba");
        check();
        portal.onRequest(path -> portal.publish(
                3,
                path.contains("/view_content/") ? "Giới thiệu chung về xã Đông" : "Tin ba",
                "",
                "<p>Xã có diện tích 12 km2, gồm 9 thôn.</p>"));
        now = now.plus(Duration.ofHours(4));
        check();
        assertThat(titles()).contains("Tin ba").doesNotContain("Giới thiệu chung về xã Đông");
        portal.onRequest(path -> {});
        portal.publish(3, "Tin ba", "", "<p>Nội dung đã đính chính.</p>");
        now = now.plus(Duration.ofHours(4));
        check();
        assertThat(new ArticleStore(database).search(List.of("dinh", "chinh"), 5))
                .hasSize(1);
    }

    @Test
    void the_same_title_under_another_number_is_another_article() {
        check();
        portal.publish(3, "Tiếp nhận ủng hộ");
        check();
        portal.publish(4, "Tiếp nhận ủng hộ");
        check();
        assertThat(announced()).isEqualTo(2);
    }

    @Test
    void an_article_of_two_sources_is_announced_once() {
        Source other = source("px2", "hanoi62");
        new SourceStore(database).syncConfigured(List.of(source, other));
        check();
        watcher.check(other);
        portal.publish(3, "Tin ba");
        check();
        watcher.check(other);
        assertThat(announced()).isEqualTo(1);
        assertThat(new ArticleStore(database).count("px2")).isEqualTo(3);
    }

    @Test
    void the_system_is_recognised_when_it_is_not_given() {
        source = source("px", "");
        assertThat(check().read()).isEqualTo(2);
    }

    @Test
    void an_article_whose_page_fails_is_not_lost_and_holds_nobody_up() {
        check();
        portal.publish(3, "Tin ba").publish(4, "Tin bốn");
        portal.breakPage(3);
        CheckReport report = check();
        assertThat(report.deliveries()).isEqualTo(1);
        assertThat(report.waiting()).isEqualTo(1);
        portal.publish(3, "Tin ba");
        check();
        assertThat(announced()).isEqualTo(2);
    }

    @Test
    void an_article_whose_page_never_answers_is_announced_with_what_the_list_says() {
        check();
        portal.publish(3, "Tin ba");
        portal.breakPage(3);
        for (int i = 0; i < 10; i++) {
            check();
        }
        assertThat(announced()).isEqualTo(1);
        assertThat(new ArticleStore(database).latest(1).get(0).content().lead()).isEqualTo("Trích đoạn 3...");
    }

    @Test
    void an_article_whose_page_is_refused_holds_nobody_up_and_is_announced_with_what_the_list_says() {
        check();
        portal.publish(3, "Tin ba").publish(4, "Tin bốn");
        portal.answerPageWith(3, 403);
        assertThat(check().deliveries()).isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            check();
        }
        assertThat(announced()).isEqualTo(2);
        assertThat(titles()).contains("Tin ba", "Tin bốn");
    }

    @Test
    void an_article_that_is_listed_and_does_not_exist_is_asked_for_five_times_and_never_announced() {
        check();
        portal.publish(3, "Tin ba").publish(4, "Tin bốn");
        portal.answerPageWith(3, 404);
        for (int i = 0; i < 100; i++) {
            check();
        }
        assertThat(portal.requests().stream().filter(path -> path.contains("view_content/3-")))
                .hasSize(5);
        assertThat(titles()).contains("Tin bốn").doesNotContain("Tin ba");
        assertThat(check().waiting()).isZero();
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_portal_that_wants_to_be_left_alone_is_asked_nothing_more_and_loses_no_article() {
        check();
        portal.publish(3, "Tin ba").publish(4, "Tin bốn");
        portal.answerPageWith(3, 429);
        for (int i = 0; i < 10; i++) {
            check();
        }
        portal.publish(3, "Tin ba");
        now = now.plus(Duration.ofHours(2));
        check();
        assertThat(announced()).isEqualTo(2);
        assertThat(new ArticleStore(database).latest(100))
                .filteredOn(article -> article.content().title().equals("Tin ba"))
                .singleElement()
                .satisfies(read -> assertThat(read.content().paragraphs()).isNotEmpty());
    }

    @Test
    void news_that_cannot_be_read_for_six_hours_is_told_once_and_its_healing_too() {
        check();
        portal.publish(3, "Tin ba");
        portal.answerPageWith(3, 429);
        check();
        now = now.plus(Duration.ofHours(5));
        check();
        assertThat(alarms).isEmpty();
        for (int i = 0; i < 4; i++) {
            now = now.plus(Duration.ofHours(1));
            check();
        }
        assertThat(check().health()).isEqualTo(SourceHealth.DEGRADED);
        assertThat(alarms)
                .singleElement()
                .asString()
                .contains("vẫn chưa đọc được", "/van-hoa-xa-hoi/-/view_content/3-tin.html");
        portal.publish(3, "Tin ba");
        now = now.plus(Duration.ofHours(2));
        assertThat(check().health()).isEqualTo(SourceHealth.OK);
        assertThat(alarms).hasSize(1);
        check();
        assertThat(alarms).hasSize(2).last().asString().contains("đã hoạt động trở lại");
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void a_page_without_the_list_is_told_once_and_its_healing_too() {
        check();
        portal.answerListWith("<html><body><h1>Trang chủ</h1><p>Không tìm thấy nội dung yêu cầu.</p></body></html>");
        assertThat(check().health()).isEqualTo(SourceHealth.DEGRADED);
        now = now.plus(Duration.ofHours(1));
        check();
        assertThat(alarms).singleElement().asString().contains("\"Phú Xuyên\" gặp sự cố");
        portal.answerListWith(null);
        now = now.plus(Duration.ofHours(3));
        assertThat(check().health()).isEqualTo(SourceHealth.OK);
        check();
        assertThat(alarms).hasSize(2).last().asString().contains("đã hoạt động trở lại");
        assertThat(announced()).isZero();
    }

    @Test
    void a_source_whose_articles_all_answer_with_maintenance_is_told_and_heals() {
        check();
        portal.publish(3, "Khai mạc hội thao của các thôn").publish(4, "Lịch tiêm phòng cho trẻ em");
        portal.maintain(true);
        assertThat(check().problem()).isEmpty();
        CheckReport second = check();
        assertThat(second.health()).isEqualTo(SourceHealth.DEGRADED);
        assertThat(second.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.OTHER_PAGES);
        check();
        assertThat(alarms).singleElement().asString().contains("mở bài nào cũng ra trang khác", "view_content/");
        portal.maintain(false);
        now = now.plus(Duration.ofHours(1));
        assertThat(check().health()).isEqualTo(SourceHealth.OK);
        check();
        assertThat(alarms).hasSize(2).last().asString().contains("đã hoạt động trở lại");
        assertThat(announced()).isEqualTo(2);
    }

    @Test
    void one_article_that_answers_with_something_else_is_no_problem_of_the_source() {
        check();
        portal.publish(3, "Khai mạc hội thao của các thôn");
        portal.maintain(true);
        check();
        assertThat(check().problem()).isEmpty();
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_portal_that_does_not_answer_is_left_alone_ever_longer_and_told_of_at_the_third_time() {
        check();
        portal.failWith(502);
        assertThat(check().problem()).contains(new Problem(Problem.Kind.UNREACHABLE, "HTTP 502"));
        assertThat(alarms).isEmpty();
        int asked = portal.requests().size();
        now = now.plusSeconds(60);
        assertThat(watcher.check(source).looked()).isFalse();
        assertThat(portal.requests()).hasSize(asked);
        for (int i = 0; i < 3; i++) {
            now = now.plus(Duration.ofHours(2));
            check();
        }
        assertThat(alarms).hasSize(1);
        portal.failWith(0);
        portal.publish(3, "Tin ba");
        now = now.plus(Duration.ofHours(2));
        check();
        check();
        assertThat(alarms).hasSize(2);
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void after_an_outage_the_older_pages_are_read_until_something_is_known() {
        portal.pageSize(2);
        check();
        for (int number = 3; number <= 9; number++) {
            portal.publish(number, "Tin " + number);
        }
        check();
        assertThat(announced()).isEqualTo(7);
    }

    @Test
    void old_news_under_a_new_number_goes_to_the_archive_alone() {
        check();
        portal.publish(3, "Tin cũ", "Ngày đăng 05/03/2026 | 16:00", "<p>Nội dung.</p>");
        portal.publish(4, "Tin hôm kia", "Ngày đăng 07/03/2026 | 16:00", "<p>Nội dung.</p>");
        check();
        assertThat(titles()).contains("Tin cũ", "Tin hôm kia");
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void a_hacked_title_raises_an_alarm_and_is_not_announced() {
        check();
        portal.publish(3, "Nhà cái uy tín hi88 đăng ký tặng 100k");
        portal.publish(4, "Triệt phá đường dây cá cược bóng đá quy mô lớn");
        check();
        assertThat(alarms).singleElement().asString().contains("tin tặc", "hi88");
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void many_hacked_titles_raise_one_alarm_a_day_and_are_counted() {
        check();
        for (int number = 3; number <= 9; number++) {
            portal.publish(number, "Nhà cái uy tín hi88 số " + number);
        }
        check();
        check();
        assertThat(alarms).hasSize(1);
        now = now.plus(Duration.ofDays(1));
        check();
        check();
        assertThat(alarms).hasSize(2).last().asString().contains("có thêm 6 bài");
        assertThat(announced()).isZero();
    }

    @Test
    void an_article_that_is_gone_twice_an_hour_apart_is_withdrawn() {
        check();
        portal.publish(3, "Tin ba").publish(4, "Tin bốn");
        check();
        portal.withdraw(3);
        portal.publish(5, "Tin năm");
        check();
        assertThat(titles()).contains("Tin ba");
        now = now.plus(Duration.ofHours(1));
        check();
        assertThat(titles()).doesNotContain("Tin ba").contains("Tin bốn", "Tin năm");
    }

    @Test
    void a_body_that_was_edited_later_is_revised_in_the_archive() {
        check();
        portal.publish(3, "Tin ba");
        check();
        portal.publish(3, "Tin ba", "", "<p>Nội dung đã đính chính.</p>");
        now = now.plus(Duration.ofHours(1));
        check();
        assertThat(new ArticleStore(database).search(List.of("dinh", "chinh"), 5))
                .singleElement()
                .satisfies(article -> assertThat(article.revision()).isEqualTo(2));
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void what_an_edit_changed_is_kept_with_what_was_said_before() {
        check();
        portal.publish(3, "Tin ba", "", "<p>Báo cáo gửi trước ngày 15/11/2026.</p>");
        check();
        portal.publish(3, "Tin ba", "", "<p>Báo cáo gửi trước ngày 20/11/2026.</p>");
        now = now.plus(Duration.ofHours(1));
        check();
        assertThat(MigratedDatabase.texts(
                        database, "SELECT part || ' ' || was || ' ' || becomes FROM article_difference"))
                .containsExactly("DEADLINE 15/11/2026 20/11/2026");
    }

    private void reads(String version) {
        watcher = watcher(PortalCatalog.builtIn(), version);
    }

    private void publishDeadline(String day) {
        portal.publish(3, "Tin ba", "", "<p>Báo cáo gửi trước ngày " + day + ".</p>");
        now = now.plus(Duration.ofHours(4));
        check();
    }

    private List<String> told() {
        return MigratedDatabase.texts(database, "SELECT was || ' ' || becomes FROM article_difference");
    }

    /** The page that changes stands for a reader that changed. */
    @Test
    void what_a_newer_version_reads_otherwise_is_taken_over_in_silence_and_what_is_edited_then_is_told() {
        reads("1");
        check();
        publishDeadline("15/11/2026");
        reads("2");
        publishDeadline("20/11/2026");
        assertThat(new ArticleStore(database).search(List.of("20/11/2026"), 5)).hasSize(1);
        assertThat(told()).isEmpty();
        reads("2");
        publishDeadline("25/11/2026");
        assertThat(told()).containsExactly("20/11/2026 25/11/2026");
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void of_nodes_of_two_versions_none_takes_for_an_edit_what_the_other_reads_otherwise() {
        reads("1");
        check();
        publishDeadline("15/11/2026");
        for (int turn = 0; turn < 2; turn++) {
            reads("2");
            publishDeadline("20/11/2026");
            reads("1");
            publishDeadline("15/11/2026");
        }
        assertThat(told()).isEmpty();
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void a_deadline_that_was_corrected_moves_and_keeps_its_number() {
        check();
        portal.publish(3, "Tin ba", "", "<p>Các thôn gửi báo cáo về UBND xã trước ngày 20/11/2026.</p>");
        check();
        SetDeadline before = deadline();
        portal.publish(3, "Tin ba", "", "<p>Các thôn gửi báo cáo về UBND xã trước ngày 25/11/2026.</p>");
        now = now.plus(Duration.ofHours(1));
        check();
        assertThat(deadline().id()).isEqualTo(before.id());
        assertThat(deadline().deadline().date()).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    private SetDeadline deadline() {
        return new ReminderStore(database)
                .upcoming(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))
                .get(0);
    }

    @Test
    void a_list_that_is_strangely_quiet_is_told_once_as_a_notice_until_the_next_article() {
        for (int day = 1; day <= 6; day++) {
            portal.publish(day, "Tin " + day, "0" + day + "/03/2026 | 08:00", "<p>Nội dung.</p>");
        }
        check();
        now = now.plus(Duration.ofDays(6));
        check();
        assertThat(alarms).isEmpty();
        now = now.plus(Duration.ofDays(2));
        check();
        check();
        assertThat(alarms)
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .contains("lâu bất thường không có tin mới (tin gần nhất: 6/3/2026)", "/nguon thu"));
        portal.publish(7, "Tin 7");
        check();
        assertThat(check().problem()).isEmpty();
        assertThat(alarms).hasSize(1);
    }

    @Test
    void a_page_without_a_list_is_watched_by_the_feed_it_names() {
        portal.publish(1, "Tin một");
        portal.answerListWith("<html><head><title>X</title><link rel=alternate type='application/rss+xml' href='/rss'>"
                + "</head><body><div id=app></div></body></html>");
        portal.answerFeedWith("<rss><channel><title>X</title><item><title>Tin một</title>"
                + "<link>/van-hoa-xa-hoi/-/view_content/1-tin.html</link></item></channel></rss>");
        source = source("feed", "");
        new SourceStore(database).syncConfigured(List.of(source));
        assertThat(check().listed()).isEqualTo(1);
        assertThat(alarms).isEmpty();
    }

    @Test
    void reading_what_was_there_before_us_never_keeps_news_waiting() {
        for (int number = 1; number <= 6; number++) {
            portal.publish(number, "Tin " + number);
        }
        portal.onRequest(path -> now = path.contains("view_content") ? now.plusSeconds(6) : now);
        CheckReport first = check();
        assertThat(first.read()).isEqualTo(2);
        assertThat(first.waiting()).isEqualTo(4);
        portal.publish(7, "Tin bảy");
        CheckReport second = check();
        assertThat(announced()).isEqualTo(1);
        assertThat(second.waiting()).isEqualTo(3);
        check();
        check();
        assertThat(check().waiting()).isZero();
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void while_the_portal_s_clock_is_another_nothing_is_old_and_operators_are_told_once_a_day() {
        portal.tellTime();
        check();
        portal.publish(3, "Tin cũ", "Ngày đăng 05/03/2026 | 16:00", "<p>Nội dung.</p>");
        check();
        check();
        assertThat(announced()).isEqualTo(1);
        assertThat(alarms).singleElement().asString().contains("Đồng hồ của máy chủ chậm hơn", "timedatectl");
    }

    @Test
    void a_source_that_was_put_off_while_the_clock_was_ahead_is_looked_at_when_it_is_right_again() {
        check();
        Instant right = now;
        now = now.plus(Duration.ofHours(3));
        portal.failWith(502);
        check();
        portal.failWith(0);
        portal.publish(3, "Tin ba");
        now = right;
        CheckReport report = check();
        assertThat(report.looked()).isTrue();
        assertThat(report.deliveries()).isEqualTo(1);
    }

    @Test
    void a_large_page_is_its_source_s_problem_alone() {
        check();
        watcher = watcher(CATALOG.within(new ReadingBudget(1_000_000)));
        portal.answerListWith("<p>".repeat(100_000));
        assertThat(check().problem()).map(Problem::kind).contains(Problem.Kind.TOO_LARGE);
        now = now.plus(Duration.ofHours(2));
        check();
        assertThat(alarms).singleElement().asString().contains("quá lớn");
    }

    @Test
    void a_server_that_says_unchanged_for_ever_is_believed_for_no_longer_than_a_day() {
        portal.changeNothingForEver();
        check();
        portal.publish(3, "Tin ba");
        assertThat(check().deliveries()).isZero();
        now = now.plus(Duration.ofDays(1));
        assertThat(check().deliveries()).isEqualTo(1);
    }

    @Test
    void a_server_whose_list_is_stale_is_asked_for_the_whole_of_it_each_hour() {
        for (int day = 1; day <= 6; day++) {
            portal.publish(day, "Tin " + day, "0" + day + "/03/2026 | 08:00", "<p>Nội dung.</p>");
        }
        portal.changeNothingForEver();
        check();
        now = now.plus(Duration.ofDays(9));
        assertThat(check().problem()).map(Problem::kind).contains(Problem.Kind.STALE);
        portal.publish(7, "Tin bảy");
        check();
        now = now.plus(Duration.ofHours(1));
        check();
        assertThat(titles()).contains("Tin bảy");
    }
}
