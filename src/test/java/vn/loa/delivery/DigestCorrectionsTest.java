package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.model.Difference.Part;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.SpeakingTimes;
import vn.loa.model.Summary;

/** Corrections on a channel that cannot change messages wait for the next digest. It is Monday 9 March 2026, 6:00. */
class DigestCorrectionsTest extends DeliveryFixture {
    private static final SpeakingTimes TWICE =
            SpeakingTimes.USUAL.withDigests(List.of(LocalTime.of(7, 0), LocalTime.of(16, 30)));

    private Article article;

    @BeforeEach
    void a_digest_has_told_an_article() {
        use(new ScriptedMessenger(new Capabilities(4096, 0, false, false, false, true, Rates.UNLIMITED)));
        set("2026-03-09T06:00");
        stores.speaking().set(chat("-1").id(), TWICE, new PersonId(Platform.TELEGRAM, "7"), clock.instant());
        article = announce("Tin một");
        runAt("2026-03-09T07:00");
        assertThat(channel.saidTo("-1")).hasSize(1);
    }

    private void corrected(String was, String becomes) {
        edited(was, becomes);
        corrector().run();
    }

    private void edited(String was, String becomes) {
        stores.articles().revise(article.id(), article("Tin một", Optional.empty()), clock.instant());
        stores.corrections()
                .edited(
                        article.id(),
                        Set.of(Change.DEADLINE),
                        List.of(new Difference(Part.DEADLINE, was, becomes)),
                        clock.instant());
    }

    private void runAt(String civil) {
        set(civil);
        dispatcher.run();
    }

    private void set(String civil) {
        clock.set(LocalDateTime.parse(civil).atZone(ZONE).toInstant());
    }

    private void pass(String time) {
        runAt(time);
        corrector().run();
        dispatcher.run();
    }

    private void waits(String title) {
        announce(title);
        dispatcher.run();
    }

    private List<String> since() {
        return channel.saidTo("-1").subList(1, channel.saidTo("-1").size());
    }

    @Test
    void the_next_digest_tells_the_correction_once_summed_up_and_nothing_else_does() {
        set("2026-03-09T08:00");
        waits("Tin hai");
        corrected("15/11/2026", "18/11/2026");
        set("2026-03-09T09:00");
        corrected("18/11/2026", "20/11/2026");
        pass("2026-03-09T16:00");
        assertThat(since()).isEmpty();
        pass("2026-03-09T16:30");
        assertThat(since())
                .singleElement()
                .satisfies(digest -> assertThat(digest)
                        .contains("Đính chính tin đã gửi:\n• Tin một: hạn: 15/11 → 20/11", "1. Tin hai"));
        pass("2026-03-09T16:45");
        announce("Tin ba");
        pass("2026-03-10T07:00");
        assertThat(since()).hasSize(2);
        assertThat(since().get(1)).contains("Tin ba").doesNotContain("Đính chính");
    }

    @Test
    void without_a_digest_it_goes_by_itself() {
        set("2026-03-09T08:00");
        corrected("15/11/2026", "20/11/2026");
        dispatcher.run();
        assertThat(since()).singleElement().satisfies(text -> assertThat(text).startsWith("Đính chính (thời hạn)"));
        announce("Tin hai");
        pass("2026-03-09T16:30");
        assertThat(since().get(1)).doesNotContain("Đính chính");
    }

    @Test
    void what_takes_place_before_the_digest_does_not_wait_for_it() {
        set("2026-03-09T08:00");
        waits("Tin hai");
        edited("15/11/2026", "20/11/2026");
        stores.articles()
                .resummarize(article.id(), new Summary(List.of("Tin."), Optional.of(LocalDate.of(2026, 3, 9))));
        corrector().run();
        dispatcher.run();
        assertThat(since()).singleElement().satisfies(text -> assertThat(text).startsWith("Đính chính (thời hạn)"));
    }

    @Test
    void a_correction_after_the_digest_was_worded_comes_later() {
        set("2026-03-09T08:00");
        waits("Tin hai");
        corrected("15/11/2026", "18/11/2026");
        runAt("2026-03-09T16:30");
        corrected("18/11/2026", "20/11/2026");
        pass("2026-03-09T16:45");
        assertThat(since()).hasSize(2);
        assertThat(since().get(1)).startsWith("Đính chính (thời hạn)").contains("18/11 → 20/11");
    }

    @Test
    void a_digest_that_may_not_have_arrived_is_waited_for_and_a_restart_forgets_nothing() {
        set("2026-03-09T08:00");
        waits("Tin hai");
        corrected("15/11/2026", "20/11/2026");
        channel.then("-1", new Unknown("timed out"));
        runAt("2026-03-09T16:30");
        restart();
        clock.pass(Duration.ofMinutes(11));
        corrector().run();
        clock.pass(Duration.ofHours(3));
        dispatcher.run();
        corrector().run();
        dispatcher.run();
        assertThat(channel.saidTo("-1").stream().filter(text -> text.contains("Đính chính (")))
                .isEmpty();
    }

    /** Titles of 120 characters, of which a channel of 2,000 carries some. */
    private static String longTitle(int number) {
        return "Văn bản " + number + " " + "về việc rà soát hồ sơ ".repeat(5);
    }

    private Article longNews(String title) {
        Article news = announce(title + " về việc rà soát hồ sơ".repeat(8));
        stores.articles()
                .resummarize(news.id(), new Summary(List.of("Xã thông báo lịch. ".repeat(16)), Optional.empty()));
        return news;
    }

    private List<Article> manyTold() {
        use(new ScriptedMessenger(new Capabilities(2000, 0, false, false, false, true, Rates.UNLIMITED)));
        List<Article> told =
                IntStream.range(1, 9).mapToObj(i -> announce(longTitle(i))).toList();
        runAt("2026-03-09T16:30");
        dispatcher.run();
        assertThat(String.join("", channel.saidTo("-1"))).contains("Văn bản 8");
        channel.said().clear();
        return told;
    }

    private void retitled(List<Article> told) {
        told.forEach(each -> {
            String title = each.content().title().replace("Văn bản", "Công văn");
            stores.articles().revise(each.id(), article(title, Optional.empty()), clock.instant());
            Difference difference = new Difference(Part.PLACE, "Hội trường " + title, "Nhà văn hóa " + title);
            stores.corrections()
                    .edited(each.id(), Set.of(Change.TITLE, Change.PLACE), List.of(difference), clock.instant());
        });
        corrector().run();
    }

    @Test
    void many_corrections_leave_the_articles_their_room_and_each_is_told_once_at_last() {
        List<Article> told = manyTold();
        set("2026-03-10T06:00");
        Article news = longNews("Tin mới");
        dispatcher.run();
        retitled(told);
        List<String> said = new ArrayList<>();
        List<String> times = List.of("2026-03-10T07:00", "2026-03-10T16:30", "2026-03-11T07:00", "2026-03-11T16:30");
        for (String time : times) {
            channel.said().clear();
            pass(time);
            assertThat(channel.saidTo("-1").get(0))
                    .hasSizeLessThanOrEqualTo(2000)
                    .contains(news.url().toString());
            set(time.replace(":00", ":20").replace(":30", ":50"));
            news = longNews("Tin sau " + time);
            dispatcher.run();
            corrector().run();
            dispatcher.run();
            said.addAll(channel.saidTo("-1"));
        }

        IntStream.range(1, 9)
                .forEach(i -> assertThat(said)
                        .filteredOn(text -> text.contains("Công văn " + i + " "))
                        .hasSize(1));
    }

    @Test
    void a_refused_digest_has_told_no_correction() {
        set("2026-03-09T08:00");
        waits("Tin hai");
        waits("Tin ba");
        corrected("15/11/2026", "20/11/2026");
        channel.then("-1", new Rejected("bad request"));
        pass("2026-03-09T16:30");
        pass("2026-03-09T16:31");
        assertThat(since().stream().filter(text -> !text.contains("Đính chính")))
                .hasSize(2);
        pass("2026-03-09T18:00");
        assertThat(since())
                .last()
                .asString()
                .startsWith("Đính chính (thời hạn)")
                .contains("15/11 → 20/11");
        pass("2026-03-10T07:00");
        assertThat(String.join("\n", since()))
                .satisfies(text -> assertThat(text.split("15/11 → 20/11")).hasSize(3));
    }
}
