package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** {@code kill -9} at random points of a broadcast. */
@Order(1)
class KillIT extends ProofFixture {
    private static final int CHATS = Integer.getInteger("loa.proof.chats", 2_000);
    private static final long SEED = Long.getLong("loa.proof.seed", 20_261_101);
    private static final int KILLS = Integer.getInteger("loa.proof.kills", 8);

    @Test
    void kills_lose_nothing_and_repeat_only_what_was_under_way(TestReporter reporter) throws IOException {
        ground.seat(CHATS);
        ground.portal().publish(1, "Tin cũ");
        LoaProcess program = ground.start();
        program.awaitLine("first check, in silence");
        ground.portal().publish(2, "Ra quân Chủ nhật xanh");
        int underWay = 0;
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        Evidence before = ground.evidence();
        for (int point : points()) {
            // What was under way at two deaths may have arrived and is not sent again, so it may never be reached.
            ground.awaitReached(point - twice.size());
            program.kill();
            Evidence atDeath = ground.evidence();
            assertThat(atDeath.untoldSince(before))
                    .as("under way at point %d, seed %d", point, SEED)
                    .hasSizeLessThanOrEqualTo(Ground.senders());
            assertThat(atDeath.invented()).as("invented at point %d", point).isEmpty();
            underWay += atDeath.untoldSince(before).size();
            assertThat(atDeath.begun()).as("begun at point %d", point).hasSizeLessThanOrEqualTo(Ground.senders());
            atDeath.begun().stream().filter(chat -> !once.add(chat)).forEach(twice::add);
            before = atDeath;
            program = ground.start();
        }
        assertThat(ground.finishAfterDeaths(program, twice).repeated())
                .as("repeated, seed %d", SEED)
                .isLessThanOrEqualTo(underWay);
    }

    private static List<Integer> points() {
        return new Random(SEED).ints(1, CHATS).limit(KILLS).sorted().boxed().toList();
    }
}
