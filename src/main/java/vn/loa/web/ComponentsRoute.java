package vn.loa.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.loa.model.ComponentHealth;
import vn.loa.model.ComponentHealth.Severity;

/**
 * Answers one question about Loa with the components that decide it: 200 when none is critical, otherwise 503. {@code
 * /livez} and {@code /readyz} are such, named as Kubernetes names its own.
 */
public final class ComponentsRoute implements WebRoute {
    private final String path;
    private final Supplier<List<ComponentHealth>> components;

    /**
     * Makes the route.
     *
     * @param components asked with each request, on several threads
     */
    public ComponentsRoute(String path, Supplier<List<ComponentHealth>> components) {
        this.path = path;
        this.components = components;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        List<ComponentHealth> all = components.get();
        Severity worst = all.stream()
                .map(ComponentHealth::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.OK);
        ObjectNode answer = HealthJson.status(worst);
        HealthJson.list(all, answer.putArray("components"));
        return HealthJson.answer(worst, answer);
    }
}
