package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Settings;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.PortalEmulator;

/** {@code loa setup}, with everything given by options. */
class SetupCommandTest {
    @TempDir
    private Path folder;

    private final PortalEmulator portal = new PortalEmulator();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private BotApiEmulator telegram;
    private Path config;
    private Path token;

    @BeforeEach
    void start() throws IOException {
        telegram = BotApiEmulator.start();
        config = folder.resolve("etc/loa.yaml");
        token = Files.writeString(folder.resolve("token"), telegram.token() + "\n");
        portal.publish(1, "Tin một").publish(2, "Tin hai").publish(3, "Tin ba").publish(4, "Tin bốn");
    }

    @AfterEach
    void stop() throws Exception {
        telegram.close();
        portal.close();
    }

    private int setup(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "setup",
                "--yes",
                "--config",
                config.toString(),
                "--api-url",
                telegram.url().toString()));
        all.addAll(List.of("--token-file", token.toString(), "--allow-private-addresses"));
        all.addAll(List.of(more));
        return Loa.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void it_tries_token_and_source_and_writes_what_loa_runs_with() throws IOException, ConfigException {
        assertThat(setup("--source", portal.listUrl().toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("the bot is @", "· Tin bốn", "· Tin ba", "next: loa run");
        assertThat(out.toString().lines().filter(line -> line.contains("·"))).hasSize(3);
        Settings settings = Settings.load(config);
        assertThat(settings.config().sources())
                .singleElement()
                .satisfies(source -> assertThat(source.source().url()).isEqualTo(portal.listUrl()));
        assertThat(settings.config().onTerminal()).as("there is a bot").isFalse();
        Path secret = folder.resolve("etc/telegram-token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(config)).doesNotContain(telegram.token());
        assertThat(out.toString()).doesNotContain(telegram.token());
    }

    @Test
    void a_refused_token_is_told_in_a_sentence_without_it_and_nothing_is_written() throws IOException {
        Files.writeString(token, "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(setup("--no-source")).isEqualTo(2);

        assertThat(err.toString()).contains("Telegram does not know this token").doesNotContain("AAAA");
        assertThat(config).doesNotExist();
    }

    @Test
    void a_page_without_news_is_told_with_the_next_step_and_nothing_is_written() {
        assertThat(setup("--source", portal.listUrl().resolve("/khong-co").toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("no list of news was read at", "loa probe", "--no-source");
        assertThat(config.getParent()).doesNotExist();
    }

    @Test
    void a_configuration_that_is_there_is_replaced_only_when_asked_and_kept() throws IOException {
        Files.createDirectories(config.getParent());
        Files.writeString(config, "access: open\n");

        assertThat(setup("--no-source")).isEqualTo(2);
        assertThat(err.toString()).contains("is there already; --replace");
        assertThat(config).hasContent("access: open\n");

        assertThat(setup("--no-source", "--replace")).isZero();
        assertThat(config).content().contains("sources: []");
        assertThat(folder.resolve("etc/loa.yaml.old")).hasContent("access: open\n");
    }

    @Test
    void nothing_is_asked_where_nobody_answers() {
        assertThat(setup()).isEqualTo(2);
        assertThat(err.toString()).contains("name a source by --source, or say --no-source");
    }
}
