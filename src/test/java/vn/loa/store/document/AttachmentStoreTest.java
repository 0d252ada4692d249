package vn.loa.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;

class AttachmentStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final Attachment PLAN = new Attachment("Kế hoạch", URI.create("http://px.vn/27.pdf"));
    private static final Attachment FORM = new Attachment("Biểu mẫu", URI.create("http://px.vn/b.docx"));
    private static final AttachmentText TEXT = new AttachmentText(
            "PDF", "Kế hoạch số 27", "ke hoach so 27", true, false, 2, "ab", Optional.of("e"), Optional.empty());

    @TempDir
    private Path folder;

    private Database database;
    private AttachmentStore store;
    private long article;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        store = new AttachmentStore(database);
        ArticleContent content = new ArticleContent(
                "Tin", Published.unknown(), "", List.of(), "", "", Optional.empty(), List.of(PLAN, FORM));
        article = new ArticleStore(database)
                .add(
                        new NewArticle(
                                "k",
                                "px",
                                "Tin",
                                URI.create("http://px.vn/1"),
                                content,
                                new Summary(List.of(), Optional.empty()),
                                "tin",
                                ""),
                        NOW)
                .id();
        store.list(article, List.of(PLAN, FORM), false, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<StoredAttachment> due(Instant now) {
        return store.due(now, 10);
    }

    @Test
    void what_an_article_shows_waits_until_it_is_due() {
        assertThat(due(NOW.minusMillis(1))).isEmpty();
        assertThat(due(NOW)).extracting(StoredAttachment::attachment).containsExactly(PLAN, FORM);
    }

    @Test
    void a_text_that_was_read_comes_back_as_it_was() {
        store.read(due(NOW).get(0), TEXT, NOW, Optional.empty());
        assertThat(store.of(article).get(0).text()).contains(TEXT);
        assertThat(due(NOW.plus(Duration.ofDays(9))))
                .extracting(StoredAttachment::attachment)
                .containsExactly(FORM);
    }

    @Test
    void a_try_is_written_down_before_it_is_made() {
        store.begin(due(NOW).get(0), NOW.plusSeconds(60));
        assertThat(due(NOW)).extracting(StoredAttachment::attachment).containsExactly(FORM);
        assertThat(due(NOW.plusSeconds(60)).get(0).attempts()).isEqualTo(1);
    }

    @Test
    void a_failure_keeps_the_text_from_before_and_may_be_for_ever() {
        store.read(due(NOW).get(0), TEXT, NOW, Optional.of(NOW));
        store.failed(due(NOW).get(0), Optional.empty(), "BROKEN");
        assertThat(store.of(article).get(0).text()).contains(TEXT);
        store.failed(due(NOW).get(0), Optional.empty(), "ENCRYPTED");
        assertThat(due(NOW.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void what_is_listed_again_keeps_its_text_and_what_is_gone_is_forgotten() {
        store.read(due(NOW).get(0), TEXT, NOW, Optional.empty());
        store.list(article, List.of(PLAN), false, NOW);
        assertThat(store.of(article)).extracting(StoredAttachment::text).containsExactly(Optional.of(TEXT));
        store.list(article, List.of(), false, NOW);
        assertThat(store.of(article)).isEmpty();
    }

    @Test
    void those_of_announced_articles_come_first() {
        store.keepQuiet(article);
        assertThat(due(NOW)).allMatch(StoredAttachment::quiet);
    }
}
