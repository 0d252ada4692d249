package vn.loa.logging;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;

/** Hands each line that is written to it to a logger, as a warning: what libraries print, not what Loa says. */
final class LoggedLines extends OutputStream {
    private static final int LONGEST = 8192;

    private final Logger logger;

    @GuardedBy("this")
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LoggedLines(Logger logger) {
        this.logger = logger;
    }

    /** Returns a stream whose lines go to a logger. */
    static PrintStream to(Logger logger) {
        return new PrintStream(new LoggedLines(logger), true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int written) {
        if (written == '\n' || line.size() >= LONGEST) {
            say();
        }
        if (written != '\n' && written != '\r') {
            line.write(written);
        }
    }

    @GuardedBy("this")
    private void say() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (!text.isBlank()) {
            logger.warn("{}", text);
        }
    }
}
