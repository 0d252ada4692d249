package vn.loa.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells how all of Loa does.
 *
 * @param version of the program
 * @param components each part of it
 * @param sources how many sources are in each state: {@code ok}, {@code degraded}, {@code down}, {@code paused}
 * @param troubled the active sources that are not well, at most a hundred; their ids are {@code source/ID}
 * @param lastBackup when the newest backup was made
 * @param nodes which node runs each bot and, as {@code watch}, which check sources, where several share a database; a bot that
 *     none runs is left out
 */
public record HealthReport(
        String version,
        List<ComponentHealth> components,
        Map<String, Integer> sources,
        List<ComponentHealth> troubled,
        Optional<Instant> lastBackup,
        Map<String, String> nodes) {
    public HealthReport {
        Objects.requireNonNull(version);
        components = List.copyOf(components);
        sources = Map.copyOf(sources);
        troubled = List.copyOf(troubled);
        Objects.requireNonNull(lastBackup);
        nodes = Map.copyOf(nodes);
    }

    /** Tells of the only node. */
    public HealthReport(
            String version,
            List<ComponentHealth> components,
            Map<String, Integer> sources,
            List<ComponentHealth> troubled,
            Optional<Instant> lastBackup) {
        this(version, components, sources, troubled, lastBackup, Map.of());
    }

    /** Returns the severity of the worst component; one source in trouble among others does not count. */
    public ComponentHealth.Severity worst() {
        return components.stream()
                .map(ComponentHealth::severity)
                .max(Comparator.naturalOrder())
                .orElse(ComponentHealth.Severity.OK);
    }
}
