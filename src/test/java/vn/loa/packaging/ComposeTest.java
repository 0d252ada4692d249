package vn.loa.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;
import vn.loa.cli.Loa;
import vn.loa.config.ConfigException;
import vn.loa.config.Configs;
import vn.loa.config.LoaConfig;

/** The Compose file, held against what it starts, since no engine tries it in the build. */
class ComposeTest {
    private static final Path FILE = Path.of("src/main/packaging/compose.yaml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");
    private static final Pattern MOUNT = Pattern.compile("([^:]+):(/[^:]+)(:ro)?");
    /** Those of compose-spec.io that this file needs; another is a slip of the pen or belongs here. */
    private static final Set<String> KEYS = Set.of(
            "image",
            "command",
            "init",
            "restart",
            "stop_grace_period",
            "depends_on",
            "environment",
            "healthcheck",
            "volumes");

    private static final String SHIPPED = "..";

    private final JsonNode compose = read();

    private static JsonNode read() {
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
            return new ObjectMapper().valueToTree(tree);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    /** The values as a container has them when each variable of the caller has a word of its own, in the form of a token. */
    private Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(each -> environment.put(
                        each.getKey(),
                        VARIABLE.matcher(each.getValue().asText())
                                .replaceAll(found -> "123456:" + (found.group(1) + "-".repeat(35)).substring(0, 35))));
        return environment;
    }

    /** The folder in the container to what is mounted there. */
    private Map<String, String> mounts(String service) {
        Map<String, String> mounts = new TreeMap<>();
        service(service).path("volumes").forEach(each -> {
            Matcher mount = MOUNT.matcher(each.asText());
            assertThat(mount.matches()).as(each.asText()).isTrue();
            mounts.put(mount.group(2), mount.group(1));
        });
        return mounts;
    }

    private List<String> command(String service) {
        return Arrays.asList(service(service).path("command").asText().split(" "));
    }

    private LoaConfig config(String service) throws IOException, ConfigException {
        Configs configs = new Configs();
        environment(service).forEach(configs::with);
        return configs.read(Files.readString(Path.of("config/loa.yaml")));
    }

    private static Duration seconds(JsonNode written) {
        return Duration.parse("PT" + written.asText().toUpperCase(Locale.ROOT));
    }

    @Test
    void it_has_a_database_and_two_nodes_and_no_key_that_compose_does_not_know() {
        assertThat(names(compose)).containsExactlyInAnyOrder("x-node", "services", "volumes");
        assertThat(names(compose.path("services"))).containsExactlyInAnyOrder("postgresql", "loa-1", "loa-2");
        compose.path("services").forEach(each -> assertThat(KEYS).containsAll(names(each)));
    }

    @Test
    void all_that_the_caller_has_to_give_is_named_at_the_top() throws IOException {
        String text = Files.readString(FILE);
        String top =
                text.lines().filter(each -> each.contains("export")).findFirst().orElseThrow();
        Set<String> asked =
                VARIABLE.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
        assertThat(asked).hasSize(3).allSatisfy(each -> assertThat(top).contains(each + "="));
        assertThat(text.replaceAll(VARIABLE.pattern(), ""))
                .as("all others have a value")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loa-1", "loa-2"})
    void a_node_is_given_only_what_loa_reads(String node) throws IOException {
        Set<String> read = new TreeSet<>();
        List<Path> readers;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vn/loa"))) {
            readers = sources.filter(each -> each.toString().endsWith(".java")).toList();
        }
        for (Path each : readers) {
            Pattern.compile("\"(?:\\$\\{)?(LOA_[A-Z_]+)")
                    .matcher(Files.readString(each))
                    .results()
                    .forEach(found -> read.add(found.group(1)));
        }
        assertThat(read).containsAll(environment(node).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"loa-1", "loa-2"})
    void the_shipped_configuration_with_that_environment_is_a_node_of_the_database(String node) throws Exception {
        LoaConfig config = config(node);
        Map<String, String> server = environment("postgresql");
        assertThat(config.database()).hasValueSatisfying(database -> {
            assertThat(database.url()).isEqualTo("jdbc:postgresql://postgresql:5432/" + server.get("POSTGRES_DB"));
            assertThat(database.user()).isEqualTo(server.get("POSTGRES_USER"));
            assertThat(database.password().orElseThrow().value()).isEqualTo(server.get("POSTGRES_PASSWORD"));
            assertThat(database.node()).isPresent();
        });
        assertThat(config.botCount()).isEqualTo(1);
        assertThat(environment(node).get("LOA_SECRET_KEY")).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void nodes_differ_in_their_names_alone() {
        Map<String, String> one = environment("loa-1");
        Map<String, String> other = environment("loa-2");
        assertThat(one.remove("LOA_NODE")).isNotEqualTo(other.remove("LOA_NODE"));
        assertThat(one).isEqualTo(other);
        assertThat(command("loa-1")).isEqualTo(command("loa-2"));
        assertThat(service("loa-1").path("image")).isEqualTo(service("loa-2").path("image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loa-1", "loa-2"})
    void a_node_runs_what_is_shipped_and_writes_only_into_a_volume_of_its_own(String node) throws Exception {
        String home = mounts(node).entrySet().stream()
                .filter(each -> each.getValue().equals(SHIPPED))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        List<String> command = command(node);
        assertThat(command).hasSize(3);
        assertThat(shipped(home, command.get(0))).isRegularFile().isExecutable();
        assertThat(shipped(home, command.get(2))).isRegularFile();
        assertThat(service(node).path("volumes").path(0).asText()).endsWith(":ro");
        assertThat(mounts(node)).containsEntry(config(node).data().toString(), node);
    }

    /** The assembly ships the folders {@code bin} and {@code config}, and this file in {@code packaging} beside them. */
    private static Path shipped(String home, String path) throws IOException {
        assertThat(path).startsWith(home + "/");
        String inside = path.substring(home.length() + 1);
        String folder = inside.substring(0, inside.indexOf('/'));
        String source = folder.equals("bin") ? "src/main/assembly/bin" : folder;
        String assembly = Files.readString(Path.of("src/main/assembly/loa.xml")).replaceAll("\\s+", "");
        assertThat(assembly)
                .contains("<directory>" + source + "</directory><outputDirectory>" + folder + "</outputDirectory>")
                .contains("<directory>src/main/packaging</directory><outputDirectory>packaging</outputDirectory>");
        return Path.of(source).resolve(inside.substring(folder.length() + 1));
    }

    @Test
    void the_command_is_one_of_loa() {
        CommandLine loa = new CommandLine(Loa.class);
        assertThat(loa.getSubcommands()).containsKey(command("loa-1").get(1));
        assertThat(loa.parseArgs(command("loa-1").get(1), command("loa-1").get(2))
                        .errors())
                .isEmpty();
    }

    @Test
    void each_volume_is_declared_and_used() {
        Set<String> used = names(compose.path("services")).stream()
                .flatMap(each -> mounts(each).values().stream())
                .filter(each -> !each.equals(SHIPPED))
                .collect(Collectors.toSet());
        assertThat(names(compose.path("volumes"))).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void nodes_wait_for_a_database_that_says_whether_it_is_well() {
        JsonNode waits = service("loa-1").path("depends_on");
        assertThat(names(waits)).containsExactly("postgresql");
        assertThat(waits.path("postgresql").path("condition").asText()).isEqualTo("service_healthy");
        JsonNode check = service("postgresql").path("healthcheck");
        // pg_isready is in the server's image; without a user it would ask for one called as the container's.
        assertThat(check.path("test").asText())
                .isEqualTo("pg_isready -U " + environment("postgresql").get("POSTGRES_USER"));
        Duration patience = seconds(check.path("interval"))
                .multipliedBy(check.path("retries").asInt());
        assertThat(patience).as("the first start makes the cluster").isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    /** Its image keeps the data in another folder since version 18: hub.docker.com/_/postgres, section PGDATA. */
    @Test
    void the_database_keeps_its_data_where_its_image_writes_them() {
        String image = service("postgresql").path("image").asText();
        assertThat(image).matches("postgres:\\d+");
        int version = Integer.parseInt(image.substring(image.indexOf(':') + 1));
        assertThat(mounts("postgresql"))
                .containsOnlyKeys(version >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data");
    }

    @Test
    void the_java_of_the_image_runs_loa() throws IOException {
        Matcher image = Pattern.compile("eclipse-temurin:(\\d+)-jre")
                .matcher(service("loa-1").path("image").asText());
        assertThat(image.matches()).isTrue();
        Matcher needed = Pattern.compile("-ge (\\d+)").matcher(Files.readString(Path.of("src/main/assembly/bin/loa")));
        assertThat(needed.find()).isTrue();
        assertThat(Integer.parseInt(image.group(1))).isGreaterThanOrEqualTo(Integer.parseInt(needed.group(1)));
    }

    @Test
    void a_node_has_the_time_to_stop_that_it_may_take() {
        // The shutdown hook waits for twenty seconds at most; a kill before that could repeat messages.
        assertThat(seconds(service("loa-1").path("stop_grace_period"))).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(service("loa-1").path("init").asBoolean())
                .as("the signal reaches the program, and nothing is left of its children")
                .isTrue();
    }

    @Test
    void the_image_without_a_daemon_begins_as_its_paths_say() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String container = pom.substring(pom.indexOf("<container>", pom.indexOf("jib-maven-plugin")));
        assertThat(Class.forName(tag(container, "mainClass")).getMethod("main", String[].class))
                .isNotNull();
        List<String> arguments = tags(container, "arg");
        assertThat(new CommandLine(Loa.class).getSubcommands()).containsKey(arguments.get(0));
        assertThat(arguments).last().isEqualTo(tag(container, "LOA_CONFIG"));
        assertThat(tag(container, "LOA_DATA")).startsWith(tag(container, "volume") + "/");
        assertThat(tag(container, "workingDirectory")).isEqualTo(tag(container, "volume"));
        String script = Files.readString(Path.of("src/main/assembly/bin/loa"));
        assertThat(tags(container, "jvmFlag"))
                .isNotEmpty()
                .allSatisfy(flag -> assertThat(script).contains(flag));
    }

    private static String tag(String xml, String name) {
        return tags(xml, name).get(0);
    }

    private static List<String> tags(String xml, String name) {
        return Pattern.compile("<" + name + ">([^<]+)</" + name + ">")
                .matcher(xml.substring(0, xml.indexOf("</container>")))
                .results()
                .map(each -> each.group(1))
                .toList();
    }
}
