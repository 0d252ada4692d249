package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.DatabaseFolder;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.file.Backups;

/** Operators hear of a damaged database over the bots that still speak, although nothing can be read from it. */
class DamageAlarmTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private boolean speaks = true;
    private boolean readable = true;
    private Database database;
    private DamageAlarm alarm;

    @BeforeEach
    void open() {
        database = MigratedDatabase.embedded(folder.resolve("data"));
        Chat chat = new ChatStore(database)
                .meet(
                        ChatAddress.of(new Bot(Platform.TELEGRAM, "main"), "7"),
                        ChatKind.PRIVATE,
                        "",
                        ChatState.ACTIVE,
                        Instant.EPOCH);
        Backups backups = new Backups(folder.resolve("backup"), 1, ZoneId.of("Asia/Ho_Chi_Minh"));
        alarm = new DamageAlarm(
                database,
                new DatabaseFolder(folder.resolve("data"), backups, false),
                () -> chats(chat),
                (to, message) ->
                        speaks && told.add(to.chatId() + ": " + message.text().text()),
                Phrases.vietnamese());
    }

    private List<Chat> chats(Chat chat) {
        if (!readable) {
            throw new IllegalStateException("unreadable");
        }
        return List.of(chat);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void damage() {
        readable = false;
        database.noteDamage(new IllegalStateException(
                new SQLiteException("database disk image is malformed", SQLiteErrorCode.SQLITE_CORRUPT_INDEX)));
    }

    @Test
    void nothing_is_told_of_a_sound_database_nor_of_other_failures() {
        database.noteDamage(new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL));
        alarm.run();
        assertThat(told).isEmpty();
        assertThat(alarm.problem()).isEmpty();
    }

    @Test
    void damage_is_told_once_with_file_and_cure() {
        alarm.run();
        damage();
        alarm.run();
        alarm.run();
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("7: ").contains("loa.db bị hỏng", "loa restore");
        assertThat(alarm.problem()).get().asString().contains("loa.db is damaged: ", "CORRUPT", "loa restore");
    }

    @Test
    void who_was_not_reached_is_told_again() {
        alarm.run();
        damage();
        speaks = false;
        alarm.run();
        assertThat(told).isEmpty();
        speaks = true;
        alarm.run();
        assertThat(told).hasSize(1);
    }
}
