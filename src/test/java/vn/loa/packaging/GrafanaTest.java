package vn.loa.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.web.Promtool;

/** Dashboard, alarms and guide ask only for metrics that there are. */
class GrafanaTest {
    private static final Path FOLDER = Path.of("src/main/packaging/grafana");
    private static final Pattern ASKED = Pattern.compile("\\bloa_[a-z_]+[a-z]");
    private static final Pattern MADE = Pattern.compile("\"loa(\\.[a-z]+)+\"");

    private static Set<String> made() throws IOException {
        String source = Files.readString(Path.of("src/main/java/vn/loa/app/MetricsCollector.java"))
                + Files.readString(Path.of("src/main/java/vn/loa/app/MeasuredMessenger.java"));
        return MADE.matcher(source)
                .results()
                .map(found -> found.group().replace("\"", "").replace('.', '_'))
                .flatMap(name -> Stream.of(
                        name, name + "_seconds", name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> asked(String text) {
        return ASKED.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_dashboard_is_json_and_asks_for_what_there_is() throws IOException {
        String dashboard = Files.readString(FOLDER.resolve("loa-dashboard.json"));
        assertThat(new ObjectMapper().readTree(dashboard).path("panels")).isNotEmpty();
        assertThat(made()).containsAll(asked(dashboard));
    }

    @Test
    void the_alarms_ask_for_what_there_is() throws IOException {
        assertThat(made()).containsAll(asked(Files.readString(FOLDER.resolve("loa-alerts.yaml"))));
    }

    @Test
    void prometheus_itself_takes_the_alarms() throws IOException, InterruptedException {
        Promtool.checkRules(FOLDER.resolve("loa-alerts.yaml"));
    }

    @Test
    void the_guide_names_every_metric_and_no_other() throws IOException {
        Set<String> told = asked(Files.readString(Path.of("src/site/markdown/operations.md")));
        assertThat(made()).containsAll(told);
        Set<String> names = made().stream()
                .filter(name -> !name.contains("_seconds_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names.stream()
                        .filter(name -> !told.contains(name) && !told.contains(name + "_seconds"))
                        .filter(name -> !told.contains(name.replaceFirst("_seconds$", "")))
                        .toList())
                .isEmpty();
    }
}
