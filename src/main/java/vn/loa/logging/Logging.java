package vn.loa.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.slf4j.event.Level;

/**
 * Sets up logging for the whole process: to standard error, since standard output belongs to the terminal chat. Loa's
 * own loggers speak at the level asked for; libraries only from WARN on.
 *
 * @param format the format of events
 * @param level the least important level of Loa's own that is written
 * @param redactor removes secrets; it may learn more of them later
 * @param journal whether each line begins with its priority, for systemd's journal
 */
public record Logging(LogFormat format, Level level, Redactor redactor, boolean journal) {
    private static final String OURS = "vn.loa";
    /** TelegramBots' poller tells a planned stop with a stack, as an error; {@code vn.loa.telegram} tells all the rest. */
    private static final String POLLER = "org.telegram.telegrambots.longpolling.BotSession";
    /** SQLite's loader tells each failed try with a stack; {@code vn.loa.app.MachineCheck} tells it in one line. */
    private static final String LIBRARY_LOADER = "org.sqlite.SQLiteJDBCLoader";
    /** Flyway tells a failure that it throws as well with two stacks more: that nothing was open to roll back. */
    private static final String ROLL_BACK = "org.flywaydb.core.internal.jdbc.TransactionalExecutionTemplate";
    /** Set by {@code -Dloa.logs=quiet}: nothing below WARN is written, whatever is asked for; tests run so. */
    private static final boolean QUIET = "quiet".equals(System.getProperty("loa.logs"));

    /** Returns the set-up for this process: for the journal where standard error goes there. */
    public static Logging of(LogFormat format, Level level, Redactor redactor) {
        return new Logging(format, level, redactor, JournalEncoder.isJournal(System.getenv("JOURNAL_STREAM")));
    }

    /**
     * Takes over the process's logging. Output of {@code java.util.logging}, and exceptions that end a thread, go the
     * same way, for they too may hold a URL with a token in it; in JSON mode so does what is printed to standard error,
     * for every line of it has to be JSON.
     */
    public void start() {
        Logging wanted = QUIET ? new Logging(format, lessTalkative(level), redactor, journal) : this;
        wanted.attach((LoggerContext) LoggerFactory.getILoggerFactory(), toStandardError());
        if (format == LogFormat.JSON) {
            captureStandardError();
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) -> LoggerFactory.getLogger(Logging.class).error("thread {} died", thread.getName(), e));
    }

    /** Has what is printed to standard error from now on logged, a line an event. */
    public static void captureStandardError() {
        System.setErr(LoggedLines.to(LoggerFactory.getLogger("stderr")));
    }

    /** Makes the appender the only one of the context. */
    void attach(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender) {
        context.reset();
        appender.setContext(context);
        appender.setEncoder(encoder(context));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(logback(lessTalkative(level)));
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        context.getLogger(OURS).setLevel(logback(level));
        context.getLogger(POLLER).setLevel(ch.qos.logback.classic.Level.OFF);
        context.getLogger(LIBRARY_LOADER).setLevel(ch.qos.logback.classic.Level.OFF);
        context.getLogger(ROLL_BACK).setLevel(ch.qos.logback.classic.Level.OFF);
    }

    /** Returns an appender to the process's own standard error, whatever {@code System.err} has become. */
    static OutputStreamAppender<ILoggingEvent> toStandardError() {
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setName("stderr");
        appender.setOutputStream(new StandardError());
        return appender;
    }

    private Encoder<ILoggingEvent> encoder(LoggerContext context) {
        Encoder<ILoggingEvent> safe = started(
                format == LogFormat.JSON
                        ? encoder(context, new JsonLayout(redactor))
                        : new RedactingEncoder(encoder(context, new LineLayout(ZoneId.systemDefault())), redactor),
                context);
        return journal ? started(new JournalEncoder(safe), context) : safe;
    }

    private static Encoder<ILoggingEvent> started(Encoder<ILoggingEvent> encoder, LoggerContext context) {
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LayoutBase<ILoggingEvent> layout) {
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        return started(encoder, context);
    }

    private static Level lessTalkative(Level level) {
        return level.toInt() < Level.WARN.toInt() ? Level.WARN : level;
    }

    private static ch.qos.logback.classic.Level logback(Level level) {
        return ch.qos.logback.classic.Level.convertAnSLF4JLevel(level);
    }
}
