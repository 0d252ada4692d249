package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.attachment.AttachmentFiles;
import vn.loa.attachment.AttachmentReader;
import vn.loa.attachment.DocumentExtractor;
import vn.loa.attachment.ExtractionLimits;
import vn.loa.attachment.ExtractionResult;
import vn.loa.attachment.ExtractionResult.NotExtracted;
import vn.loa.attachment.ReadingFailure;
import vn.loa.attachment.TextExtractor;
import vn.loa.emulator.PortalEmulator;
import vn.loa.fetch.FetchSettings;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.HostVisits;
import vn.loa.model.Attachment;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.phrases.Phrases;
import vn.loa.phrases.ProblemText;
import vn.loa.portal.PortalCatalog;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.document.AttachmentStore;
import vn.loa.store.document.AttachmentText;
import vn.loa.store.document.StoredAttachment;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.watch.alarm.WatchAlerts;

/** A host that other nodes keep asking is no fault of its source, nor of its articles. */
class BusyHostTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path folder;

    private final PortalEmulator portal = new PortalEmulator();
    private final List<String> alarms = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-03-09T10:00:00Z");
    /** So many requests are let in before other nodes take the host. */
    private final AtomicInteger letIn = new AtomicInteger(Integer.MAX_VALUE);

    private final AtomicInteger refused = new AtomicInteger();
    private Database database;
    private Storage storage;
    private Fetcher fetcher;
    private SourceWatcher watcher;
    private Source source;

    /** Other nodes that take the host for longer than anybody waits, which takes no time here. */
    private final HostVisits others = new HostVisits() {
        @Override
        public boolean begin(String host, Duration longest) {
            if (letIn.getAndDecrement() > 0) {
                return true;
            }
            refused.incrementAndGet();
            now = now.plus(Duration.ofMinutes(3));
            return false;
        }

        @Override
        public void end(String host, Duration pause) {}
    };

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        storage = Storage.of(database);
        FetchSettings settings = new FetchSettings(
                "Loa/test",
                FetchSettings.Timeouts.USUAL,
                1_000_000,
                Duration.ZERO,
                true,
                false,
                List.of(),
                Optional.empty());
        fetcher = new Fetcher(
                        settings,
                        () -> now,
                        () -> Duration.between(Instant.EPOCH, now).toNanos())
                .sharing(others);
        watcher = new SourceWatcher(
                storage.watch(),
                storage.watchMemory(),
                storage.announcements(),
                new PortalAccess(fetcher, PortalCatalog.builtIn(), ZONE),
                new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())),
                new WatchAlerts((topic, message) -> alarms.add(message.text().text()), Phrases.vietnamese()),
                new WatchTiming(Duration.ofDays(3), () -> now, new Random(1)));
        portal.publish(1, "Tin một").publish(2, "Tin hai");
        source = new Source(
                "a", "A", portal.listUrl(), "", new Cadence.Every(Duration.ofMinutes(15)), Map.of(), Set.of());
        storage.sources().syncConfigured(List.of(source));
        watcher.check(source);
    }

    @AfterEach
    void close() {
        fetcher.close();
        database.close();
        portal.close();
    }

    private CheckReport checkLetting(int requests) {
        now = now.plus(Duration.ofHours(1));
        letIn.set(requests);
        refused.set(0);
        return watcher.check(source);
    }

    @Test
    void a_check_that_does_not_come_to_its_turn_changes_nothing_and_says_so() {
        SourceCheck before = storage.sources().check("a");
        for (int i = 0; i < 4; i++) {
            CheckReport report = checkLetting(0);
            assertThat(report.isPutOff()).isTrue();
            assertThat(report.looked()).isFalse();
            assertThat(report.problem().map(problem -> ProblemText.of(Phrases.vietnamese(), problem)))
                    .hasValueSatisfying(said -> assertThat(said).contains("đang đọc", "thử lại"));
        }
        assertThat(storage.sources().check("a")).isEqualTo(before);
        assertThat(alarms).isEmpty();
    }

    @Test
    void articles_that_do_not_come_to_their_turn_are_not_tried_and_the_first_ends_the_round() {
        portal.publish(3, "Khai mạc hội thao").publish(4, "Lịch tiêm phòng").publish(5, "Nạo vét kênh mương");
        for (int i = 0; i < 6; i++) {
            checkLetting(1);
            assertThat(refused).as("requests that waited in vain").hasValue(1);
        }
        assertThat(storage.watch().headlines().tried("a", 1, "")).isEmpty();
        assertThat(storage.watch().articles().latest(10)).hasSize(2);
        assertThat(checkLetting(1_000).read()).isEqualTo(3);
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_source_that_has_come_to_no_turn_for_three_intervals_is_known_to_wait_until_it_has_come_to_one() {
        checkLetting(0);
        Instant first = now;
        assertThat(starvedSince()).as("it waits no longer than checks may").isEmpty();
        checkLetting(0);
        assertThat(starvedSince()).contains(first);
        checkLetting(1_000);
        assertThat(starvedSince()).isEmpty();
    }

    private Optional<Instant> starvedSince() {
        return storage.sources().starvedSince(source, now);
    }

    @Test
    void a_file_that_comes_to_no_turn_is_tried_for_a_day_without_counting_and_is_then_told() {
        long article = storage.articles().latest(1).get(0).id();
        Attachment file = new Attachment("Kế hoạch", portal.listUrl().resolve("/ke-hoach.pdf"));
        storage.attachments().list(article, List.of(file), false, now);
        AttachmentRounds rounds = rounds();
        letIn.set(0);
        Instant first = now.plus(Duration.ofMinutes(3));
        for (int i = 0; i < 10; i++) {
            rounds.run();
            now = now.plus(Duration.ofHours(1));
        }
        StoredAttachment waiting = storage.attachments().of(article).get(0);
        assertThat(waiting.attempts()).isZero();
        assertThat(storage.attachments().neverReached(article)).isEmpty();
        now = now.plus(Duration.ofDays(1));
        rounds.run();
        assertThat(storage.attachments().neverReached(article))
                .containsExactly(new AttachmentStore.Unread("Kế hoạch", AttachmentStore.Wait.HOST, first));
        assertThat(storage.attachments().due(now.plus(Duration.ofDays(30)), 10)).isEmpty();
    }

    @Test
    void a_file_that_came_to_its_turn_after_all_is_tried_as_often_as_any() {
        long article = storage.articles().latest(1).get(0).id();
        Attachment file = new Attachment("Kế hoạch", portal.listUrl().resolve("/ke-hoach.pdf"));
        storage.attachments().list(article, List.of(file), false, now);
        AttachmentRounds rounds = rounds();
        for (int let : new int[] {0, 0, 1_000}) {
            letIn.set(let);
            rounds.run();
            now = now.plus(Duration.ofHours(1));
        }
        StoredAttachment tried = storage.attachments().of(article).get(0);
        assertThat(tried.attempts()).as("there is no such file").isEqualTo(1);
        assertThat(tried.busySince()).isEmpty();
    }

    @Test
    void files_of_a_busy_host_do_not_keep_those_of_others_waiting() {
        long article = storage.articles().latest(1).get(0).id();
        List<Attachment> files = IntStream.range(0, 60)
                .mapToObj(i -> new Attachment("Tệp " + i, portal.listUrl().resolve("/" + i + ".pdf")))
                .toList();
        storage.attachments().list(article, files, false, now);
        letIn.set(0);
        rounds().run();
        assertThat(refused).as("files that waited in vain").hasValue(1);
        assertThat(storage.attachments().due(now, 100)).isEmpty();
        assertThat(storage.attachments().of(article)).allSatisfy(file -> {
            assertThat(file.attempts()).isZero();
            assertThat(file.busySince()).isPresent();
        });
    }

    @Test
    void a_file_that_was_read_before_its_host_became_busy_is_not_told_as_unread() {
        long article = storage.articles().latest(1).get(0).id();
        Attachment file = new Attachment("Kế hoạch", portal.listUrl().resolve("/ke-hoach.pdf"));
        storage.attachments().list(article, List.of(file), false, now);
        StoredAttachment waiting = storage.attachments().of(article).get(0);
        AttachmentText text =
                new AttachmentText("pdf", "Chữ", "chu", false, false, 1, "sha", Optional.empty(), Optional.empty());
        storage.attachments().read(waiting, text, now, Optional.of(now));
        StoredAttachment read = storage.attachments().of(article).get(0);
        storage.attachments().putOff(read, AttachmentStore.Wait.HOST, now, now);
        storage.attachments()
                .neverCameToItsTurn(storage.attachments().of(article).get(0), AttachmentStore.Wait.HOST);
        assertThat(storage.attachments().neverReached(article)).isEmpty();
    }

    @Test
    void a_file_for_which_loa_has_no_time_is_tried_for_a_day_without_counting_and_is_then_told_so() {
        long article = storage.articles().latest(1).get(0).id();
        Attachment file = new Attachment("Kế hoạch", portal.listUrl());
        storage.attachments().list(article, List.of(file), false, now);
        AttachmentRounds rounds = rounds(new NeverFree());
        letIn.set(1_000);
        Instant first = now;
        for (int i = 0; i < 24; i++) {
            rounds.run();
            assertThat(storage.attachments().of(article).get(0).attempts()).isZero();
            assertThat(storage.attachments().neverReached(article)).isEmpty();
            now = now.plus(Duration.ofHours(1));
        }
        rounds.run();
        assertThat(storage.attachments().neverReached(article))
                .containsExactly(new AttachmentStore.Unread("Kế hoạch", AttachmentStore.Wait.READER, first));
        assertThat(storage.attachments().due(now.plus(Duration.ofDays(30)), 10)).isEmpty();
    }

    /** Reads other documents all the time. */
    private static final class NeverFree implements TextExtractor {
        @Override
        public ExtractionResult extract(Path file, Duration patience) {
            return new NotExtracted(ReadingFailure.BUSY, "other documents were being read");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void a_source_that_was_held_or_whose_program_stood_has_not_waited_meanwhile() {
        checkLetting(0);
        storage.sources().hold("a", true);
        storage.sources().hold("a", false);
        checkLetting(0);
        assertThat(starvedSince()).isEmpty();
        checkLetting(0);
        assertThat(starvedSince()).isPresent();
        storage.sources().syncConfigured(List.of(source));
        assertThat(starvedSince()).isEmpty();
    }

    private AttachmentRounds rounds() {
        return rounds(new DocumentExtractor(ExtractionLimits.USUAL, Optional.empty(), folder.resolve("attachments")));
    }

    private AttachmentRounds rounds(TextExtractor extractor) {
        AttachmentFiles files = new AttachmentFiles(folder.resolve("attachments"), 1 << 20, false);
        AttachmentReader reader = new AttachmentReader(fetcher, extractor, files);
        return new AttachmentRounds(
                storage.watch(),
                storage.attachments(),
                storage.announcements(),
                reader,
                new AttachmentRounds.SummaryRules(
                        new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())),
                        ZONE),
                new WatchTiming(Duration.ofDays(3), () -> now, new Random(1)),
                () -> {});
    }

    @Test
    void a_busy_host_ends_no_quiet_and_spends_no_comparison() {
        now = now.plus(Duration.ofDays(60));
        assertThat(checkLetting(1).problem()).map(Problem::kind).contains(Problem.Kind.STALE);
        assertThat(storage.watchMemory().watched().siteComparedAt("a")).isEmpty();
        checkLetting(1_000);
        assertThat(storage.watchMemory().watched().siteComparedAt("a")).isPresent();
    }
}
