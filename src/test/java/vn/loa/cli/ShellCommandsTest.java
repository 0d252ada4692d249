package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.console.ConsoleInput;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.model.Bot;
import vn.loa.model.Cadence;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Platform;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.store.Database;

/** An administrator looks at the data beside a running Loa, and changes them when it is stopped. */
class ShellCommandsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    @TempDir
    private Path folder;

    private BotApiEmulator telegram;
    private EmulatedChat group;
    private Path config;
    private Database running;
    private Chat chat;
    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void start() throws IOException {
        telegram = BotApiEmulator.start();
        Person an = telegram.person("An");
        group = telegram.group("Nhóm").admin(an);
        group.bot(an, "member");
        config = folder.resolve("loa.yaml");
        Files.writeString(config, """
                data: %s
                backup: {folder: %s}
                telegram: {token: "%s", api-url: "%s"}
                """.formatted(
                        folder.resolve("data"), folder.resolve("backup"), telegram.token(), telegram.url()));
        running = Database.embedded(folder.resolve("data"));
        Storage storage = Storage.of(running);
        chat = storage.chats()
                .meet(
                        ChatAddress.of(new Bot(Platform.TELEGRAM, "main"), Long.toString(group.id())),
                        ChatKind.GROUP,
                        "Nhóm\u001b[31m \"xã\"",
                        ChatState.ACTIVE,
                        NOW);
        storage.subscriptions()
                .add(new Subscription(chat.id(), Subscription.Kind.ALL, "", "Tất cả"), ConsoleInput.PERSON, NOW);
        storage.sources()
                .syncConfigured(List.of(new Source(
                        "xa-a",
                        "Xã A",
                        URI.create("https://xa-a.example.vn/tin"),
                        "",
                        new Cadence.Every(Duration.ofMinutes(15)),
                        Map.of(),
                        Set.of())));
    }

    @AfterEach
    void stop() {
        running.close();
        telegram.close();
    }

    private int loa(String... words) {
        out = new StringWriter();
        err = new StringWriter();
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--config";
        all[words.length + 1] = config.toString();
        return Loa.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    @Test
    void chats_sources_and_dead_letters_are_listed_beside_a_running_loa() {
        assertThat(loa("chats")).as(() -> err.toString()).isZero();
        assertThat(out.toString())
                .contains("#" + chat.id() + " ACTIVE GROUP telegram/main " + group.id(), "follows 1")
                .doesNotContain("\u001b");
        assertThat(loa("sources")).isZero();
        assertThat(out.toString()).contains("OK xa-a \"Xã A\" https://xa-a.example.vn/tin");
        assertThat(loa("dead")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void json_is_for_programs() {
        assertThat(loa("chats", "--json")).isZero();
        assertThat(out.toString()).contains("\"chat\" : \"" + group.id() + "\"", "\"follows\" : 1", "\\u001B");
        assertThat(loa("sources", "--json")).isZero();
        assertThat(out.toString()).contains("\"id\" : \"xa-a\"", "\"watched\" : true", "\"problem\" : null");
        assertThat(loa("dead", "--json")).isZero();
        assertThat(out.toString()).isEqualToIgnoringWhitespace("[]");
        assertThat(loa("export", "--json")).isZero();
        assertThat(out.toString()).contains("\"kind\" : \"ALL\"");
    }

    @Test
    void what_is_exported_can_be_imported_when_loa_is_stopped() throws IOException {
        Path table = folder.resolve("bang.csv");
        Path outline = folder.resolve("nguon.opml");
        assertThat(loa("export", table.toString())).isZero();
        assertThat(loa("export", "--sources", outline.toString())).isZero();
        assertThat(Files.readString(outline)).contains("https://xa-a.example.vn/tin");
        Files.writeString(table, Files.readString(table).replace(",ALL,,", ",SOURCE,xa-a,"));
        running.close();

        assertThat(loa("import", table.toString())).as(() -> err.toString()).isZero();
        assertThat(out.toString()).contains("Theo dõi: thêm 1", "nothing was changed", "--yes");
        assertThat(loa("import", "--yes", table.toString())).isZero();
        assertThat(out.toString()).contains("Đã nhập: thêm 1, bỏ 0.");
        assertThat(loa("chats")).isZero();
        assertThat(out.toString()).contains("follows 2");
        assertThat(loa("import", "--yes", outline.toString())).isZero();
        assertThat(out.toString()).contains("thêm 0, đã có 1").doesNotContain("--yes");
    }

    @Test
    void what_writes_is_refused_while_loa_runs_with_the_way_in_the_chat() throws IOException {
        Path table = Files.writeString(folder.resolve("bang.csv"), "bot,chat,kind\n");
        assertThat(loa("import", "--yes", table.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Loa is running", "/nhap", "stop it first");
        assertThat(loa("test-message", Long.toString(chat.id()))).isEqualTo(2);
        assertThat(err.toString()).contains("Loa is running", "/trogiup");
    }

    @Test
    void a_test_message_arrives_when_loa_is_stopped() {
        running.close();
        assertThat(loa("test-message", Long.toString(chat.id())))
                .as(() -> err.toString())
                .isZero();
        assertThat(out.toString()).contains("sent to telegram/main ").doesNotContain("[");
        assertThat(group.lastMessage().text()).contains("Đây là tin thử của Loa");
        assertThat(loa("test-message", "999")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no chat #999; loa chats lists them");
    }

    @Test
    void without_a_database_or_with_an_older_one_it_says_what_to_do() throws IOException {
        running.close();
        Files.delete(folder.resolve("data/loa.db"));
        assertThat(loa("chats")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no ", "start Loa once");
        Path table = Files.writeString(folder.resolve("bang.csv"), "bot,chat,kind\n");
        for (String[] each : List.of(
                new String[] {"test-message", "1"}, new String[] {"import", table.toString()}, new String[] {"backup"
                })) {
            assertThat(loa(each)).isEqualTo(2);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("there is no ", "name the configuration with --config", "start Loa once");
        }
        assertThat(folder.resolve("data/loa.db")).doesNotExist();
    }

    @Test
    void a_damaged_database_is_told_with_its_backup_and_no_list_of_options() throws IOException {
        running.close();
        Files.writeString(folder.resolve("data/loa.db"), "garbage".repeat(1000));
        for (String each : List.of("chats", "sources", "dead", "export")) {
            assertThat(loa(each)).isEqualTo(2);
            assertThat(err.toString().lines()).singleElement().asString().contains("loa.db is damaged", "loa restore");
        }
    }
}
