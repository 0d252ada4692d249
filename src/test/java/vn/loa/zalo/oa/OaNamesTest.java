package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.chat.PersonalDataStore;
import vn.loa.store.chat.RoleStore;
import vn.loa.waiting.TestPatience;

/** An Official Account's events tell only numbers; Loa asks how people are called, once, and lets nobody wait for it. */
class OaNamesTest {
    private static final Optional<String> IN_GROUP = Optional.of(OaRig.GROUP);

    @TempDir
    private Path folder;

    private OaRig rig;
    private RoleStore people;
    private OaNames names;

    @BeforeEach
    void start() throws IOException {
        rig = new OaRig(folder);
        people = new RoleStore(rig.database);
        names = rig.channel.names(people, () -> Duration.ofMillis(50));
    }

    @AfterEach
    void stop() {
        names.close();
        rig.close();
    }

    private static PersonId person(String id) {
        return new PersonId(Platform.ZALO, id);
    }

    private String asked(String id, Optional<String> group) {
        names.of(person(id), group);
        await().atMost(TestPatience.LIMIT)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> people.askedName(person(id))
                        .flatMap(RoleStore.AskedName::at)
                        .filter(at -> !at.isBefore(rig.instant().minus(Duration.ofDays(1))))
                        .isPresent());
        return names.of(person(id), group);
    }

    private long questions(String method) {
        return rig.zalo.calls().stream().filter(method::equals).count();
    }

    @Test
    void a_follower_and_a_member_of_a_group_have_names_and_each_is_asked_for_once_also_after_a_restart() {
        rig.zalo.follower("11", "Hòa");
        rig.zalo.member("12", "Lan");
        for (int i = 0; i < 3; i++) {
            assertThat(asked("11", Optional.empty())).isEqualTo("Hòa");
            assertThat(asked("12", IN_GROUP)).isEqualTo("Lan");
            assertThat(asked("13", Optional.empty())).isEmpty();
            names.close();
            names = rig.channel.names(people, () -> Duration.ofMillis(50));
        }
        assertThat(questions("detail")).isEqualTo(3);
        assertThat(questions("members")).isEqualTo(1);
    }

    @Test
    void somebody_without_a_name_is_asked_for_again_after_a_day_and_others_after_a_month() {
        rig.zalo.follower("11", "Hòa");
        asked("11", Optional.empty());
        asked("13", Optional.empty());
        rig.zalo.follower("13", "Minh");
        rig.zalo.follower("11", "Hòa Trưởng thôn");
        rig.pass(Duration.ofDays(2));
        assertThat(asked("13", Optional.empty())).isEqualTo("Minh");
        assertThat(names.of(person("11"), Optional.empty())).isEqualTo("Hòa");
        rig.pass(Duration.ofDays(31));
        assertThat(asked("11", Optional.empty())).isEqualTo("Hòa Trưởng thôn");
    }

    @Test
    void a_zalo_that_does_not_answer_holds_nobody_up_and_is_waited_for_once() {
        rig.zalo.follower("11", "Hòa");
        rig.zalo.faults().on("detail").always().hangBefore();
        AtomicInteger waits = new AtomicInteger();
        names.close();
        names = rig.channel.names(people, () -> Duration.ofMillis(waits.incrementAndGet()));
        for (int i = 0; i < 5; i++) {
            assertThat(names.of(person("1" + i), IN_GROUP)).isEmpty();
        }
        assertThat(waits).hasValue(1);
    }

    @Test
    void somebody_erased_while_zalo_is_asked_stays_erased() {
        PersonId lan = person("12");
        people.seen(lan, "", rig.instant());
        new PersonalDataStore(rig.database, () -> "x").erase(lan);
        people.told(lan, "Lan", rig.instant());
        assertThat(people.known(lan)).isEmpty();
    }

    @Test
    void a_zalo_that_is_down_says_of_nobody_that_there_is_no_name() {
        rig.zalo.follower("11", "Hòa");
        rig.zalo.faults().on("detail").page(502);
        rig.zalo.faults().on("members").page(502);
        names.close();
        names = rig.channel.names(people, () -> TestPatience.LIMIT);
        assertThat(names.of(person("11"), IN_GROUP)).isEmpty();
        assertThat(people.askedName(person("11")).orElseThrow().at()).isEmpty();
        rig.zalo.faults().clear();
        names.close();
        names = rig.channel.names(people, () -> TestPatience.LIMIT);
        assertThat(names.of(person("11"), IN_GROUP)).isEqualTo("Hòa");
    }

    @Test
    void a_name_without_end_is_cut() {
        rig.zalo.follower("11", "Hòa".repeat(100));
        assertThat(asked("11", Optional.empty())).hasSize(100);
    }

    @Test
    void names_of_members_who_said_nothing_are_not_kept_and_those_of_the_erased_are_gone() {
        rig.zalo.member("12", "Lan");
        rig.zalo.member("14", "Mai");
        asked("12", IN_GROUP);
        assertThat(people.known(person("14"))).isEmpty();
        PersonalDataStore data = new PersonalDataStore(rig.database, () -> "x");
        assertThat(data.of(person("12")).names()).containsExactly("Lan");
        data.erase(person("12"));
        assertThat(people.askedName(person("12"))).isEmpty();
    }

    @Test
    void a_name_is_forgotten_like_all_names_after_the_retention() {
        rig.zalo.follower("11", "Hòa");
        asked("11", Optional.empty());
        new PersonalDataStore(rig.database, () -> "x").forgetNames(rig.instant().plus(Duration.ofDays(1)));
        assertThat(people.askedName(person("11")).orElseThrow().name()).isEmpty();
    }
}
