package vn.loa.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.waiting.TestPatience;

/** {@code bin/loa}, run by a real shell in a folder like the one that is shipped, with a java that only tells how it was called. */
class StartScriptTest {
    private static final String TELLING_JAVA = """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=y' >&2
          echo 'openjdk version "%s" 2025-04-15' >&2
          exit 0
        fi
        echo "pid $$"
        echo "LOA_CONFIG $LOA_CONFIG"
        echo "LOA_DATA $LOA_DATA"
        echo "locale ${LC_ALL:-}"
        for word in "$@"; do echo "<$word>"; done
        exit 7
        """;

    @TempDir
    Path folder;

    private Path home;
    private Path script;

    private record Ended(long pid, int code, List<String> lines) {}

    @BeforeEach
    void ship() throws IOException {
        home = Files.createDirectories(folder.resolve("opt/loa của xã"));
        script = executable(home.resolve("bin/loa"), Files.readString(Path.of("src/main/assembly/bin/loa")));
    }

    @Test
    void it_hands_its_arguments_on_to_java() throws Exception {
        Ended ended =
                run(Map.of("PATH", withJava("17.0.15")), script, "probe", "https://a.vn/?a=1&b=*", "two words", "");

        assertThat(ended.lines())
                .containsSequence("<-cp>", "<" + home + "/lib/loa.jar>", "<vn.loa.cli.Loa>", "<probe>")
                .endsWith("<probe>", "<https://a.vn/?a=1&b=*>", "<two words>", "<>")
                .contains("<-Xmx256m>", "<-Dfile.encoding=UTF-8>");
        assertThat(ended.code()).as("java's exit code").isEqualTo(7);
    }

    @Test
    void a_java_that_would_complain_of_native_libraries_is_told_that_they_may_be_loaded() throws Exception {
        String may = "<--enable-native-access=ALL-UNNAMED>";
        assertThat(run(Map.of("PATH", withJava("25.0.3")), script, "probe").lines())
                .contains(may);
        // Older ones say nothing, and would share fewer of their classes.
        assertThat(run(Map.of("PATH", withJava("21.0.5")), script, "probe").lines())
                .doesNotContain(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.9", "17.0.15", "21.0.1", "21.0.10", "22", "25.0.3", "26-ea"})
    void a_java_that_can_gives_memory_of_the_c_library_back(String version) throws Exception {
        assertThat(run(Map.of("PATH", withJava(version)), script, "probe").lines())
                .contains("<-XX:TrimNativeHeapInterval=60000>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17-ea", "17.0.8", "17.0.8.1", "18.0.2", "19.0.9", "20.0.10", "21", "21-ea"})
    void an_older_one_is_not_told_what_would_keep_it_from_starting(String version) throws Exception {
        assertThat(run(Map.of("PATH", withJava(version)), script, "probe").lines())
                .contains("<vn.loa.cli.Loa>")
                .noneMatch(word -> word.contains("TrimNativeHeapInterval"));
    }

    @Test
    void a_mistyped_option_of_java_is_not_hidden() throws Exception {
        assertThat(run(Map.of("PATH", withJava("17.0.15")), script, "probe").lines())
                .doesNotContain("<-XX:+IgnoreUnrecognizedVMOptions>");
    }

    @Test
    void a_signal_reaches_java_because_the_shell_becomes_it() throws Exception {
        Ended ended = run(Map.of("PATH", withJava("17.0.15")), script, "--version");

        assertThat(ended.lines()).contains("pid " + ended.pid());
    }

    @Test
    void without_arguments_it_runs_with_the_configuration_beside_it() throws Exception {
        Ended ended = run(Map.of("PATH", withJava("17.0.15")), script);

        assertThat(ended.lines())
                .endsWith("<vn.loa.cli.Loa>", "<run>", "<" + home + "/config/loa.yaml>")
                .contains("LOA_CONFIG " + home + "/config/loa.yaml", "LOA_DATA " + home + "/data", "locale C.UTF-8");
    }

    @Test
    void the_environment_may_choose_otherwise() throws Exception {
        Map<String, String> environment = Map.of(
                "PATH", withJava("17.0.15"),
                "LOA_CONFIG", "/etc/loa/loa.yaml",
                "LOA_DATA", "/var/lib/loa",
                "LOA_JAVA_OPTS", "-Xmx1g -Dglob=*",
                "LANG", "vi_VN.UTF-8");

        Ended ended = run(environment, script);

        assertThat(ended.lines())
                .endsWith("<run>", "</etc/loa/loa.yaml>")
                .contains("LOA_DATA /var/lib/loa", "locale C.UTF-8")
                .containsSubsequence("<-Xmx256m>", "<-Xmx1g>", "<-Dglob=*>", "<vn.loa.cli.Loa>");
    }

    @Test
    void it_may_be_called_through_links_from_anywhere() throws Exception {
        Path relative = folder.resolve("opt/loa-link");
        Files.createSymbolicLink(relative, Path.of("loa của xã/bin/loa"));
        Path absolute = Files.createDirectories(folder.resolve("usr/bin")).resolve("loa");
        Files.createSymbolicLink(absolute, relative);

        assertThat(run(Map.of("PATH", withJava("17.0.15")), absolute).lines())
                .endsWith("<" + home + "/config/loa.yaml>");
    }

    @Test
    void java_home_goes_before_the_path() throws Exception {
        Path javaHome = folder.resolve("jdk");
        executable(javaHome.resolve("bin/java"), TELLING_JAVA.formatted("21-ea"));

        Ended ended = run(Map.of("PATH", withJava("11.0.2"), "JAVA_HOME", javaHome.toString()), script, "--version");

        assertThat(ended.lines()).endsWith("<--version>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_392", "11.0.2", "16"})
    void a_java_that_is_too_old_is_refused(String version) throws Exception {
        Ended ended = run(Map.of("PATH", withJava(version)), script);

        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith(
                        "loa: Java 17 or newer is needed, and " + folder + "/java-" + version + "/java is version ");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void a_class_archive_is_made_once_and_used_while_java_and_jars_are_the_same() throws Exception {
        Map<String, String> environment = Map.of("PATH", archivingJava("17.0.15"));
        Files.writeString(Files.createDirectories(home.resolve("lib")).resolve("loa.jar"), "jar");
        String use = "<-XX:SharedArchiveFile=" + home + "/cache/classes.jsa>";

        assertThat(run(environment, script, "run").lines())
                .contains("<-Xshare:auto>")
                .doesNotContain(use);
        assertThat(run(environment, script, "archive-classes").code()).isZero();
        assertThat(home.resolve("cache/classes.jsa")).exists();
        assertThat(run(environment, script, "run").lines()).contains(use);
        assertThat(run(environment, script, "archive-classes").lines())
                .as("made anew")
                .isEmpty();

        assertThat(run(Map.of("PATH", archivingJava("21.0.1")), script, "run").lines())
                .doesNotContain(use);
        Files.writeString(home.resolve("lib/loa.jar"), "another jar");
        assertThat(run(environment, script, "run").lines()).doesNotContain(use);
    }

    /** A java that also leaves an archive where it is told to, with the tools that archiving takes. */
    private String archivingJava(String version) throws IOException {
        String path = withJava(version);
        Path java = folder.resolve("java-" + version).resolve("java");
        executable(java, Files.readString(java).replace("exit 7", """
            for word in "$@"; do
              case $word in -XX:ArchiveClassesAtExit=*) echo archive > "${word#*=}"; exit 0 ;; esac
            done
            exit 7"""));
        return path + ":/usr/bin:/bin";
    }

    @Test
    void a_missing_java_is_told() throws Exception {
        assertThat(run(Map.of("PATH", toolsOnly()), script).lines())
                .containsExactly("loa: Java 17 or newer is needed, and there is no java on the PATH. "
                        + "On Debian: apt install default-jre-headless");
        assertThat(run(Map.of("PATH", toolsOnly(), "JAVA_HOME", "/nowhere"), script)
                        .lines())
                .containsExactly("loa: JAVA_HOME is /nowhere, but there is no bin/java in it.");
    }

    private Ended run(Map<String, String> environment, Path command, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("/bin/sh", command.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.directory(folder.toFile()).environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return new Ended(process.pid(), process.exitValue(), lines);
    }

    private String withJava(String version) throws IOException {
        Path bin = folder.resolve("java-" + version);
        executable(bin.resolve("java"), TELLING_JAVA.formatted(version));
        return bin + ":" + toolsOnly();
    }

    /** The few programs the script needs, and surely no java. */
    private String toolsOnly() throws IOException {
        Path bin = folder.resolve("tools");
        for (String tool : List.of("readlink", "dirname", "sed", "head")) {
            executable(bin.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin; exec " + tool + " \"$@\"\n");
        }
        return bin.toString();
    }

    private static Path executable(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
