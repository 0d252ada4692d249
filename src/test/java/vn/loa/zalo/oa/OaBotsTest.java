package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.BudgetStore;

/** Claims on refresh tokens over the lives of a program. */
class OaBotsTest {
    private static final String TOKEN = "refresh-of-tests";

    @TempDir
    private Path folder;

    private OaRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new OaRig(folder);
        rig.store.begin(OaRig.BOT, TOKEN);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private OaBots life() {
        OaReceiver.Context nobody = new OaReceiver.Context(null, null, null, null, null, null, null, null);
        return new OaBots(
                nobody, rig.memory(), new BudgetStore(rig.database), ZoneOffset.UTC, Phrases.vietnamese(), rig);
    }

    private boolean claim() {
        return rig.store.claim(OaRig.BOT, TOKEN, rig.instant(), rig.instant().plusSeconds(120));
    }

    @Test
    void only_the_first_making_of_an_account_drops_a_claim_for_later_ones_are_of_the_living() {
        assertThat(claim()).isTrue();
        OaBots life = life();
        life.bot(rig.account, OaRig.options(true));
        assertThat(claim()).as("our former life's is dropped").isEqualTo(!rig.database.onServer());
        life.bot(rig.account, OaRig.options(true));
        assertThat(claim()).as("the living one's is kept").isFalse();
    }
}
