package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.model.Difference.Part;
import vn.loa.model.RichText;

/** What becomes of a message whose article is edited or withdrawn afterwards. The clock begins at 17:00 in Hà Nội. */
class CorrectorTest extends DeliveryFixture {
    private void correct() {
        corrector().run();
    }

    private Article announced(String title) {
        Article article = announce(title);
        dispatcher.run();
        return article;
    }

    private void edit(Article article, String title, Change... changes) {
        stores.articles().revise(article.id(), article(title, Optional.empty()), clock.instant());
        stores.corrections().edited(article.id(), Set.of(changes), clock.instant());
    }

    private void withdraw(Article article) {
        stores.articles().withdraw(article.id());
        stores.corrections().edited(article.id(), Set.of(Change.WITHDRAWN), clock.instant());
    }

    private List<Said> edits() {
        return channel.said().stream().filter(said -> said.replaces() != null).toList();
    }

    @Test
    void an_edited_article_changes_the_message_and_tells_when() {
        chat("-1");
        Article article = announced("Tin một");
        clock.pass(Duration.ofMinutes(15));
        edit(article, "Tin một, đã sửa", Change.TITLE);
        correct();
        correct();
        assertThat(edits()).singleElement().satisfies(said -> {
            assertThat(said.replaces()).isEqualTo("m1");
            assertThat(said.text())
                    .startsWith(
                            "Tin một, đã sửa\nSự kiện: 8/3/2026 · Đăng: 9/3/2026 17:00 · đã cập nhật 17:15\n\nCâu một.");
            assertThat(said.message().buttons()).hasSize(1);
        });
    }

    @Test
    void the_message_says_what_changed_over_several_edits_the_most_important_first_and_three_at_most() {
        chat("-1");
        Article article = announced("Tin một");
        differ(article, new Difference(Part.DEADLINE, "15/11/2026", "18/11/2026"));
        differ(
                article,
                new Difference(Part.DEADLINE, "18/11/2026", "20/11/2026"),
                new Difference(Part.FILES, "a", "a\nb"),
                new Difference(Part.PUBLISHED, "1/11/2026", "2/11/2026"),
                new Difference(Part.PLACE, "Hội trường A", "Nhà văn hóa"));
        correct();
        assertThat(edits())
                .last()
                .satisfies(said -> assertThat(said.text())
                        .contains(
                                "đã cập nhật 17:00\nThay đổi: hạn: 15/11 → 20/11; địa điểm: Hội trường A → Nhà văn hóa;"
                                        + " thêm 1 tệp\n"));
    }

    @Test
    void a_change_that_was_taken_back_is_not_told() {
        chat("-1");
        Article article = announced("Tin một");
        differ(article, new Difference(Part.TIME, "7:30", "8:00"));
        differ(article, new Difference(Part.TIME, "8:00", "7:30"));
        correct();
        assertThat(edits()).last().satisfies(said -> assertThat(said.text()).doesNotContain("Thay đổi"));
    }

    private void differ(Article article, Difference... differences) {
        stores.articles().revise(article.id(), article("Tin một", Optional.empty()), clock.instant());
        stores.corrections().edited(article.id(), Set.of(Change.TEXT), List.of(differences), clock.instant());
    }

    @Test
    void on_another_day_the_date_of_the_change_is_told_too() {
        chat("-1");
        Article article = announced("Tin một");
        edit(article, "Tin một, đã sửa", Change.TITLE);
        clock.pass(Duration.ofDays(1));
        correct();
        assertThat(edits().get(0).text()).contains("đã cập nhật 9/3/2026 17:00");
    }

    @Test
    void a_withdrawn_article_is_struck_says_so_and_loses_its_button() {
        chat("-1");
        Article article = announced("Tin một");
        withdraw(article);
        correct();
        Said said = edits().get(0);
        assertThat(said.text()).startsWith("Tin một\nCổng thông tin đã gỡ bài này (17:00).");
        assertThat(said.message().text().spans().get(0).style()).isEqualTo(RichText.Style.STRIKE);
        assertThat(said.message().buttons()).isEmpty();
    }

    @Test
    void an_edit_that_nobody_sees_changes_no_message() {
        chat("-1");
        Article article = announced("Tin một");
        edit(article, "Tin một");
        correct();
        assertThat(edits()).isEmpty();
        edit(article, "Tin một, đã sửa", Change.TITLE);
        correct();
        assertThat(edits()).hasSize(1);
    }

    @Test
    void several_edits_that_wait_become_one_with_the_newest_text() {
        chat("-1");
        Article article = announced("Tin một");
        edit(article, "Bản hai", Change.TITLE);
        edit(article, "Bản ba", Change.TEXT);
        correct();
        assertThat(edits())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).startsWith("Bản ba\n"));
    }

    @Test
    void what_was_edited_while_it_was_sent_is_corrected_afterwards() {
        chat("-1");
        Article article = announce("Tin một");
        channel.then("-1", () -> {
            edit(article, "Tin một, đã sửa", Change.TITLE);
            return new SendResult.Sent("m1");
        });
        dispatcher.run();
        correct();
        assertThat(edits())
                .singleElement()
                .satisfies(said -> assertThat(said.replaces()).isEqualTo("m1"));
    }

    @Test
    void what_was_edited_before_it_was_sent_needs_no_correction() {
        chat("-1");
        Article article = announce("Tin một");
        edit(article, "Tin một, đã sửa", Change.TITLE);
        dispatcher.run();
        correct();
        assertThat(channel.said())
                .singleElement()
                .satisfies(said ->
                        assertThat(said.text()).startsWith("Tin một, đã sửa\n").doesNotContain("cập nhật"));
    }

    @Test
    void where_the_message_cannot_be_changed_one_short_correction_follows_if_it_matters() {
        chat("-1");
        Article article = announced("Tin một");
        channel.then("-1", new Rejected("message can't be edited"));
        edit(article, "Tin một, đã sửa", Change.TITLE, Change.EVENT, Change.TEXT);
        correct();
        dispatcher.run();
        correct();
        dispatcher.run();
        assertThat(channel.said()).hasSize(3);
        assertThat(channel.said().get(2).text())
                .startsWith("Đính chính (tiêu đề, ngày diễn ra):\nTin một, đã sửa\nSự kiện: 8/3/2026");
    }

    @Test
    void a_corrected_deadline_matters() {
        chat("-1");
        Article article = announced("Tin một");
        channel.then("-1", new Rejected("message can't be edited"));
        edit(article, "Tin một", Change.DEADLINE);
        correct();
        dispatcher.run();
        assertThat(channel.said().get(2).text()).startsWith("Đính chính (thời hạn):\nTin một\n");
    }

    @Test
    void where_only_the_text_changed_no_message_follows() {
        chat("-1");
        Article article = announced("Tin một");
        channel.then("-1", new Rejected("message to edit not found"));
        edit(article, "Tin một", Change.TEXT);
        correct();
        dispatcher.run();
        correct();
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void a_channel_that_cannot_edit_is_told_shortly() {
        use(new ScriptedMessenger(new Capabilities(4096, 0, false, false, false, true, Rates.UNLIMITED)));
        chat("-1");
        Article article = announced("Tin một");
        withdraw(article);
        correct();
        dispatcher.run();
        assertThat(edits()).isEmpty();
        assertThat(channel.said().get(1).text()).contains("Cổng thông tin đã gỡ bài này");
    }

    @Test
    void a_message_of_many_articles_tells_all_that_happened_to_them_by_one_edit() {
        use(new ScriptedMessenger(new Capabilities(4096, 0, true, true, true, true, new Rates(0, 0, 20))));
        chat("-1");
        Article first = announce("Tin một");
        Article second = announce("Tin hai");
        Article third = announce("Tin 3");
        for (int i = 4; i <= 25; i++) {
            announce("Tin " + i);
        }
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        edit(first, "Tin một, đã sửa", Change.TITLE);
        edit(second, "Tin hai, đã sửa", Change.TEXT);
        withdraw(third);
        correct();
        correct();
        assertThat(edits()).singleElement().satisfies(said -> {
            assertThat(said.replaces()).isEqualTo("m1");
            assertThat(said.text())
                    .startsWith("Có 25 tin mới:\n\n1. Tin một, đã sửa (đã cập nhật 17:00)\n\n2. Tin hai, đã sửa")
                    .contains("3. Tin 3\nCổng thông tin đã gỡ bài này (17:00).\n\n4. Tin 4\n\n5. Tin 5");
        });
    }

    @Test
    void a_message_of_many_articles_that_would_grow_too_long_is_followed_by_a_short_correction() {
        use(new ScriptedMessenger(new Capabilities(4096, 0, true, true, true, true, new Rates(0, 0, 20))));
        chat("-1");
        Article first = announce("Tin một");
        for (int i = 2; i <= 25; i++) {
            announce("Tin " + i + " rất dài".repeat(19));
        }
        dispatcher.run();
        edit(first, "Tin một, đã sửa" + " rất dài".repeat(40), Change.TITLE);
        correct();
        dispatcher.run();
        assertThat(edits()).isEmpty();
        assertThat(channel.said().get(1).text()).startsWith("Đính chính (tiêu đề):\nTin một, đã sửa");
    }

    @Test
    void an_edit_that_failed_is_tried_again_also_by_the_next_program() {
        chat("-1");
        Article article = announced("Tin một");
        channel.then("-1", new NotSent("502"));
        channel.then("-1", new Unknown("cut"));
        edit(article, "Tin một, đã sửa", Change.TITLE);
        correct();
        correct();
        assertThat(edits()).hasSize(1);
        restart();
        clock.pass(Duration.ofMinutes(2));
        correct();
        clock.pass(Duration.ofMinutes(5));
        correct();
        clock.pass(Duration.ofHours(5));
        correct();
        assertThat(edits()).hasSize(3);
    }

    @Test
    void an_edit_waits_as_long_as_the_chat_was_told_to() {
        chat("-1");
        Article article = announced("Tin một");
        channel.then("-1", new RetryAfter(Duration.ofSeconds(30), RetryAfter.Scope.CHAT));
        edit(article, "Tin một, đã sửa", Change.TITLE);
        correct();
        clock.pass(Duration.ofSeconds(20));
        correct();
        assertThat(edits()).hasSize(1);
        clock.pass(Duration.ofSeconds(11));
        correct();
        assertThat(edits()).hasSize(2);
    }

    @Test
    void edits_keep_to_a_chats_limits_like_messages() {
        ticks = clock::nanos;
        use(new ScriptedMessenger(new Capabilities(4096, 0, true, true, true, true, new Rates(0, 0, 2))));
        chat("-1");
        Article one = announced("Tin một");
        Article two = announced("Tin hai");
        edit(one, "Tin một, đã sửa", Change.TITLE);
        edit(two, "Tin hai, đã sửa", Change.TITLE);
        correct();
        assertThat(edits()).isEmpty();
        clock.pass(Duration.ofSeconds(62));
        correct();
        assertThat(edits()).hasSize(2);
    }
}
