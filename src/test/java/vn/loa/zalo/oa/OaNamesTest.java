package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Official Account's events tell only numbers; Loa asks how people are called. */
class OaNamesTest {
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

    private long questions(String method) {
        return rig.zalo.calls().stream().filter(method::equals).count();
    }

    @Test
    void a_follower_and_a_member_of_a_group_have_names_and_each_is_asked_for_once_a_day() {
        rig.zalo.follower("11", "Hòa");
        rig.zalo.member("12", "Lan");
        OaNames names = rig.channel.names();
        for (int i = 0; i < 3; i++) {
            assertThat(names.of("11", Optional.empty())).isEqualTo("Hòa");
            assertThat(names.of("12", Optional.of(OaRig.GROUP))).isEqualTo("Lan");
            assertThat(names.of("13", Optional.empty())).isEmpty();
        }
        assertThat(questions("detail")).isEqualTo(3);
        assertThat(questions("members")).isEqualTo(1);
        rig.zalo.follower("13", "Minh");
        rig.pass(Duration.ofDays(2));
        assertThat(names.of("13", Optional.empty())).isEqualTo("Minh");
    }
}
