package vn.loa.store.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Article;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.story.StoryFingerprint;
import vn.loa.story.StorySimilarity;
import vn.loa.story.StoryText;
import vn.loa.story.StoryTexts;
import vn.loa.waiting.CpuTime;

class StoryStoreTest {
    /** Give {@code -Dloa.stories=100000} to measure what a week of a large installation costs. */
    private static final int KNOWN = Integer.getInteger("loa.stories", 2_000);

    private static final int HASHES = 32;
    private static final Duration MOST = Duration.ofMillis(20);
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private StoryStore stories;
    private ArticleStore articles;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        stories = new StoryStore(database);
        articles = new ArticleStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static StoryFingerprint fingerprint(Article article) {
        return StoryFingerprint.of(StoryText.of(article.content()));
    }

    /** Makes articles known of which each shares this hash, as boilerplate is shared. */
    private void known(int count, long shared) {
        List<Long> ids = LongStream.range(0, count)
                .mapToObj(i -> articles.add(StoryTexts.other("p" + i % 50, (int) i), NOW)
                        .id())
                .toList();
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO story_sketch (hash, seen_at, article_id) VALUES (:hash, :seen, :article)");
            long random = 1;
            for (long id : ids) {
                for (int i = 0; i < HASHES; i++) {
                    random = random * 6364136223846793005L + 1442695040888963407L;
                    batch.bind("hash", i == 0 ? shared : random)
                            .bind("seen", NOW.toEpochMilli() + id)
                            .bind("article", id)
                            .add();
                }
                if (batch.size() >= 10_000) {
                    batch.execute();
                }
            }
            return batch.size() > 0 ? batch.execute().length : 0;
        });
    }

    @Test
    void the_first_article_of_a_story_is_found_among_all_of_a_week_in_a_blink() {
        Article first = database.transaction(() -> articles.add(StoryTexts.story("tinh", 1), NOW));
        StoryFingerprint fingerprint = fingerprint(first);
        stories.keep(first, fingerprint);
        database.transaction(() -> known(KNOWN, fingerprint.hashes().get(0)));
        Article copy = articles.add(StoryTexts.story("xa", 2), NOW);
        StoryFingerprint like = fingerprint(copy);
        assertThat(stories.likely(copy, like, NOW.minusSeconds(1), 8)).first().isEqualTo(first);
        Duration all = CpuTime.of(() -> {
            for (int i = 0; i < 20; i++) {
                StoryText text = StoryText.of(copy.content());
                stories.likely(copy, StoryFingerprint.of(text), NOW.minusSeconds(1), 4)
                        .forEach(known -> StorySimilarity.of(text, StoryText.of(known.content())));
            }
        });
        System.out.printf("one article against %d: %.2f ms%n", KNOWN, all.toNanos() / 20e6);
        assertThat(all.dividedBy(20)).isLessThan(MOST);
    }

    @Test
    void what_a_text_shares_with_many_others_does_not_hide_the_story() {
        Article first = articles.add(StoryTexts.story("tinh", 1), NOW);
        stories.keep(first, fingerprint(first));
        stories.keep(first, fingerprint(first));
        database.transaction(() -> known(200, fingerprint(first).hashes().get(0)));
        Article copy = articles.add(StoryTexts.story("xa", 2), NOW);
        assertThat(stories.likely(copy, fingerprint(copy), NOW.minusSeconds(1), 1))
                .containsExactly(first);
    }

    @Test
    void an_article_without_text_is_like_none() {
        Article article = articles.add(StoryTexts.story("tinh", 1), NOW);
        stories.keep(article, new StoryFingerprint(List.of()));
        assertThat(stories.likely(article, new StoryFingerprint(List.of()), NOW, 8))
                .isEmpty();
    }
}
