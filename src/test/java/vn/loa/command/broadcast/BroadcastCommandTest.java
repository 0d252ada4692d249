package vn.loa.command.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.docx.DocxTemplate;
import vn.loa.model.Access;
import vn.loa.model.ArticleContent;
import vn.loa.model.Media;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.text.Folding;

class BroadcastCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice an;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        an = desk.alone("7");
        article(
                "1",
                "UBND xã Phú Xuyên họp",
                "Hội nghị diễn ra lúc 7h30 ngày 20/11/2026 tại NVH thôn 4.",
                "Tuyến đường dài 3,5 km.");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void article(String key, String title, String... sentences) {
        ArticleContent content =
                new ArticleContent(title, Published.unknown(), "", List.of(), "", "", Optional.empty(), List.of());
        new ArticleStore(desk.database)
                .add(
                        new NewArticle(
                                key,
                                "px",
                                title,
                                URI.create("https://x.gov.vn/" + key),
                                content,
                                new Summary(List.of(sentences), Optional.empty()),
                                Folding.fold(title),
                                ""),
                        desk.now);
    }

    private static Media.Made file(Reply reply, int message) {
        return (Media.Made) reply.messages().get(message).media().orElseThrow();
    }

    private static String document(byte[] docx) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no document");
    }

    @Test
    void the_news_of_the_day_come_as_a_text_to_be_read_and_as_a_word_file() throws IOException {
        Reply reply = an.says("/banphatthanh");
        assertThat(text(reply)).isEqualTo("""
                Kính thưa toàn thể nhân dân! Sau đây là bản tin của địa phương, ngày chín tháng ba năm hai nghìn không trăm hai mươi sáu.

                Tin thứ nhất. Ủy ban nhân dân xã Phú Xuyên họp. Hội nghị diễn ra lúc bảy giờ ba mươi ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu tại nhà văn hóa thôn bốn. Tuyến đường dài ba phẩy năm ki-lô-mét.

                Bản tin đến đây là hết. Xin cảm ơn toàn thể nhân dân đã lắng nghe. Kính chào tạm biệt!
                ---
                Thời gian đọc khoảng 1 phút (95 tiếng).""");
        assertThat(file(reply, 1).name()).isEqualTo("ban-phat-thanh.docx");
        assertThat(document(file(reply, 1).content()))
                .contains("Tin thứ nhất. Ủy ban nhân dân", "Kính chào tạm biệt!")
                .doesNotContain("{{");
    }

    @Test
    void a_week_holds_what_a_day_does_not_and_other_words_are_asked_again() {
        desk.now = desk.now.plus(Duration.ofDays(3));
        assertThat(text(an.says("/banphatthanh"))).contains("chưa có tin", "/banphatthanh tuần");
        assertThat(text(an.says("/banphatthanh tuần")))
                .contains("từ ngày sáu tháng ba", "đến ngày mười hai", "Tin thứ nhất");
        assertThat(text(an.says("/banphatthanh gì đó"))).contains("chưa hiểu", "/banphatthanh ngày");
    }

    @Test
    void a_unit_speaks_by_its_name() {
        CommandHarness.Voice operator = desk.alone(OPERATOR.userId());
        operator.says("/donvi them xã Phú Xuyên từ 1/7/2025");
        new vn.loa.store.chat.UnitStore(desk.database)
                .assign(
                        an.says("/start").messages().isEmpty() ? 0 : an.chat().id(),
                        java.util.OptionalLong.of(new vn.loa.store.chat.UnitStore(desk.database)
                                .all()
                                .get(0)
                                .id()));
        assertThat(text(an.says("/banphatthanh"))).contains("bản tin của xã Phú Xuyên,");
    }

    @Test
    void the_bulletin_is_a_word_file_with_a_code_for_each_piece_of_news() throws IOException {
        article("2", "Tin thứ hai", "Nội dung.");
        Reply reply = an.says("/bantin tuần");
        assertThat(text(reply)).contains("gồm 2 tin");
        assertThat(file(reply, 0).name()).isEqualTo("ban-tin.docx");
        assertThat(file(reply, 1).name()).isEqualTo("ban-tin.pdf");
        assertThat(new String(file(reply, 1).content(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(document(file(reply, 0).content()))
                .contains("1. Tin thứ hai", "2. UBND xã Phú Xuyên họp", "Từ ngày 3/3/2026 đến ngày 9/3/2026")
                .contains("loaPicture0", "loaPicture1", "https://x.gov.vn/1")
                .doesNotContain("{{");
    }

    @Test
    void the_template_itself_is_sent_to_be_changed() throws IOException {
        Reply reply = an.says("/bantin mẫu");
        assertThat(text(reply)).contains("Mẫu Word ban-tin.docx");
        assertThat(document(file(reply, 0).content())).contains("{{title}}", "{{qr}}");
        assertThat(document(file(an.says("/banphatthanh mẫu"), 0).content())).contains("{{line}}");
    }

    @Test
    void a_clerks_own_template_is_taken_and_a_broken_one_is_not() throws IOException {
        Templates templates = new Templates(folder);
        DocxTemplate.Content content =
                new DocxTemplate.Content(java.util.Map.of("unit", "xã A", "days", "hôm nay"), List.of(), List.of());
        byte[] shipped = templates.fill("ban-tin.docx", content);
        Files.write(folder.resolve("ban-tin.docx"), shipped);
        assertThat(document(templates.fill("ban-tin.docx", content))).contains("xã A");
        Files.writeString(folder.resolve("ban-tin.docx"), "no Word file");
        assertThat(templates.fill("ban-tin.docx", content)).isEqualTo(shipped);
    }
}
