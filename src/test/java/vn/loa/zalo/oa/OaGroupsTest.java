package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.bot.GroupPlaces;

class OaGroupsTest {
    @TempDir
    private Path folder;

    private OaRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new OaRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void an_operator_sees_each_group_with_what_it_is_bound_by() throws OaException {
        rig.zalo.group("expired", "Thôn Đoài", 7, false);

        assertThat(rig.channel.groups().list())
                .containsExactly(
                        new OaGroup(OaRig.GROUP, "Thôn Đông", 42, true), new OaGroup("expired", "Thôn Đoài", 7, false));
    }

    @Test
    void the_groups_that_were_bought_are_counted_and_nothing_is_told_when_the_question_fails() {
        assertThat(rig.channel.groups().places()).isEmpty();
        rig.zalo
                .faults()
                .on("quota-group")
                .always()
                .body(
                        200,
                        "{\"error\":0,\"data\":[{\"asset_id\":\"a\",\"status\":\"used\"},"
                                + "{\"asset_id\":\"b\",\"status\":\"available\"}]}");
        assertThat(rig.channel.groups().places()).contains(new GroupPlaces(1, 2));
    }

    @Test
    void many_groups_come_in_several_pages() throws OaException {
        for (int i = 0; i < 120; i++) {
            rig.zalo.group("g" + i, "Thôn " + i, i, true);
        }

        assertThat(rig.channel.groups().list())
                .hasSize(121)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(new OaGroup("g119", "Thôn 119", 119, true));
        assertThat(rig.zalo.calls()).containsExactly("token", "groups", "groups", "groups");
    }

    @Test
    void a_list_without_a_total_that_tells_the_same_for_ever_comes_to_an_end() throws OaException {
        rig.zalo
                .faults()
                .on("groups")
                .always()
                .body(200, "{\"error\":0,\"data\":{\"groups\":[{\"group_id\":\"a\"},{\"name\":\"không số\"}]}}");

        assertThat(rig.channel.groups().list()).containsExactly(new OaGroup("a", "", 0, false));
        assertThat(rig.zalo.calls()).hasSize(3);
    }

    @Test
    void no_groups_are_an_empty_list() throws OaException {
        rig.zalo.faults().on("groups").body(200, "{\"error\":0}");

        assertThat(rig.channel.groups().list()).isEmpty();
    }

    @Test
    void when_zalo_does_not_tell_them_all_the_reason_is_told() {
        rig.zalo.faults().on("groups").refuse(-221, "...");
        assertThatThrownBy(() -> rig.channel.groups().list())
                .isInstanceOf(OaException.class)
                .hasMessage("Zalo does not tell the groups: error -221, the Official Account is not verified");

        rig.zalo.faults().on("groups").times(9).cutBefore();
        assertThatThrownBy(() -> rig.channel.groups().list())
                .isInstanceOf(OaException.class)
                .hasMessageContaining("no answer");
    }
}
