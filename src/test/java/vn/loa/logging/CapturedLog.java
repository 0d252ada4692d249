package vn.loa.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.slf4j.Logger;

/** A logging context of its own that writes to memory, set up as the program sets up the real one. */
final class CapturedLog {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();
    final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

    CapturedLog(Logging logging) {
        context.setMDCAdapter(mdc);
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setOutputStream(bytes);
        logging.attach(context, appender);
    }

    Logger logger(String name) {
        return context.getLogger(name);
    }

    String text() {
        return bytes.toString(UTF_8);
    }

    List<String> lines() {
        return text().lines().toList();
    }
}
