package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The disk fills up in the middle of a broadcast. */
@Order(2)
class FullDiskIT extends ProofFixture {
    private static final int CHATS = 600;
    /** More than the program needs to start (SQLite unpacks its library), less than the broadcast's journal grows to. */
    private static final int KIBIBYTES = 1_400;

    @Test
    void a_full_disk_is_told_and_loses_nothing() throws IOException {
        ground.seat(CHATS);
        ground.announce();
        LoaProcess program = ground.startWithRoomFor(KIBIBYTES);
        // Whichever write meets the end of the disk first: a claim, or the writing down of what was sent.
        program.awaitLine("[SQLITE_IOERR_WRITE]");
        program.awaitLine("check px failed");
        Evidence before = ground.evidence();
        assertThat(program.stop()).isLessThan(Duration.ofSeconds(10));
        Evidence full = ground.evidence();
        List<String> more = full.chatsSince(before.received().size());
        assertThat(before.begunOnly()).as("begun while it could not be written").containsAll(more);
        assertThat(more).as("sent while it could not be written").doesNotHaveDuplicates();
        assertThat(full.open()).isNotEmpty();
        assertThat(full.invented()).isEmpty();
        assertThat(full.untold()).hasSizeLessThanOrEqualTo(Ground.senders());
        assertThat(ground.finish(ground.start()).repeated())
                .isLessThanOrEqualTo(full.untold().size());
    }
}
