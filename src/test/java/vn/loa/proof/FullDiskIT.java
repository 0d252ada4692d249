package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The disk fills up in the middle of a broadcast. */
@Order(2)
class FullDiskIT extends ProofFixture {
    private static final int CHATS = 600;
    /** More than the program needs to start (SQLite unpacks its library), less than the broadcast's journal grows to. */
    private static final int KIBIBYTES = 1_400;
    /** What was under way when it was full has arrived, on a busy machine too. */
    private static final Duration ENDED = Duration.ofSeconds(1);

    @Test
    void a_full_disk_is_told_and_loses_nothing() throws IOException {
        ground.seat(CHATS);
        ground.announce();
        LoaProcess program = ground.startWithRoomFor(KIBIBYTES);
        // Whichever write meets the end of the disk first: a claim, or the writing down of what was sent.
        program.awaitLine("[SQLITE_IOERR_WRITE]");
        program.awaitLine("check px failed");
        int sent = ground.evidence(ENDED).received().size();
        assertThat(program.stop()).isLessThan(Duration.ofSeconds(10));
        assertThat(ground.evidence().received())
                .as("sent while it could not be written")
                .hasSize(sent);
        Evidence full = ground.evidence();
        assertThat(full.open()).isNotEmpty();
        assertThat(full.invented()).isEmpty();
        assertThat(full.untold()).hasSizeLessThanOrEqualTo(Ground.senders());
        assertThat(ground.finish(ground.start()).repeated())
                .isLessThanOrEqualTo(full.untold().size());
    }
}
