package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.message.PieceStore;

/** Holds that all of a database of the version before the last migrations is still there, and means the same. */
class FilledMigrationTest {
    private static final Bot FIRST = new Bot(Platform.TELEGRAM, "main");
    private static final Bot SECOND = new Bot(Platform.TELEGRAM, "second");

    @TempDir
    private Path folder;

    private final List<String> filling = new ArrayList<>();
    private Database database;

    @BeforeEach
    void upgrade() throws IOException, SQLException {
        chats();
        messages();
        filling.add(
                "INSERT INTO article (id, article_key, source_id, url, title, precision, lead, paragraphs, category,"
                        + " author, attachments, sentences, folded, folded_category, first_seen, revision, withdrawn, reread)"
                        + " VALUES (1, 'k', 'a', 'https://a.gov.vn/1', 'Tin', 'DAY', '', '[]', '', '', '[]', '[]', '', '', 0, 1, 0, 1)");
        filling.add("INSERT INTO setting (name, value) VALUES ('version', '0.2.0')");
        MigratedDatabase.older(folder, "53", filling);
        database = MigratedDatabase.upgraded(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void chats() {
        chat(1, FIRST, "-1001", "", "");
        chat(2, FIRST, "-1001", "7", "");
        chat(3, FIRST, "-4", "", "moved to -1001");
        chat(4, FIRST, "-4", "7", "moved to -1001");
        chat(5, SECOND, "-4", "", "the bot is not a member");
        chat(6, SECOND, "-1001", "", "");
        chat(7, FIRST, "-5", "", "moved to -1009");
        chat(8, FIRST, "-1007", "", "");
        chat(9, FIRST, "-7", "", "moved to -1007");
        filling.add("INSERT INTO former_chat (bot, external_id, moved_to) VALUES ('telegram/main', '-7', '-1007')");
    }

    private void chat(int id, Bot bot, String external, String topic, String closed) {
        filling.add("INSERT INTO chat (id, bot, external_id, topic_id, kind, title, state, closed_reason, approved,"
                + " created_at) VALUES (" + id + ", '" + bot.key() + "', '" + external + "', '" + topic
                + "', 'SUPERGROUP', 'Nhóm', '" + (closed.isEmpty() ? "ACTIVE" : "CLOSED") + "', '" + closed
                + "', 1, 0)");
    }

    /** Numbers that fall are no sign of a move: words that were sent again keep their row and its time. */
    private void messages() {
        message(1, 1, "980", 0);
        message(2, 1, "1203", 3_600_000);
        message(3, 1, "2", 7_200_000);
        message(4, 8, "12@-7", 0);
        message(5, 2, "77", 0);
        filling.add("INSERT INTO delivery (id, bot, chat_id, priority, state, due_at, created_at, message_id)"
                + " VALUES (1, 'telegram/main', 1, 0, 'SENT', 0, 0, 2)");
        filling.add("INSERT INTO delivery_part (delivery_id, external_id, words, file) VALUES (1, '1204', 0, 0)");
        filling.add(
                "INSERT INTO delivery_remaining (delivery_id, external_id, file, reason) VALUES (1, '1205', 1, 'no')");
        filling.add("INSERT INTO delivery_missing (delivery_id, file, reason) VALUES (1, 2, '')");
        filling.add("INSERT INTO delivery_resend (delivery_id, since, due_at) VALUES (1, 0, 0)");
    }

    private void message(int id, int chat, String number, int at) {
        filling.add("INSERT INTO message (id, bot, chat_id, external_id, sent_at) VALUES (" + id + ", 'telegram/main', "
                + chat + ", '" + number + "', " + at + ")");
    }

    private List<String> texts(String query) {
        return MigratedDatabase.texts(database, query);
    }

    @Test
    void the_ids_that_groups_had_are_known_where_a_closed_chat_leads_to_one_of_the_same_bot() {
        ChatStore chats = new ChatStore(database);
        assertThat(chats.movedTo(FIRST, "-4")).contains("-1001");
        assertThat(chats.movedTo(FIRST, "-7")).contains("-1007");
        assertThat(chats.movedTo(FIRST, "-5")).as("nobody knows the new one").isEmpty();
        assertThat(chats.movedTo(SECOND, "-4")).isEmpty();
    }

    @Test
    void messages_and_their_parts_keep_their_numbers() {
        assertThat(texts("SELECT external_id FROM message ORDER BY id"))
                .containsExactly("980", "1203", "2", "12@-7", "77");
        assertThat(texts("SELECT external_id FROM delivery_part")).containsExactly("1204");
        assertThat(texts("SELECT external_id FROM delivery_remaining")).containsExactly("1205");
        assertThat(texts("SELECT CAST(file AS TEXT) FROM delivery_missing")).containsExactly("2");
    }

    @Test
    void an_article_was_read_by_another_version_and_a_node_of_the_version_before_can_still_note_it() {
        MigratedDatabase.sql(database, "UPDATE article SET reread = 1");
        ArticleStore articles = new ArticleStore(database, "0.3.0");
        assertThat(articles.rereadNow(1)).isTrue();
        assertThat(articles.rereadNow(1)).isFalse();
        assertThat(texts("SELECT name FROM setting WHERE name = 'version'")).isEmpty();
    }

    @Test
    void pieces_are_kept() {
        PieceStore pieces = new PieceStore(database);
        pieces.add(List.of(1L), 0, "Một.", "z1");
        assertThat(pieces.taken(1, List.of("Một.", "Hai."))).containsExactly("z1");
    }
}
