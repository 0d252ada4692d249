package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.store.chat.ChatStore;

/** Messages of groups that became supergroups under an older version get names that no message of the new chat has. */
class FormerChatMigrationTest {
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final int HOUR = 3_600_000;

    @TempDir
    private Path folder;

    private int messages;

    private void sql(String statement) throws SQLException {
        DatabaseFiles.change(folder.resolve("loa.db"), statement);
    }

    private void chat(int id, String external, String kind, String closed) throws SQLException {
        sql("INSERT INTO chat (id, bot, external_id, topic_id, kind, title, state, closed_reason, approved, created_at)"
                + " VALUES (" + id + ", 'telegram/main', '" + external + "', '', '" + kind + "', 'Nhóm', '"
                + (closed.isEmpty() ? "ACTIVE" : "CLOSED") + "', '" + closed + "', 1, 0)");
    }

    private void sent(int chat, int number, int at) throws SQLException {
        messages++;
        sql("INSERT INTO message (id, bot, chat_id, external_id, sent_at) VALUES (" + messages + ", 'telegram/main', "
                + chat + ", '" + number + "', " + at + ")");
    }

    private List<String> numbers(Database database, int chat) {
        return MigratedDatabase.texts(
                database, "SELECT external_id FROM message WHERE chat_id = " + chat + " ORDER BY id");
    }

    @Test
    void what_was_sent_before_numbers_fell_stands_in_the_former_chat_and_all_else_keeps_its_number()
            throws SQLException {
        DatabaseFiles.migrate(folder.resolve("loa.db"), "54");
        chat(1, "-1001", "SUPERGROUP", "");
        sent(1, 980, 0);
        sent(1, 1203, HOUR);
        sent(1, 2, 2 * HOUR);
        sent(1, 31, 3 * HOUR);
        chat(2, "-1002", "SUPERGROUP", "");
        sent(2, 98, 0);
        sent(2, 101, HOUR);
        sent(2, 100, HOUR + 5_000);
        sent(2, 120, 2 * HOUR);
        chat(3, "7", "PRIVATE", "");
        sent(3, 40, 0);
        sent(3, 9, HOUR);
        chat(4, "-4", "GROUP", "moved to -1001");
        sql("INSERT INTO delivery (id, bot, chat_id, priority, state, due_at, created_at, message_id)"
                + " VALUES (1, 'telegram/main', 1, 0, 'SENT', 0, 0, 2)");
        sql("INSERT INTO delivery_part (delivery_id, external_id, words, file) VALUES (1, '1204', 0, 0)");
        try (Database database = Database.embedded(folder)) {
            assertThat(numbers(database, 1)).containsExactly("980@", "1203@", "2", "31");
            assertThat(numbers(database, 2)).containsExactly("98", "101", "100", "120");
            assertThat(numbers(database, 3)).containsExactly("40", "9");
            assertThat(MigratedDatabase.texts(database, "SELECT external_id FROM delivery_part"))
                    .containsExactly("1204@");
            assertThat(new ChatStore(database).movedTo(BOT, "-4")).contains("-1001");
        }
    }
}
