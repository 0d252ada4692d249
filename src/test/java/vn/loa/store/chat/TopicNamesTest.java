package vn.loa.store.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;

/** Topics of forums are called by their names. */
class TopicNamesTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final ChatAddress TOPIC = new ChatAddress(new Bot(Platform.TELEGRAM, "main"), "-100", "7");

    @TempDir
    private Path folder;

    @Test
    void a_topic_is_called_by_its_forum_and_its_name_whichever_is_known_first() {
        try (Database database = MigratedDatabase.open(folder)) {
            ChatStore chats = new ChatStore(database);
            Chat unnamed = met(chats, "Thôn Đông");
            assertThat(unnamed.title()).isEqualTo("Thôn Đông");
            assertThat(ChatStore.topicMark(unnamed)).isEqualTo(" #7");

            chats.nameTopic(TOPIC, "Tin tức");
            Chat named = chats.find(TOPIC).orElseThrow();
            assertThat(named.title()).isEqualTo("Thôn Đông › Tin tức");
            assertThat(ChatStore.topicMark(named)).isEmpty();

            chats.nameTopic(TOPIC, "Văn bản");
            assertThat(met(chats, "Thôn Đoài").title()).isEqualTo("Thôn Đoài › Văn bản");
            assertThat(met(chats, "").title()).isEqualTo("Thôn Đoài › Văn bản");
            assertThat(chats.topicName(TOPIC)).hasValue("Văn bản");
        }
    }

    private static Chat met(ChatStore chats, String title) {
        return chats.meet(TOPIC, ChatKind.SUPERGROUP, title, ChatState.ACTIVE, NOW);
    }
}
