package vn.loa.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;

/** An operator has a backup made from the chat. */
class SaveCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() throws SQLException {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        // It stands there already, unless the tests run on a server.
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"));
                Statement statement = file.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (id INTEGER)");
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String save() {
        return text(desk.alone(OPERATOR.userId()).says("/saoluu"));
    }

    @Test
    void where_the_data_is_on_a_server_its_keepers_are_to_back_it_up() throws IOException {
        Files.deleteIfExists(folder.resolve("loa.db"));
        assertThat(save()).contains("PostgreSQL", "pg_dump");
    }

    @Test
    void the_answer_names_the_file_and_the_way_back_and_the_journal_knows() {
        assertThat(save()).contains("Đã sao lưu", folder.resolve("backup").toString(), "loa restore");
        assertThat(text(desk.alone(OPERATOR.userId()).says("/nhatky"))).contains("sao lưu dữ liệu");
    }

    @Test
    void a_backup_that_fails_says_why_and_what_to_do() throws IOException {
        Files.writeString(folder.resolve("backup"), "");
        assertThat(save()).contains("Chưa sao lưu được", "is no folder", "/saoluu");
    }

    @Test
    void others_have_none_made() {
        desk.alone("55").says("/saoluu");
        assertThat(folder.resolve("backup")).doesNotExist();
    }
}
