package vn.loa.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/**
 * Formats an event as one JSON object on one line: {@code time} (ISO 8601, UTC), {@code level}, {@code logger}, {@code
 * thread}, {@code message}, {@code stack} when there is one, and whatever the MDC holds, such as {@code source}, {@code
 * chat} and {@code bot}. Secrets are taken out of each value before it is written, so that no secret can break the JSON.
 */
final class JsonLayout extends LayoutBase<ILoggingEvent> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OWN = Set.of("time", "level", "logger", "thread", "message", "stack");

    private final ThrowableProxyConverter stackTrace = new ThrowableProxyConverter();
    private final Redactor redactor;

    JsonLayout(Redactor redactor) {
        this.redactor = redactor;
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
        ObjectNode line = JSON.createObjectNode();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", redactor.redact(event.getLoggerName()));
        line.put("thread", redactor.redact(event.getThreadName()));
        line.put("message", redactor.redact(String.valueOf(event.getFormattedMessage())));
        pairs(event).forEach((key, value) -> put(line, key, value));
        if (event.getThrowableProxy() != null) {
            line.put("stack", redactor.redact(stackTrace.convert(event)));
        }
        return line + "\n";
    }

    /** Returns what the event was logged with; its own pairs before those of its thread. */
    private static Map<String, String> pairs(ILoggingEvent event) {
        Map<String, String> pairs = new LinkedHashMap<>(event.getMDCPropertyMap());
        List<KeyValuePair> own = event.getKeyValuePairs();
        if (own != null) {
            own.forEach(pair -> pairs.put(pair.key, String.valueOf(pair.value)));
        }
        return pairs;
    }

    private void put(ObjectNode line, String key, String value) {
        if (!OWN.contains(key)) {
            line.put(redactor.redact(key), redactor.redact(value));
        }
    }
}
