package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.QuietHours;
import vn.loa.model.SpeakingTimes;

/** A bot whose plan allows ten messages a month, on the last day of March. */
class BudgetTest extends DeliveryFixture {
    private Budget plan;

    @BeforeEach
    void lastDay() {
        set("2026-03-31T10:00");
        quiet = quiet.withMode(QuietHours.Mode.HELD);
        plan = plan(10);
    }

    private void set(String civil) {
        clock.set(LocalDateTime.parse(civil).atZone(ZONE).toInstant());
    }

    private void runAt(String civil) {
        set(civil);
        dispatcher.run();
    }

    private void spend(int messages) {
        for (int i = 0; i < messages; i++) {
            plan.spend();
        }
    }

    @Test
    void operators_are_warned_once_a_month_when_four_fifths_are_spent() {
        spend(7);
        assertThat(plan.spend()).isTrue();
        assertThat(plan.spend()).isFalse();
        set("2026-04-01T00:00");
        assertThat(plan.spent()).isZero();
        spend(7);
        assertThat(plan.spend()).isTrue();
    }

    @Test
    void the_forecast_goes_on_as_the_month_began() {
        set("2026-04-10T10:00");
        spend(4);
        assertThat(plan.forecast()).isEqualTo(12);
    }

    @Test
    void answers_have_a_fifth_of_the_month_and_news_go_on_when_it_is_spent() {
        assertThat(plan.mayAnswer()).isTrue();
        spend(2);
        plan.answered(2);
        assertThat(plan.mayAnswer()).isFalse();
        assertThat(plan.tight()).as("news go on").isFalse();
        assertThat(plan.tellAnswersSpent()).isTrue();
        assertThat(plan.tellAnswersSpent()).isFalse();
        set("2026-04-01T00:00");
        assertThat(plan.mayAnswer()).isTrue();
    }

    @Test
    void the_forecast_lets_answers_grow_no_further_than_their_share() {
        set("2026-04-10T10:00");
        spend(5);
        plan.answered(2);
        assertThat(plan.forecast()).isEqualTo(9 + 2);
    }

    @Test
    void a_plan_without_a_limit_answers_everybody() {
        Budget free = plan(0);
        free.answered(1_000);
        assertThat(free.mayAnswer()).isTrue();
    }

    @Test
    void ordinary_news_go_while_less_than_nineteen_twentieths_are_spent() {
        chat("-1");
        spend(9);
        announce("Tin 1");
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void when_nearly_all_is_spent_ordinary_news_wait_for_the_new_month_and_the_end_of_its_first_night() {
        Chat chat = chat("-1");
        spend(10);
        announce("Tin 1");
        announce("Khẩn", Priority.URGENT);
        notice("Trả lời", chat);
        dispatcher.run();
        assertThat(channel.saidTo("-1")).hasSize(2).noneMatch(said -> said.startsWith("Tin 1"));
        runAt("2026-04-01T00:00");
        runAt("2026-04-01T05:59");
        assertThat(channel.said()).hasSize(2);
        runAt("2026-04-01T06:00");
        assertThat(channel.saidTo("-1")).hasSize(3).last().asString().startsWith("Tin 1");
    }

    @Test
    void digests_of_a_spent_month_are_told_at_the_first_digest_of_the_new_one_whatever_the_quiet_hours() {
        quiet = quiet.withMode(QuietHours.Mode.OFF);
        plan = plan(10);
        Chat chat = chat("-1");
        SpeakingTimes daily = SpeakingTimes.USUAL.withDigests(List.of(LocalTime.of(16, 30)));
        stores.speaking().set(chat.id(), daily, new PersonId(Platform.TELEGRAM, "7"), clock.instant());
        spend(10);
        announce("Tin 1");
        announce("Tin 2");
        runAt("2026-03-31T16:30");
        runAt("2026-04-01T00:00");
        runAt("2026-04-01T16:29");
        assertThat(channel.said()).isEmpty();
        runAt("2026-04-01T16:30");
        assertThat(channel.saidTo("-1")).singleElement().asString().contains("2 tin mới", "Tin 1", "Tin 2");
    }
}
