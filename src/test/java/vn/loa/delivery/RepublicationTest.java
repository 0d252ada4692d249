package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.RichText;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.StoryCopy;

/** What becomes of the message of a story that another portal publishes afterwards. */
class RepublicationTest extends DeliveryFixture {
    private Article republished(Article first, String title) {
        Article copy = announce(title);
        StoryCopy found = new StoryCopy(copy.id(), first.id(), first.id(), 90, 9, 9, Optional.empty());
        stores.stories().join(found, clock.instant());
        stores.skips().skip(found, clock.instant());
        return copy;
    }

    @Test
    void what_stands_in_a_chat_in_part_is_not_taken_back_for_a_story_that_it_knows() {
        chat("-1");
        Article first = announced("Một");
        Article copy = announce("Hai");
        sql("INSERT INTO delivery_piece (delivery_id, number, digest, external_id) SELECT id, 0, 'x', 'z' FROM delivery"
                + " WHERE article_id = " + copy.id());
        StoryCopy found = new StoryCopy(copy.id(), first.id(), first.id(), 90, 9, 9, Optional.empty());
        stores.stories().join(found, clock.instant());
        assertThat(stores.skips().skip(found, clock.instant())).isZero();
        assertThat(MigratedDatabase.numbers(stores.database(), "SELECT COUNT(*) FROM story_skip"))
                .containsExactly(0L);
    }

    private Article announced(String title) {
        Article article = announce(title);
        dispatcher.run();
        return article;
    }

    private List<Said> edits() {
        return channel.said().stream().filter(said -> said.replaces() != null).toList();
    }

    private static Optional<URI> lastLink(Said said) {
        List<RichText.Span> spans = said.message().text().spans();
        return spans.get(spans.size() - 1).link();
    }

    @Test
    void the_message_is_edited_to_name_the_other_portal_and_says_of_no_change() {
        chat("-1");
        Article copy = republished(announced("Tin một"), "Tin một, đăng lại");
        dispatcher.run();
        corrector().run();
        corrector().run();
        assertThat(channel.said()).hasSize(2);
        assertThat(edits()).singleElement().satisfies(said -> {
            assertThat(said.text())
                    .startsWith("Tin một\n")
                    .endsWith("\nCũng đăng tại: x.gov.vn")
                    .doesNotContain("cập nhật");
            assertThat(lastLink(said)).contains(copy.url());
            assertThat(said.message().buttons()).hasSize(1);
        });
    }

    @Test
    void a_message_that_still_waits_names_the_other_portal_at_once() {
        chat("-1");
        republished(announce("Tin một"), "Tin một, đăng lại");
        dispatcher.run();
        corrector().run();
        assertThat(channel.said())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).endsWith("\nCũng đăng tại: x.gov.vn"));
    }

    @Test
    void a_chat_that_was_told_both_keeps_its_messages_as_they_are() {
        chat("-1");
        Article first = announced("Tin một");
        Chat other = chat("-2");
        republished(first, "Tin một, đăng lại");
        dispatcher.run();
        corrector().run();
        assertThat(ledger(other)).hasSize(1);
        assertThat(edits()).extracting(said -> said.to().chatId()).containsExactly("-1");
    }

    @Test
    void an_edit_of_the_article_keeps_the_line_and_tells_its_own_time() {
        chat("-1");
        Article first = announced("Tin một");
        republished(first, "Tin một, đăng lại");
        stores.articles().revise(first.id(), article("Tin một, đã sửa", Optional.empty()), clock.instant());
        stores.corrections().edited(first.id(), Set.of(Change.TITLE), clock.instant());
        corrector().run();
        assertThat(edits())
                .singleElement()
                .satisfies(said ->
                        assertThat(said.text()).contains("đã cập nhật 17:00").endsWith("\nCũng đăng tại: x.gov.vn"));
    }

    @Test
    void a_copy_that_is_parted_is_told_and_named_no_more() {
        chat("-1");
        Article first = announced("Tin một");
        Article copy = republished(first, "Tin một, đăng lại");
        corrector().run();
        stores.stories().part(copy.id(), clock.instant());
        assertThat(stores.skips().deliverParted(copy.id(), clock.instant())).isEqualTo(1);
        corrector().run();
        dispatcher.run();
        assertThat(edits()).hasSize(2);
        assertThat(edits().get(1).text()).doesNotContain("Cũng đăng tại");
        assertThat(channel.said()).hasSize(4);
    }

    @Test
    void a_channel_that_cannot_edit_sends_nothing_more() {
        use(new ScriptedMessenger(new Capabilities(2000, 0, false, false, false, false, Rates.UNLIMITED)));
        chat("-1");
        republished(announced("Tin một"), "Tin một, đăng lại");
        dispatcher.run();
        corrector().run();
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void a_fifth_portal_and_more_are_recorded_and_not_named() {
        Chat chat = chat("-1");
        Article first = announced("Tin một");
        for (int i = 0; i < 7; i++) {
            republished(first, "Tin một, đăng lại " + i);
            corrector().run();
        }
        assertThat(edits()).hasSize(4);
        assertThat(stores.skips().republications(first.id(), chat.id())).hasSize(4);
        assertThat(stores.stories().copies(first.id())).hasSize(7);
    }

    private void digestsAt(Chat chat, String time) {
        stores.speaking()
                .set(
                        chat.id(),
                        SpeakingTimes.USUAL.withDigests(List.of(LocalTime.parse(time))),
                        new PersonId(Platform.TELEGRAM, "7"),
                        clock.instant());
    }

    @Test
    void a_digest_that_waits_names_the_other_portal_under_its_item_at_once() {
        digestsAt(chat("-1"), "17:30");
        Article first = announce("Tin một");
        announce("Tin hai");
        dispatcher.run();
        Article copy = republished(first, "Tin một, đăng lại");
        clock.pass(Duration.ofHours(1));
        dispatcher.run();
        corrector().run();
        assertThat(channel.said()).singleElement().satisfies(said -> {
            assertThat(said.text())
                    .contains("2 tin mới")
                    .contains("Đọc toàn văn\nCũng đăng tại: x.gov.vn\n\n2. Tin hai")
                    .doesNotContain("đăng lại");
            assertThat(said.message().text().spans())
                    .flatExtracting(span -> span.link().stream().toList())
                    .contains(copy.url());
        });
    }

    @Test
    void a_digest_that_was_sent_is_edited_under_the_one_item() {
        digestsAt(chat("-1"), "17:30");
        announce("Tin một");
        Article second = announce("Tin hai");
        clock.pass(Duration.ofHours(1));
        dispatcher.run();
        republished(second, "Tin hai, đăng lại");
        dispatcher.run();
        corrector().run();
        corrector().run();
        assertThat(channel.said()).hasSize(2);
        assertThat(edits()).singleElement().satisfies(said -> {
            assertThat(said.text())
                    .endsWith("Đọc toàn văn\nCũng đăng tại: x.gov.vn")
                    .containsOnlyOnce("Cũng đăng tại")
                    .contains("1. Tin một", "2. Tin hai")
                    .doesNotContain("cập nhật");
            assertThat(said.message().text().spans())
                    .flatExtracting(span -> span.link().stream().toList())
                    .hasSize(3);
        });
    }

    @Test
    void an_edit_of_another_item_and_of_the_same_keeps_the_line() {
        digestsAt(chat("-1"), "17:30");
        Article first = announce("Tin một");
        Article second = announce("Tin hai");
        clock.pass(Duration.ofHours(1));
        dispatcher.run();
        republished(second, "Tin hai, đăng lại");
        corrector().run();
        stores.articles().revise(first.id(), article("Tin một, đã sửa", Optional.empty()), clock.instant());
        stores.corrections().edited(first.id(), Set.of(Change.TITLE), clock.instant());
        corrector().run();
        assertThat(edits()).hasSize(2);
        assertThat(edits().get(1).text())
                .contains("1. Tin một, đã sửa (đã cập nhật")
                .endsWith("\nCũng đăng tại: x.gov.vn");
    }

    @Test
    void what_is_withdrawn_from_a_digest_is_named_nowhere_else() {
        digestsAt(chat("-1"), "17:30");
        announce("Tin một");
        Article second = announce("Tin hai");
        clock.pass(Duration.ofHours(1));
        dispatcher.run();
        republished(second, "Tin hai, đăng lại");
        corrector().run();
        stores.articles().withdraw(second.id());
        stores.corrections().edited(second.id(), Set.of(Change.WITHDRAWN), clock.instant());
        corrector().run();
        assertThat(edits()).hasSize(2);
        assertThat(edits().get(1).text()).doesNotContain("Cũng đăng tại");
    }

    @Test
    void many_that_shared_a_message_name_the_other_portal_too_without_a_link_each() {
        use(new ScriptedMessenger(new Capabilities(4096, 0, true, true, true, true, new Rates(0, 0, 20))));
        chat("-1");
        Article first = announce("Tin 0");
        for (int i = 1; i <= 24; i++) {
            announce("Tin " + i);
        }
        dispatcher.run();
        republished(first, "Tin 0, đăng lại");
        pass(Duration.ofMinutes(2), Duration.ofSeconds(30));
        corrector().run();
        assertThat(channel.said()).hasSize(2);
        assertThat(edits()).singleElement().satisfies(said -> {
            assertThat(said.text()).contains("\n\n1. Tin 0\nCũng đăng tại: x.gov.vn\n\n2. Tin 1\n");
            assertThat(said.message().text().spans())
                    .filteredOn(span -> span.link().isPresent())
                    .hasSize(25);
        });
    }

    @Test
    void a_digest_without_room_for_the_line_is_left_as_it_is() {
        use(new ScriptedMessenger(new Capabilities(230, 0, true, true, true, true, Rates.UNLIMITED)));
        digestsAt(chat("-1"), "17:30");
        Article first = announce("Tin một " + "rất dài ".repeat(5));
        announce("Tin hai " + "rất dài ".repeat(3));
        clock.pass(Duration.ofHours(1));
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        republished(first, "Tin một, đăng lại");
        corrector().run();
        dispatcher.run();
        assertThat(channel.said()).allSatisfy(said -> assertThat(said.text()).doesNotContain("Cũng đăng tại"));
        assertThat(channel.said()).filteredOn(said -> said.replaces() == null).hasSize(1);
    }

    @Test
    void a_channel_that_cannot_edit_still_names_it_in_a_digest_that_waits() {
        use(new ScriptedMessenger(new Capabilities(2000, 0, false, false, false, false, Rates.UNLIMITED)));
        digestsAt(chat("-1"), "17:30");
        Article first = announce("Tin một");
        announce("Tin hai");
        Article copy = republished(first, "Tin một, đăng lại");
        clock.pass(Duration.ofHours(1));
        dispatcher.run();
        assertThat(channel.said())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).contains("\nCũng đăng tại: x.gov.vn " + copy.url() + "\n"));
        republished(first, "Tin một, đăng lại nữa");
        dispatcher.run();
        corrector().run();
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
    }
}
