package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.Unit;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.file.Backups;
import vn.loa.store.file.DatabaseInUseException;
import vn.loa.store.message.NoticeStore;

@EnabledIfSystemProperty(named = "loa.test.database", matches = "postgresql")
class DatabaseMoveServerTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");

    @TempDir
    private Path folder;

    private DatabaseFolder file(String name) {
        return new DatabaseFolder(
                folder.resolve(name), new Backups(folder.resolve(name + "-backup"), 1, ZoneOffset.UTC), false);
    }

    private DatabaseServer server() {
        return TestServer.empty(folder);
    }

    private static Chat chat(Database database, String id) {
        return new ChatStore(database).meet(ChatAddress.of(BOT, id), ChatKind.GROUP, "Nhóm", ChatState.ACTIVE, NOW);
    }

    /** Enters something in tables that point to each other. */
    private static void fill(Database database) {
        List<Long> chats =
                List.of(chat(database, "-1").id(), chat(database, "-2").id());
        long notice = new NoticeStore(database).add("test", OutgoingMessage.plain("Tin đặc biệt"), NOW);
        new DeliveryStore(database).enqueueNotice(notice, chats, Priority.NOTICE, NOW);
        UnitStore units = new UnitStore(database);
        long upper = units.add(OptionalLong.empty(), new Unit.Name("Thành phố", LocalDate.MIN, LocalDate.MAX));
        units.add(OptionalLong.of(upper), new Unit.Name("Phú Xuyên", LocalDate.MIN, LocalDate.MAX));
    }

    private static List<Map<String, Object>> all(Database database) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.id, d.bot, d.state, d.due_at, d.settled_at, n.body, c.title FROM delivery d
                        JOIN notice n ON n.id = d.notice_id JOIN chat c ON c.id = d.chat_id ORDER BY d.id
                        """).mapToMap().list());
    }

    @Test
    void all_that_a_database_holds_goes_to_the_server_and_back_and_new_numbers_follow_the_old() throws IOException {
        DatabaseFolder from = file("one");
        List<Map<String, Object>> before;
        try (Database database = MigratedDatabase.embedded(from.path())) {
            fill(database);
            before = all(database);
        }
        byte[] untouched = Files.readAllBytes(from.file());
        Map<String, Long> carried = new DatabaseMove(from, server()).toServer();
        assertThat(carried)
                .containsEntry("delivery", 2L)
                .containsEntry("unit", 2L)
                .containsEntry("article", 0L);
        assertThat(Files.readAllBytes(from.file())).isEqualTo(untouched);
        try (Database database = Database.of(server())) {
            assertThat(all(database).toString()).isEqualTo(before.toString());
            assertThat(chat(database, "-3").id()).isEqualTo(3);
            assertThat(new NoticeStore(database).add("test", OutgoingMessage.plain("Mới"), NOW))
                    .isEqualTo(2);
        }
        DatabaseFolder back = file("two");
        new DatabaseMove(back, server()).toFile();
        try (Database database = Database.embedded(back.path())) {
            assertThat(all(database).toString()).isEqualTo(before.toString());
            assertThat(chat(database, "-4").id()).isEqualTo(4);
        }
    }

    @Test
    void a_database_that_holds_something_is_not_moved_to() {
        DatabaseFolder from = file("one");
        MigratedDatabase.embedded(from.path()).close();
        try (Database database = Database.of(server())) {
            fill(database);
        }
        assertThatThrownBy(() -> new DatabaseMove(from, server()).toServer())
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("not empty");
        assertThatThrownBy(() -> new DatabaseMove(from, server()).toFile())
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("there is a database");
    }

    @Test
    void a_database_that_a_loa_works_with_is_not_moved() {
        DatabaseFolder from = file("one");
        try (Database running = MigratedDatabase.embedded(from.path())) {
            assertThatThrownBy(() -> new DatabaseMove(from, server()).toServer())
                    .isInstanceOf(DatabaseInUseException.class);
        }
        try (Database running = Database.of(server())) {
            assertThatThrownBy(() -> new DatabaseMove(from, server()).toServer())
                    .isInstanceOf(DatabaseInUseException.class);
        }
    }

    @Test
    void what_cannot_be_reached_is_told_with_the_cure_and_may_pass() {
        DatabaseServer nowhere = new DatabaseServer("jdbc:postgresql://127.0.0.1:1/loa", "loa", "geheim");
        assertThatThrownBy(() -> Database.of(nowhere))
                .isInstanceOfSatisfying(UnusableDatabaseException.class, refused -> {
                    assertThat(refused.mayPass()).isTrue();
                    assertThat(refused.getMessage())
                            .contains("127.0.0.1:1", "start PostgreSQL")
                            .doesNotContain("geheim");
                });
    }
}
