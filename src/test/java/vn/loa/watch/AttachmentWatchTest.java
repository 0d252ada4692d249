package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.attachment.AttachmentFiles;
import vn.loa.attachment.AttachmentReader;
import vn.loa.attachment.DocumentExtractor;
import vn.loa.attachment.ExtractionLimits;
import vn.loa.attachment.OcrCheck;
import vn.loa.attachment.OcrCommand;
import vn.loa.attachment.SampleDocuments;
import vn.loa.document.DocumentNumber;
import vn.loa.document.deadline.Deadline;
import vn.loa.emulator.PortalEmulator;
import vn.loa.fetch.FetchSettings;
import vn.loa.fetch.Fetcher;
import vn.loa.model.Article;
import vn.loa.model.Attachment;
import vn.loa.model.Bot;
import vn.loa.model.Cadence;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.phrases.Phrases;
import vn.loa.portal.PortalCatalog;
import vn.loa.store.Database;
import vn.loa.store.LedgerRow;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.document.StoredAttachment;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.watch.alarm.WatchAlerts;

/** The watch reads what articles offer for download. */
@Tag("slow")
class AttachmentWatchTest {
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String FILE = "/documents/ke-hoach.docx";
    private static final String LINK = "<p><a href=\"" + FILE + "\">Kế hoạch (tệp đính kèm)</a></p>";
    private static final String BARE = "<p>Chi tiết xem tệp đính kèm.</p>" + LINK;
    private static final String FULL = "<p>"
            + "Ban Thường trực Ủy ban MTTQ xã tổ chức hội nghị triển khai nhiệm vụ với sự ".repeat(10) + ".</p>" + LINK;

    @TempDir
    private Path folder;

    private final PortalEmulator portal = new PortalEmulator();
    private final Summarizer summarizer =
            new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese()));
    private volatile Instant now = Instant.parse("2026-11-09T10:00:00Z");
    private Database database;
    private Storage storage;
    private Fetcher fetcher;
    private AttachmentReader reader;
    private SourceWatcher watcher;
    private AttachmentRounds rounds;
    private Source source;
    private Chat everything;
    private Chat choosy;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        storage = Storage.of(database);
        fetcher = new Fetcher(
                settings(),
                () -> now,
                () -> Duration.between(Instant.EPOCH, now).toNanos());
        readBy(Optional.empty());
        source = new Source(
                "px",
                "Phú Xuyên",
                portal.listUrl(),
                "hanoi62",
                new Cadence.Every(Duration.ofMinutes(10)),
                Map.of(),
                Set.of());
        storage.sources().syncConfigured(List.of(source));
        everything = chat("-1", new Subscription(0, Subscription.Kind.ALL, "", ""));
        choosy = chat("-2", new Subscription(0, Subscription.Kind.KEYWORD, "vi nguoi ngheo", "vì người nghèo"));
        portal.publish(1, "Tin một");
    }

    private void readBy(Optional<OcrCommand> ocr) {
        AttachmentFiles files = new AttachmentFiles(folder.resolve("attachments"), 1 << 20, false);
        reader = new AttachmentReader(
                fetcher, new DocumentExtractor(ExtractionLimits.USUAL, ocr, files.folder()), files);
        reader.prepare();
        WatchTiming timing = new WatchTiming(Duration.ofDays(3), () -> now, new Random(1));
        watcher = new SourceWatcher(
                storage.watch(),
                storage.watchMemory(),
                storage.announcements(),
                new PortalAccess(fetcher, CATALOG, Optional.of(reader), ZONE),
                summarizer,
                new WatchAlerts((topic, message) -> {}, Phrases.vietnamese()),
                timing);
        rounds = new AttachmentRounds(
                storage.watch(),
                storage.attachments(),
                storage.announcements(),
                reader,
                new AttachmentRounds.SummaryRules(summarizer, ZONE),
                timing,
                () -> {});
    }

    private Chat chat(String address, Subscription wanted) {
        Chat chat = storage.chats().meet(ChatAddress.of(BOT, address), ChatKind.GROUP, "", ChatState.ACTIVE, now);
        storage.subscriptions()
                .add(
                        new Subscription(chat.id(), wanted.kind(), wanted.value(), wanted.label()),
                        new PersonId(Platform.TELEGRAM, "1"),
                        now);
        return chat;
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
        reader.close();
        fetcher.close();
        database.close();
        portal.close();
    }

    private CheckReport check() {
        now = now.plus(Duration.ofMinutes(10));
        return watcher.check(source);
    }

    private byte[] plan(String... sentences) throws IOException {
        Path made = Files.createDirectories(folder.resolve("made"));
        return Files.readAllBytes(new SampleDocuments(made)
                .docx(
                        "ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        Stream.concat(
                                        Stream.of("Phú Xuyên, ngày 05 tháng 11 năm 2026", "KẾ HOẠCH"),
                                        Stream.of(sentences))
                                .toList()));
    }

    private Article article() {
        return storage.articles().latest(1).get(0);
    }

    private StoredAttachment attachment() {
        return storage.attachments().of(article().id()).get(0);
    }

    private int heard(Chat chat) {
        return LedgerRow.latest(database, chat.id(), 100).size();
    }

    private long requests() {
        return portal.requests().stream().filter(FILE::equals).count();
    }

    @Test
    void an_article_that_only_shows_a_file_is_summarised_from_it_before_it_is_announced() throws IOException {
        check();
        portal.offer(
                FILE,
                plan("Các thôn tổ chức Ngày hội Đại đoàn kết toàn dân tộc vào ngày 18/11/2026 tại nhà văn hóa thôn."));
        portal.publish(2, "Kế hoạch tổ chức Ngày hội", "", BARE);
        assertThat(check().deliveries()).isEqualTo(1);
        assertThat(article().summary().sentences())
                .containsExactly(
                        "Các thôn tổ chức Ngày hội Đại đoàn kết toàn dân tộc vào ngày 18/11/2026 tại nhà văn hóa thôn.");
        assertThat(article().revision()).isEqualTo(1);
        rounds.run();
        assertThat(requests()).as("it was read already").isEqualTo(1);
    }

    private void offerPages() throws IOException {
        SampleDocuments made = new SampleDocuments(Files.createDirectories(folder.resolve("made")));
        portal.offer(
                "/anh/z501.jpg",
                Files.readAllBytes(made.photograph(
                        "z501.jpg",
                        1600,
                        List.of(
                                "ỦY BAN NHÂN DÂN",
                                "XÃ PHÚ XUYÊN",
                                "Số: 127/TB-UBND",
                                "Phú Xuyên, ngày 05 tháng 11 năm 2026",
                                "THÔNG BÁO",
                                "Về việc rà soát hộ nghèo, hộ cận nghèo năm 2026",
                                "Ủy ban nhân dân xã thông báo rà soát hộ nghèo tại các thôn từ ngày 10/11/2026."))));
        portal.offer(
                "/anh/z502.jpg",
                Files.readAllBytes(made.photograph(
                        "z502.jpg",
                        1600,
                        List.of(
                                "Các thôn gửi kết quả về Ủy ban nhân dân xã trước ngày 20/11/2026.",
                                "Các hộ gửi ý kiến về Ủy ban nhân dân xã trong 10 ngày kể từ ngày ban hành.",
                                "Nhận được thông báo này, đề nghị các thôn tổ chức thực hiện nghiêm túc.",
                                "TM. ỦY BAN NHÂN DÂN",
                                "CHỦ TỊCH"))));
    }

    @Test
    void a_notice_of_two_pictures_is_announced_with_what_stands_in_them() throws IOException {
        OcrCheck ocr = OcrCheck.of("tesseract", Duration.ofSeconds(20));
        assumeTrue(ocr.command().isPresent(), ocr.detail());
        readBy(ocr.command());
        check();
        offerPages();
        portal.publish(
                2,
                "Thông báo rà soát hộ nghèo",
                "",
                "<p><img src=\"/anh/z501.jpg\"></p><p><img src=\"/anh/z502.jpg\"></p>");
        assertThat(check().deliveries()).isEqualTo(1);
        assertThat(article().content().attachments())
                .extracting(Attachment::name)
                .containsExactly("Ảnh trang 1", "Ảnh trang 2");
        assertThat(article().summary().sentences().get(0))
                .startsWith("Ủy ban nhân dân xã thông báo rà soát hộ nghèo tại các thôn");
        assertThat(numbers()).containsExactly("127/TB-UBND");
        assertThat(deadlines())
                .as("the second is counted from the date on the first page")
                .containsExactly(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 15));
        assertThat(article().revision()).isEqualTo(1);
        assertThat(storage.articles().search(List.of("thuc hien nghiem tuc"), 5))
                .hasSize(1);
    }

    @Test
    void pictures_that_nothing_here_reads_are_offered_all_the_same() throws IOException {
        check();
        offerPages();
        portal.publish(
                2, "Thông báo rà soát hộ nghèo", "", "<p><img src=/anh/z501.jpg></p><p><img src=/anh/z502.jpg></p>");
        assertThat(check().deliveries()).isEqualTo(1);
        assertThat(article().content().attachments()).hasSize(2);
        assertThat(attachment().text()).isEmpty();
        rounds.run();
        rounds.run();
        assertThat(portal.requests().stream().filter("/anh/z501.jpg"::equals)).hasSize(2);
    }

    @Test
    void a_picture_made_to_do_harm_costs_itself_alone() throws IOException {
        OcrCheck ocr = OcrCheck.of("tesseract", Duration.ofSeconds(20));
        assumeTrue(ocr.command().isPresent(), ocr.detail());
        readBy(ocr.command());
        check();
        offerPages();
        portal.offer(
                "/anh/z500.png",
                Files.readAllBytes(new SampleDocuments(folder.resolve("made")).pictureBomb(40_000, 25_000)));
        portal.publish(2, "Thông báo rà soát hộ nghèo", "", "<p><img src=/anh/z500.png><img src=/anh/z502.jpg></p>");
        assertThat(check().deliveries()).isEqualTo(1);
        assertThat(deadlines()).contains(LocalDate.of(2026, 11, 20));
    }

    @Test
    void such_an_article_is_announced_also_when_its_file_is_broken() throws IOException {
        check();
        portal.offer(FILE, "PK\u0003\u0004 no more".getBytes(StandardCharsets.ISO_8859_1));
        portal.publish(2, "Kế hoạch tổ chức Ngày hội", "", BARE);
        assertThat(check().deliveries()).isEqualTo(1);
    }

    @Test
    void such_an_article_whose_file_comes_late_is_corrected() throws IOException {
        check();
        portal.publish(2, "Kế hoạch tổ chức Ngày hội", "", BARE + "<p><a href=\"/documents/b.docx\">b</a></p>");
        check();
        assertThat(heard(everything)).isEqualTo(1);
        portal.offer(
                "/documents/b.docx", plan("Các thôn tổ chức Ngày hội Đại đoàn kết toàn dân tộc vào ngày 18/11/2026."));
        rounds.run();
        assertThat(article().summary().sentences().get(0)).startsWith("Các thôn tổ chức Ngày hội");
        assertThat(article().revision()).isEqualTo(2);
        assertThat(heard(everything)).isEqualTo(1);
    }

    @Test
    void an_article_that_speaks_for_itself_does_not_wait_and_its_file_counts_for_search_and_keywords_later()
            throws IOException {
        check();
        portal.offer(FILE, plan("Vận động ủng hộ Quỹ Vì người nghèo."));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        assertThat(requests()).isZero();
        assertThat(heard(everything)).isEqualTo(1);
        assertThat(heard(choosy)).isZero();
        rounds.run();
        assertThat(heard(choosy)).isEqualTo(1);
        assertThat(heard(everything)).isEqualTo(1);
        assertThat(storage.articles().search(List.of("vi nguoi ngheo", "hoi nghi"), 5))
                .hasSize(1);
        assertThat(storage.articles().search(List.of("khong co"), 5)).isEmpty();
        assertThat(article().revision()).isEqualTo(1);
    }

    @Test
    void a_changed_file_at_the_same_address_is_a_correction_and_the_same_one_is_none() throws IOException {
        check();
        portal.offer(FILE, plan("Báo cáo trước ngày 15/11/2026."));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        now = now.plus(Duration.ofHours(4));
        rounds.run();
        assertThat(requests()).isEqualTo(2);
        assertThat(article().revision()).as("the deadline was news").isEqualTo(2);
        portal.offer(FILE, plan("Báo cáo trước ngày 20/11/2026."));
        now = now.plus(Duration.ofHours(4));
        rounds.run();
        assertThat(attachment().text().orElseThrow().text())
                .contains("20/11/2026")
                .doesNotContain("15/11/2026");
        assertThat(article().revision()).isEqualTo(3);
        assertThat(deadlines()).containsExactly(LocalDate.of(2026, 11, 20));
        assertThat(difference()).isEqualTo("DEADLINE 15/11/2026 > 20/11/2026");
    }

    @Test
    void the_same_bytes_are_no_change_though_an_earlier_version_had_read_something_else_in_them() throws IOException {
        check();
        portal.offer(FILE, plan("Báo cáo trước ngày 15/11/2026."));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        int revision = article().revision();
        MigratedDatabase.sql(
                storage.database(), "UPDATE attachment SET content = 'Đọc nhầm', etag = NULL, last_modified = NULL");
        now = now.plus(Duration.ofHours(4));
        rounds.run();
        assertThat(requests()).isEqualTo(2);
        assertThat(article().revision()).isEqualTo(revision);
    }

    @Test
    void a_file_that_is_no_document_is_asked_for_once() {
        check();
        portal.offer(FILE, new byte[] {1, 2, 3, 0, 0, 9});
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        now = now.plus(Duration.ofDays(1));
        rounds.run();
        assertThat(requests()).isEqualTo(1);
        assertThat(attachment().text()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_yet_is_asked_for_again() throws IOException {
        check();
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        portal.offer(FILE, plan("Báo cáo trước ngày 15/11/2026."));
        now = now.plus(Duration.ofHours(1));
        rounds.run();
        assertThat(attachment().text()).isPresent();
    }

    @Test
    void a_portal_that_fails_is_asked_again_ever_later_and_then_no_more() {
        check();
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        portal.failWith(500);
        for (int round = 0; round < 40; round++) {
            rounds.run();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(requests()).isEqualTo(4);
    }

    @Test
    void what_was_listed_before_us_is_read_later_and_announced_to_nobody() throws IOException {
        portal.offer(FILE, plan("Vận động ủng hộ Quỹ Vì người nghèo."));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", BARE);
        check();
        rounds.run();
        assertThat(requests()).isZero();
        now = now.plus(Duration.ofHours(2));
        rounds.run();
        assertThat(requests()).isEqualTo(1);
        assertThat(heard(choosy) + heard(everything)).isZero();
        assertThat(storage.articles().search(List.of("vi nguoi ngheo"), 5)).hasSize(1);
    }

    @Test
    void an_edit_of_what_was_listed_before_us_makes_no_news_of_its_file() throws IOException {
        check();
        portal.offer(FILE, plan("Vận động ủng hộ Quỹ Vì người nghèo."));
        portal.publish(1, "Tin một, đã sửa", "", FULL);
        check();
        rounds.run();
        assertThat(requests()).isEqualTo(1);
        assertThat(heard(choosy) + heard(everything)).isZero();
    }

    @Test
    void a_file_larger_than_the_bound_is_not_read() {
        check();
        portal.offer(FILE, new byte[(1 << 20) + 1]);
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        now = now.plus(Duration.ofDays(1));
        rounds.run();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void files_do_not_stay() throws IOException {
        check();
        portal.offer(FILE, plan("Báo cáo trước ngày 15/11/2026."));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        try (Stream<Path> left = Files.list(folder.resolve("attachments"))) {
            assertThat(left.filter(file -> !file.getFileName().toString().startsWith(".pdfbox")))
                    .isEmpty();
        }
    }

    @Test
    void an_edited_article_keeps_the_attachments_that_it_still_shows() throws IOException {
        check();
        portal.offer(FILE, plan("Báo cáo trước ngày 15/11/2026."));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        portal.publish(2, "Hội nghị triển khai nhiệm vụ mới", "", FULL.replace(LINK, ""));
        check();
        assertThat(storage.attachments().of(article().id())).isEmpty();
    }

    private List<LocalDate> deadlines() {
        return storage.documents().of(article().id()).deadlines().stream()
                .map(Deadline::date)
                .toList();
    }

    private List<String> numbers() {
        return storage.documents().of(article().id()).cards().stream()
                .flatMap(card -> card.number().stream())
                .map(DocumentNumber::text)
                .toList();
    }

    private String changes() {
        return row("SELECT changes FROM article_edit ORDER BY article_id DESC, revision DESC LIMIT 1");
    }

    private String difference() {
        return row("SELECT part || ' ' || was || ' > ' || becomes FROM article_difference");
    }

    private String row(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    private byte[] numbered(String deadline) throws IOException {
        return Files.readAllBytes(new SampleDocuments(Files.createDirectories(folder.resolve("made")))
                .pdf(List.of(
                        "ỦY BAN MTTQ VIỆT NAM",
                        "XÃ PHÚ XUYÊN",
                        "Số: 27/KH-MTTQ-BTT",
                        "Phú Xuyên, ngày 05 tháng 11 năm 2026",
                        "KẾ HOẠCH",
                        "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc",
                        "Các thôn gửi báo cáo về Ban Thường trực trước " + deadline + ".")));
    }

    @Test
    void a_file_read_before_the_announcement_gives_it_document_and_deadline() throws IOException {
        check();
        portal.offer(FILE, numbered("16 giờ 30 ngày 20/11/2026"));
        portal.publish(2, "Kế hoạch tổ chức Ngày hội", "", BARE);
        check();
        assertThat(numbers()).containsExactly("27/KH-MTTQ-BTT");
        assertThat(deadlines()).containsExactly(LocalDate.of(2026, 11, 20));
        assertThat(article().revision()).isEqualTo(1);
    }

    @Test
    void document_and_deadline_in_a_file_that_is_read_after_the_announcement_are_a_correction() throws IOException {
        check();
        portal.offer(FILE, numbered("16 giờ 30 ngày 20/11/2026"));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        assertThat(deadlines()).isEmpty();
        rounds.run();
        assertThat(numbers()).containsExactly("27/KH-MTTQ-BTT");
        assertThat(deadlines()).containsExactly(LocalDate.of(2026, 11, 20));
        assertThat(changes()).isEqualTo("DEADLINE,DOCUMENT");
        assertThat(storage.reminders().upcoming(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 20)))
                .as("so it is reminded of")
                .hasSize(1);
    }

    @Test
    void an_edit_of_the_page_keeps_what_its_file_sets() throws IOException {
        check();
        portal.offer(FILE, numbered("ngày 20/11/2026"));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        portal.publish(2, "Hội nghị triển khai nhiệm vụ mới", "", FULL);
        check();
        assertThat(deadlines()).containsExactly(LocalDate.of(2026, 11, 20));
        assertThat(changes()).isEqualTo("TITLE");
    }

    @Test
    void private_data_in_a_file_is_not_kept_as_a_task() throws IOException {
        check();
        portal.offer(FILE, plan("Đề nghị gửi danh sách cho đồng chí Lan 0912345678 trước ngày 20/11/2026."));
        portal.publish(2, "Hội nghị triển khai nhiệm vụ", "", FULL);
        check();
        rounds.run();
        assertThat(storage.documents().of(article().id()).deadlines())
                .singleElement()
                .satisfies(deadline -> {
                    assertThat(deadline.date()).isEqualTo(LocalDate.of(2026, 11, 20));
                    assertThat(deadline.toString()).doesNotContain("0912");
                });
    }
}
