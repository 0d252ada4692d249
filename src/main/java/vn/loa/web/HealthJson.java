package vn.loa.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.loa.model.ComponentHealth;
import vn.loa.model.ComponentHealth.Severity;

/** Writes the health of components as JSON, for the three routes that tell of it. */
final class HealthJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HealthJson() {}

    /** Returns an object with the status that a severity means for the whole: ok, degraded or failed. */
    static ObjectNode status(Severity worst) {
        return JSON.createObjectNode()
                .put(
                        "status",
                        switch (worst) {
                            case OK -> "ok";
                            case WARNING -> "degraded";
                            case CRITICAL -> "failed";
                        });
    }

    static void list(List<ComponentHealth> components, ArrayNode into) {
        components.forEach(each -> show(each, into.addObject()));
    }

    private static void show(ComponentHealth component, ObjectNode into) {
        into.put("id", component.id());
        into.put("severity", component.severity().name().toLowerCase(Locale.ROOT));
        into.put("last", component.last().map(Instant::toString).orElse(null));
        into.put("since", component.since().map(Instant::toString).orElse(null));
        into.put("cause", component.cause());
    }

    /** Returns 503 when Loa cannot do its work, otherwise 200: a degraded Loa must not be restarted or taken out. */
    static WebAnswer answer(Severity worst, ObjectNode content) {
        return WebAnswer.json(worst == Severity.CRITICAL ? 503 : 200, content.toString());
    }
}
