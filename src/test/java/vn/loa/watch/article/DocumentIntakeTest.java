package vn.loa.watch.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.document.DocumentCard;
import vn.loa.document.DocumentNumber;
import vn.loa.document.OfficialArticles;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.NewArticle;
import vn.loa.store.document.ArchivedDocument;

class DocumentIntakeTest {
    private static final String ISSUES =
            "Ngày 9/11, UBND xã Phú Xuyên ban hành Kế hoạch số 27/KH-UBND về việc chăm lo Tết. Các thôn gửi báo cáo về"
                    + " Ban Thường trực trước 16 giờ 30 ngày 20/11.";

    @TempDir
    private Path folder;

    private final Instant now = Instant.parse("2026-11-10T02:00:00Z");
    private Database database;
    private Storage stores;
    private DocumentIntake intake;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        stores = Storage.of(database);
        intake = new DocumentIntake(stores.documents(), stores.attachments(), ZoneId.of("Asia/Ho_Chi_Minh"), () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Article kept(NewArticle article) {
        Article added = stores.articles().add(article, now);
        intake.keep(added);
        return added;
    }

    private List<String> numbers(List<ArchivedDocument> found) {
        return found.stream()
                .map(each -> each.card().number().map(DocumentNumber::text).orElse(""))
                .toList();
    }

    @Test
    void an_article_s_document_and_deadline_are_kept() {
        Article article = kept(OfficialArticles.article("xa", 1, "Xã chăm lo Tết", ISSUES));
        DocumentCard card = stores.documents().of(article.id()).cards().get(0);
        assertThat(card.number().orElseThrow().text()).isEqualTo("27/KH-UBND");
        assertThat(card.date()).contains(LocalDate.of(2026, 11, 9));
        assertThat(card.issuer()).isEqualTo("UBND xã Phú Xuyên");
        assertThat(stores.documents().of(article.id()).deadlines())
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.task()).isEqualTo("gửi báo cáo"));
    }

    @Test
    void one_document_in_several_articles_is_one() {
        kept(OfficialArticles.article("xa", 1, "Xã chăm lo Tết", ISSUES));
        Article second = kept(OfficialArticles.article(
                "tinh", 2, "Kế hoạch số 27/KH-UBND ngày 09/11/2026 của UBND xã Phú Xuyên", ISSUES));
        kept(OfficialArticles.article("xa", 3, "Tệp", "Nội dung.", "27-KH-UBND.signed.pdf"));
        assertThat(numbers(stores.documents().latest(10))).containsExactly("27/KH-UBND");
        assertThat(stores.documents().of(second.id()).deadlines()).isEmpty();
    }

    @Test
    void one_number_of_two_communes_is_two_documents() {
        kept(OfficialArticles.article("xa", 1, "Xã chăm lo Tết", ISSUES));
        kept(OfficialArticles.article("khac", 2, "Kế hoạch số 27/KH-UBND của UBND xã An Bình về chăm lo Tết", "Tin."));
        assertThat(numbers(stores.documents().latest(10))).hasSize(2);
    }

    @Test
    void documents_are_found_by_number_month_and_words() {
        kept(OfficialArticles.article("xa", 1, "Xã chăm lo Tết", ISSUES));
        kept(OfficialArticles.article("xa", 2, "Thông báo số 270/TB-UBND ngày 02/10/2026 về lịch tiếp dân", "Tin."));
        assertThat(numbers(stores.documents().numbered("27-kh", 10))).containsExactly("27/KH-UBND");
        assertThat(numbers(stores.documents().numbered("27", 10))).containsExactly("27/KH-UBND");
        assertThat(numbers(stores.documents().between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), 10)))
                .containsExactly("270/TB-UBND");
        assertThat(numbers(stores.documents().search(List.of("tiep", "dan"), 10)))
                .containsExactly("270/TB-UBND");
        assertThat(numbers(stores.documents().search(List.of("100%"), 10))).isEmpty();
    }

    @Test
    void a_corrected_deadline_keeps_its_number_and_is_noticed() {
        Article article = kept(OfficialArticles.article("xa", 1, "Xã chăm lo Tết", ISSUES));
        long before = stores.reminders()
                .upcoming(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1))
                .get(0)
                .id();
        Article edited = stores.articles()
                .revise(
                        article.id(),
                        OfficialArticles.article("xa", 1, "Xã chăm lo Tết", ISSUES.replace("20/11", "25/11")),
                        now);
        assertThat(intake.keep(edited)).containsExactly(Change.DEADLINE);
        assertThat(intake.keep(edited)).isEmpty();
        assertThat(stores.reminders().upcoming(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1)))
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.id()).isEqualTo(before);
                    assertThat(set.deadline().date()).isEqualTo(LocalDate.of(2026, 11, 25));
                });
    }

    @Test
    void private_data_is_not_kept_as_a_task() {
        Article article = kept(OfficialArticles.article(
                "xa", 1, "Tin", "Đề nghị gửi danh sách cho đồng chí Lan 0912345678 trước ngày 20/11."));
        assertThat(stores.documents().of(article.id()).deadlines())
                .allSatisfy(deadline ->
                        assertThat(deadline.task() + deadline.sentence()).doesNotContain("0912"));
    }

    @Test
    void an_article_without_anything_official_keeps_nothing() {
        Article article = kept(OfficialArticles.article("xa", 1, "Tin", "Sáng 9/11, xã tổ chức hội thao."));
        assertThat(stores.documents().of(article.id()).cards()).isEmpty();
        assertThat(stores.documents().latest(10)).isEmpty();
    }
}
