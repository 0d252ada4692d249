package vn.loa.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.Cases;

/** Each situation of the shared cases is held by a test. */
class ZaloCasesTest {
    private static final Map<String, String> HELD_BY = Map.of(
            "z-oa-kill",
            "vn.loa.zalo.oa.OaWebhookTest"
                    + "#what_was_answered_well_and_not_handled_before_a_kill_is_handled_in_order_after_it",
            "z-first-word-is-code",
            "vn.loa.app.ZaloEndToEndTest#a_village_leader_brings_the_bot_in_by_four_steps_and_nobody_is_asked",
            "z-bare-code",
            "vn.loa.command.chat.InvitationTest#a_code_is_enough_bare_in_any_case_and_with_courtesies",
            "z-group-instructions",
            "vn.loa.phrases.MentionWordingTest#no_phrase_asks_a_group_for_what_it_would_not_hear",
            "z-photo-thongbao",
            "vn.loa.app.ZaloEndToEndTest"
                    + "#a_picture_for_an_announcement_goes_by_its_address_and_what_says_nothing_is_answered",
            "z-photo-nothing",
            "vn.loa.app.ZaloEndToEndTest"
                    + "#a_picture_for_an_announcement_goes_by_its_address_and_what_says_nothing_is_answered",
            "z-oa-218",
            "vn.loa.delivery.WindowClosedTest#news_wait_for_the_person_and_are_refused_once_a_day",
            "z-courtesy-noise",
            "vn.loa.app.ZaloEndToEndTest#chatter_and_courtesies_spend_no_message_of_the_month_that_news_need",
            "z-dead-bot",
            "vn.loa.app.BotAlarmTest"
                    + "#operators_are_told_once_which_groups_are_cut_off_and_once_when_the_bot_is_well_again");

    @Test
    void every_case_is_held_by_a_test_that_exists() {
        assertThat(Cases.read("zalo.jsonl").map(each -> each.text("id")))
                .containsExactlyInAnyOrderElementsOf(HELD_BY.keySet());
        assertThat(HELD_BY.values()).allSatisfy(test -> {
            String[] parts = test.split("#");
            assertThat(Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                            .map(method -> method.getName()))
                    .contains(parts[1]);
        });
    }
}
