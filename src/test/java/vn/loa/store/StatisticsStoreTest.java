package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.NoticeStore;

class StatisticsStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");

    @TempDir
    private Path folder;

    private Database database;
    private StatisticsStore statistics;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        statistics = new StatisticsStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void enter(Chat chat) {
        long notice = new NoticeStore(database).add("test", OutgoingMessage.plain("tin"), NOW);
        new DeliveryStore(database).enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, NOW);
    }

    @Test
    void an_empty_database_is_counted_too() {
        assertThat(statistics.sources())
                .isEqualTo(Map.of("ok", 0, "degraded", 0, "down", 0, "unchecked", 0, "paused", 0));
        assertThat(statistics.troubledSources(5)).isEmpty();
        assertThat(statistics.oldestDue(NOW)).isEmpty();
        assertThat(statistics.articles() + statistics.receipts() + statistics.unconfirmed() + statistics.deadLetters())
                .isZero();
    }

    @Test
    void deliveries_are_counted_by_their_state_and_the_hour_of_their_end() {
        ChatStore chats = new ChatStore(database);
        Chat open = chats.meet(ChatAddress.of(BOT, "-1"), ChatKind.GROUP, "Thôn", ChatState.ACTIVE, NOW);
        Chat closed = chats.meet(ChatAddress.of(BOT, "-2"), ChatKind.GROUP, "Xã", ChatState.ACTIVE, NOW);
        enter(open);
        enter(closed);
        chats.close(closed.id(), "kicked", NOW.plusSeconds(4000));
        assertThat(statistics.openDeliveries())
                .containsExactly(new StatisticsStore.OpenDeliveries(BOT.key(), "queued", 1));
        assertThat(statistics.oldestDue(NOW)).contains(NOW);
        assertThat(statistics.settledByHour(NOW, NOW.plusSeconds(7200)))
                .containsExactly(new StatisticsStore.SettledDeliveries(1, DeliveryState.DEAD, 1));
        assertThat(statistics.chats()).isEqualTo(Map.of("active", 1, "closed", 1));
    }
}
