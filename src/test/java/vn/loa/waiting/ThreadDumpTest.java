package vn.loa.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {
    @Test
    void a_wait_in_vain_tells_what_was_said_and_what_each_thread_does() {
        assertThat(ThreadDump.inVain("the words: Loa watches", ProcessHandle.current(), "Loa starts"))
                .hasMessageStartingWith("waited in vain for the words: Loa watches; it said:\nLoa starts\n")
                .hasMessageContaining("ThreadDumpTest.a_wait_in_vain_tells_what_was_said_and_what_each_thread_does");
    }

    @Test
    void a_process_that_has_ended_has_no_threads() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();

        assertThat(ThreadDump.of(ended.toHandle())).isEqualTo("process " + ended.pid() + " has ended");
    }
}
