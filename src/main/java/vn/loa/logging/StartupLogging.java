package vn.loa.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.event.Level;

/**
 * Configures logback before the configuration is read: warnings only, already redacted, as JSON where {@code LOA_LOG},
 * which the configuration will read, says so. Logback finds it as a service;
 * without it, it would write everything from DEBUG on to standard output.
 */
public final class StartupLogging extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogFormat format = "json".equalsIgnoreCase(System.getenv("LOA_LOG")) ? LogFormat.JSON : LogFormat.TEXT;
        Logging.of(format, Level.WARN, new Redactor()).attach(context, Logging.toStandardError());
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
