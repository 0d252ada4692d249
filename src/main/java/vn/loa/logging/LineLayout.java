package vn.loa.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Formats an event as one line: time, level, thread, logger, message, and the MDC in braces. Messages hold what portals
 * and people wrote, so control characters are made visible and a stack trace is indented: nobody can forge a line.
 */
final class LineLayout extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final String INDENT = "    ";

    private final ThrowableProxyConverter stackTrace = new ThrowableProxyConverter();
    private final ZoneId zone;

    LineLayout(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void setContext(Context context) {
        super.setContext(context);
        stackTrace.setContext(context);
    }

    @Override
    public void start() {
        stackTrace.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        line.append(TIME.format(event.getInstant().atZone(zone)));
        line.append(String.format(Locale.ROOT, " %-5s [", event.getLevel()));
        line.append(oneLine(event.getThreadName()))
                .append("] ")
                .append(who(event))
                .append(": ");
        line.append(oneLine(String.valueOf(event.getFormattedMessage())));
        return line.append(surroundings(event))
                .append('\n')
                .append(trace(event))
                .toString();
    }

    private static String who(ILoggingEvent event) {
        return event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1);
    }

    private static String surroundings(ILoggingEvent event) {
        Map<String, String> mdc = event.getMDCPropertyMap();
        return mdc.isEmpty() ? "" : " " + oneLine(new TreeMap<>(mdc).toString());
    }

    private String trace(ILoggingEvent event) {
        StringBuilder indented = new StringBuilder();
        stackTrace
                .convert(event)
                .lines()
                .forEach(line -> indented.append(INDENT)
                        .append(oneLine(line.replace("\t", INDENT)))
                        .append('\n'));
        return indented.toString();
    }

    private static String oneLine(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                visible.append("\\n");
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                visible.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
