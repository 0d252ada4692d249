package vn.loa.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts the priority before each line of another encoder's output, as in {@code <4>}. systemd's journal takes it off again
 * and keeps it as the entry's priority, so that {@code journalctl -p warning} works. See sd-daemon(3).
 */
final class JournalEncoder extends EncoderBase<ILoggingEvent> {
    private final Encoder<ILoggingEvent> inner;

    JournalEncoder(Encoder<ILoggingEvent> inner) {
        this.inner = inner;
    }

    /**
     * Returns whether standard error goes to the journal.
     *
     * @param stream the value of {@code JOURNAL_STREAM}, device and inode of the stream that systemd opened for this
     *     process, or null; see systemd.exec(5)
     */
    static boolean isJournal(String stream) {
        try {
            Path error = Path.of("/proc/self/fd/2");
            return stream != null
                    && stream.equals(
                            Files.getAttribute(error, "unix:dev") + ":" + Files.getAttribute(error, "unix:ino"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public byte[] headerBytes() {
        return inner.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String prefix = "<" + priority(event.getLevel()) + ">";
        StringBuilder lines = new StringBuilder(200);
        new String(inner.encode(event), UTF_8)
                .lines()
                .forEach(line -> lines.append(prefix).append(line).append('\n'));
        return lines.toString().getBytes(UTF_8);
    }

    private static int priority(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return 3;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return 4;
        }
        return level.isGreaterOrEqual(Level.INFO) ? 6 : 7;
    }

    @Override
    public byte[] footerBytes() {
        return inner.footerBytes();
    }
}
