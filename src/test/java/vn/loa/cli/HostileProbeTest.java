package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.attachment.SampleDocuments;

/** {@code loa probe FILE} on documents made to do harm: each is told of in one clear line, in time. */
@Tag("slow")
class HostileProbeTest {
    private static final Duration LONGEST = Duration.ofSeconds(35);

    @TempDir
    private Path folder;

    private String probed(Path file) throws IOException {
        Path config = Files.writeString(folder.resolve("loa.yaml"), "attachments: {ocr: 'off'}");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        long started = System.nanoTime();
        int code = Loa.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("probe", "--config", config.toString(), file.toString());
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONGEST);
        assertThat(err.toString()).isEmpty();
        assertThat(code).as(out.toString()).isEqualTo(1);
        return out.toString();
    }

    @Test
    void each_document_made_to_do_harm_is_told_of_in_one_line() throws IOException {
        SampleDocuments documents = new SampleDocuments(folder);
        assertThat(probed(documents.encrypted("secret", List.of("Kế hoạch"))))
                .containsPattern("^not read +ENCRYPTED.*it opens with a password only\\R$");
        assertThat(probed(documents.zipBomb(200))).containsPattern("^not read +(?:BROKEN|TOO_LARGE)[^\\n]*\\R$");
        assertThat(probed(documents.hugeStream())).containsPattern("^not read +[A-Z_]+[^\\n]*\\R$");
        assertThat(probed(documents.recursiveStreams())).containsPattern("^not read +[A-Z_]+[^\\n]*\\R$");
        assertThat(probed(documents.nested(1_000_000))).containsPattern("^not read +[A-Z_]+[^\\n]*\\R$");
    }
}
