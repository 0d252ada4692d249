package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Delivery;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Republication;
import vn.loa.model.Subscription;
import vn.loa.store.Database;
import vn.loa.store.LedgerRow;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.StoryCopy;
import vn.loa.story.StoryTexts;

/** Who hears of a story that several portals publish. */
class StoryAnnouncementsTest {
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-09T10:00:00Z");
    private Database database;
    private Storage stores;
    private StoryAnnouncements announcements;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        stores = Storage.of(database);
        announcements = new StoryAnnouncements(stores.announcements(), () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Chat chat(String id, String... sources) {
        Chat chat = stores.chats().meet(ChatAddress.of(BOT, id), ChatKind.GROUP, "", ChatState.ACTIVE, now);
        Arrays.stream(sources)
                .forEach(source -> stores.subscriptions()
                        .add(
                                new Subscription(chat.id(), Subscription.Kind.SOURCE, source, source),
                                new PersonId(Platform.TELEGRAM, "1"),
                                now));
        return chat;
    }

    private Article added(NewArticle article) {
        return stores.articles().add(article, now);
    }

    private int announced(Article article) {
        return database.transaction(() -> announcements.announce(article));
    }

    private Article announced(NewArticle article) {
        Article added = added(article);
        announced(added);
        return added;
    }

    private int heard(Chat chat) {
        return LedgerRow.latest(database, chat.id(), 100).size();
    }

    private List<Delivery> claimed() {
        return stores.deliveries().claim(BOT, 10, now, Duration.ofMinutes(1));
    }

    private void sent() {
        claimed().forEach(each -> stores.deliveries().sent(each, "m" + each.id(), 1, now));
    }

    private List<String> elsewhere(Article told, Chat chat) {
        return stores.skips().republications(told.id(), chat.id()).stream()
                .map(Republication::name)
                .toList();
    }

    @Test
    void a_chat_that_follows_both_portals_is_told_once_and_one_that_follows_only_the_second_is_told_too() {
        Chat both = chat("-1", "tinh", "xa");
        Chat second = chat("-2", "xa");
        Article first = announced(StoryTexts.story("tinh", 1));
        assertThat(announced(added(StoryTexts.story("xa", 2)))).isEqualTo(1);
        assertThat(heard(both)).isEqualTo(1);
        assertThat(heard(second)).isEqualTo(1);
        assertThat(elsewhere(first, both)).containsExactly("xa.gov.vn");
        assertThat(elsewhere(first, second)).isEmpty();
    }

    @Test
    void each_chat_sees_the_third_portal_in_the_message_by_which_it_knows_the_story() {
        Chat all = chat("-1", "tinh", "xa", "mattran");
        Chat later = chat("-2", "xa", "mattran");
        Article first = announced(StoryTexts.story("tinh", 1));
        Article second = announced(StoryTexts.story("xa", 2));
        announced(StoryTexts.story("mattran", 3));
        assertThat(heard(all)).isEqualTo(1);
        assertThat(heard(later)).isEqualTo(1);
        assertThat(elsewhere(first, all)).containsExactly("xa.gov.vn", "mattran.gov.vn");
        assertThat(elsewhere(second, later)).containsExactly("mattran.gov.vn");
        assertThat(stores.stories().copies(first.id()))
                .extracting(StoryCopy::storyId)
                .containsOnly(first.id());
    }

    @Test
    void another_story_of_another_portal_is_told() {
        Chat both = chat("-1", "tinh", "xa");
        announced(StoryTexts.story("tinh", 1));
        announced(StoryTexts.other("xa", 2));
        assertThat(heard(both)).isEqualTo(2);
    }

    @Test
    void one_portal_is_never_held_to_repeat_itself() {
        Chat chat = chat("-1", "xa");
        announced(StoryTexts.story("xa", 1));
        announced(StoryTexts.story("xa", 2));
        assertThat(heard(chat)).isEqualTo(2);
    }

    @Test
    void what_repeats_an_article_of_more_than_a_week_ago_is_told() {
        Chat both = chat("-1", "tinh", "xa");
        announced(StoryTexts.story("tinh", 1));
        now = now.plus(Duration.ofDays(8));
        announced(StoryTexts.story("xa", 2));
        assertThat(heard(both)).isEqualTo(2);
    }

    @Test
    void a_copy_that_another_list_shows_too_is_not_told_after_all() {
        Chat both = chat("-1", "tinh", "xa");
        announced(StoryTexts.story("tinh", 1));
        Article copy = announced(StoryTexts.story("xa", 2));
        assertThat(announced(copy)).isZero();
        assertThat(heard(both)).isEqualTo(1);
    }

    @Test
    void the_first_article_that_another_list_shows_too_is_no_copy_of_its_copy() {
        Chat both = chat("-1", "tinh", "xa");
        Article first = announced(StoryTexts.story("tinh", 1));
        announced(StoryTexts.story("xa", 2));
        announced(first);
        assertThat(stores.stories().copy(first.id())).isEmpty();
        assertThat(heard(both)).isEqualTo(1);
    }

    @Test
    void a_chat_that_the_first_could_not_reach_is_told_the_second() {
        Chat both = chat("-1", "tinh", "xa");
        announced(StoryTexts.story("tinh", 1));
        claimed().forEach(each -> stores.deliveries().dead(each, "refused", now));
        announced(StoryTexts.story("xa", 2));
        assertThat(heard(both)).isEqualTo(2);
    }

    @Test
    void a_first_article_that_is_withdrawn_before_it_was_sent_gives_way_to_its_copies() {
        Chat both = chat("-1", "tinh", "xa", "mattran");
        Article first = announced(StoryTexts.story("tinh", 1));
        Article second = announced(StoryTexts.story("xa", 2));
        announced(StoryTexts.story("mattran", 3));
        stores.articles().withdraw(first.id());
        database.transaction(() -> announcements.withdrawn(first));
        assertThat(heard(both)).isEqualTo(2);
        assertThat(elsewhere(second, both)).containsExactly("mattran.gov.vn");
    }

    @Test
    void a_first_article_that_is_withdrawn_after_it_was_sent_stays_the_only_message() {
        Chat both = chat("-1", "tinh", "xa");
        Article first = announced(StoryTexts.story("tinh", 1));
        sent();
        announced(StoryTexts.story("xa", 2));
        stores.articles().withdraw(first.id());
        database.transaction(() -> announcements.withdrawn(first));
        assertThat(heard(both)).isEqualTo(1);
        assertThat(elsewhere(first, both)).containsExactly("xa.gov.vn");
    }

    @Test
    void what_repeats_a_withdrawn_article_is_told() {
        Chat both = chat("-1", "tinh", "xa");
        Article first = announced(StoryTexts.story("tinh", 1));
        sent();
        stores.articles().withdraw(first.id());
        announced(StoryTexts.story("xa", 2));
        assertThat(heard(both)).isEqualTo(2);
    }

    @Test
    void a_copy_that_was_parted_is_told_to_whom_it_was_not_and_stays_parted() {
        Chat both = chat("-1", "tinh", "xa");
        Chat second = chat("-2", "xa");
        Article first = announced(StoryTexts.story("tinh", 1));
        Article copy = announced(StoryTexts.story("xa", 2));
        database.transaction(() -> {
            assertThat(stores.stories().part(copy.id(), now)).isTrue();
            assertThat(stores.skips().deliverParted(copy.id(), now)).isEqualTo(1);
        });
        announced(copy);
        assertThat(heard(both)).isEqualTo(2);
        assertThat(heard(second)).isEqualTo(1);
        assertThat(elsewhere(first, both)).isEmpty();
        assertThat(stores.stories().part(copy.id(), now)).isFalse();
    }

    @Test
    void old_fingerprints_and_joins_are_forgotten() {
        chat("-1", "tinh", "xa");
        Article first = announced(StoryTexts.story("tinh", 1));
        announced(StoryTexts.story("xa", 2));
        Instant later = now.plusSeconds(1);
        assertThat(stores.stories().forget(later, later)).isPositive();
        assertThat(stores.stories().copies(first.id())).isEmpty();
        assertThat(stores.skips().republications(first.id())).isEmpty();
    }
}
