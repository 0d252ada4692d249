package vn.loa.store.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.SettingStore;

/** What walks all tables that tell of a chat or a person forgets none, and none that is made later. */
class ForgottenTablesTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final PersonId LAN = new PersonId(Platform.TELEGRAM, "7");

    /** Tables whose rows stay with the group that was; each says why. */
    private static final Set<String> STAY = Set.of(
            // what was sent there, under numbers of messages that the new chat does not have; what waits moves
            "delivery",
            "message",
            "digest",
            "delivery_reroute",
            "delivery_part",
            "delivery_missing",
            "delivery_remaining",
            "delivery_resend",
            "delivery_piece",
            // asked of the platform again
            "chat_members",
            "chat_trouble",
            // says which chat it is now
            "former_chat",
            // persons only have it, whose numbers stay
            "interaction",
            // the chat itself
            "chat");

    private static final Set<String> PERSONS = Set.of(
            "person",
            "person_key",
            "author",
            "approver",
            "actor",
            "asked_by",
            "added_by",
            "created_by",
            "changed_by",
            "granted_by",
            "main");

    /** Columns of these names that hold no person, and roles, which are laid down by themselves. */
    private static final Set<String> NOT_ERASED =
            Set.of("article.author", "operator.person", "manager.person", "chat_admin.person");

    @TempDir
    private Path folder;

    private Database database;
    private FilledTables tables;

    @BeforeEach
    void open() {
        database = MigratedDatabase.embedded(folder);
        tables = new FilledTables(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static boolean isOfChat(FilledTables.Column column) {
        return Set.of("chat_id", "external_id").contains(column.name()) && !STAY.contains(column.table());
    }

    @Test
    void a_moved_chat_takes_along_what_every_table_keeps_of_it() throws SQLException {
        ChatStore chats = new ChatStore(database);
        Chat old = chats.meet(ChatAddress.of(BOT, "-1"), ChatKind.GROUP, "Thôn", ChatState.ACTIVE, NOW);
        Chat target = chats.meet(ChatAddress.of(BOT, "-1001"), ChatKind.SUPERGROUP, "Thôn", ChatState.ACTIVE, NOW);
        List<FilledTables.Column> ofChat =
                tables.columns().stream().filter(ForgottenTablesTest::isOfChat).toList();
        for (String referred : List.of("article", "deadline", "inquiry")) {
            tables.fill(referred, (each, text) -> "1");
        }
        for (FilledTables.Column column : ofChat) {
            tables.fill(column.table(), (each, text) -> switch (each.name()) {
                case "bot" -> BOT.key();
                case "external_id" -> "-1";
                case "chat_id" -> text ? "-1" : Long.toString(old.id());
                default -> "1";
            });
        }
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(ofChat).hasSizeGreaterThan(15);
        for (FilledTables.Column column : ofChat) {
            assertThat(tables.count(column, column.type().equals("TEXT") ? "-1001" : target.id()))
                    .as("rows of the new chat in %s", column.table())
                    .isOne();
        }
    }

    @Test
    void an_announcement_that_waits_goes_to_the_chat_that_the_group_has_become() throws SQLException {
        ChatStore chats = new ChatStore(database);
        Chat old = chats.meet(ChatAddress.of(BOT, "-1"), ChatKind.GROUP, "Thôn", ChatState.ACTIVE, NOW);
        Chat target = chats.meet(ChatAddress.of(BOT, "-1001"), ChatKind.SUPERGROUP, "Thôn", ChatState.ACTIVE, NOW);
        tables.fill("announcement", (each, text) -> switch (each.name()) {
            case "state" -> "APPROVED";
            case "recipients" -> old.id() + ",99," + target.id();
            default -> "1";
        });
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(MigratedDatabase.texts(database, "SELECT recipients FROM announcement"))
                .containsExactly(target.id() + ",99");
    }

    @Test
    void an_erased_person_stands_in_no_table_but_those_of_roles() throws SQLException {
        List<FilledTables.Column> columns = tables.columns().stream()
                .filter(column ->
                        PERSONS.contains(column.name()) && !NOT_ERASED.contains(column.table() + "." + column.name()))
                .toList();
        for (String table :
                Set.copyOf(columns.stream().map(FilledTables.Column::table).toList())) {
            tables.fill(table, (each, text) -> PERSONS.contains(each.name()) ? LAN.key() : "1");
        }
        new PersonalDataStore(database, () -> "p").erase(LAN);
        assertThat(columns).hasSizeGreaterThan(15);
        for (FilledTables.Column column : columns) {
            assertThat(tables.count(column, LAN.key()))
                    .as("%s.%s", column.table(), column.name())
                    .isZero();
        }
    }

    /** Reads from the sources which settings are named after a person: {@code "name:" + … + person.key()}. */
    private static Set<String> ofPersons() throws IOException {
        Pattern name = Pattern.compile("\"([a-z-]+:)\" \\+ [^;]{0,80}person(\\(\\))?\\.key\\(\\);");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> name.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_erased_person_stands_in_the_name_of_no_setting() throws IOException {
        SettingStore settings = new SettingStore(database);
        Set<String> names = ofPersons();
        names.forEach(name -> settings.set(name + "1:" + LAN.key(), "x"));
        settings.set("announce-set:1:telegram:17", "x");
        new PersonalDataStore(database, () -> "p").erase(LAN);
        assertThat(names).contains("import-asked:", "announce-asked:", "announce-set:");
        assertThat(MigratedDatabase.texts(database, "SELECT name FROM setting WHERE value = 'x'"))
                .containsExactly("announce-set:1:telegram:17");
    }
}
