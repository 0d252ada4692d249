package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.schedule.OwnThread;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.AlbumPart;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.NoticeStore;
import vn.loa.waiting.TestPatience;

@EnabledIfSystemProperty(named = "loa.test.database", matches = "postgresql")
class StoreServerTest extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final ChatAddress GROUP = ChatAddress.of(new Bot(Platform.TELEGRAM, "main"), "-1");

    @TempDir
    private Path folder;

    @Override
    Database open() {
        return TestServer.database(folder);
    }

    /** Both have read before either writes; each has a thread, for the common pool of two processors has one for both. */
    @Test
    void of_two_transactions_that_read_and_then_write_one_is_run_again() {
        try (Database database = open()) {
            SettingStore settings = new SettingStore(database);
            settings.set("count", "0");
            CountDownLatch bothHaveRead = new CountDownLatch(2);
            List<CompletableFuture<Void>> two = IntStream.range(0, 2)
                    .mapToObj(each -> CompletableFuture.runAsync(
                            () -> database.transaction(() -> {
                                int read =
                                        Integer.parseInt(settings.get("count").orElseThrow());
                                bothHaveRead.countDown();
                                await(bothHaveRead);
                                settings.set("count", Integer.toString(read + 1));
                            }),
                            new OwnThread("transaction")))
                    .toList();
            two.forEach(CompletableFuture::join);
            assertThat(settings.get("count")).contains("2");
        }
    }

    @Test
    void a_node_that_is_held_in_a_transaction_keeps_its_locks_for_less_than_its_lease() {
        try (Database database = open()) {
            String ended = database.write(handle -> handle.createQuery("SHOW idle_in_transaction_session_timeout")
                    .mapTo(String.class)
                    .one());
            assertThat(ended).isEqualTo("10s");
        }
    }

    @Test
    void a_migration_may_take_longer_than_a_node_may_hold_a_transaction() throws SQLException {
        PGSimpleDataSource source = ConnectionPools.migrating(TestServer.empty(folder));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet bound = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
            assertThat(bound.next()).isTrue();
            assertThat(bound.getString(1)).isEqualTo("0");
        }
        assertThat(source.getSocketTimeout()).as("no bound").isZero();
    }

    /** The move has looked at the parts before this one is written down, and waits for the one who writes it. */
    @Test
    void a_part_that_is_written_down_while_its_chat_moves_keeps_the_former_number() {
        try (Database database = open()) {
            ChatStore chats = new ChatStore(database);
            AlbumStore albums = new AlbumStore(database);
            long delivery = delivered(database, chats);
            CompletableFuture<Void> move = database.write(handle -> {
                albums.arrived(delivery, "-1", List.of(AlbumPart.ofFile("a1", false, 0)), Map.of());
                CompletableFuture<Void> moving = CompletableFuture.runAsync(
                        () -> chats.move(GROUP.bot(), "-1", "-1001", NOW), new OwnThread("move"));
                Awaitility.await()
                        .atMost(TestPatience.LIMIT)
                        .pollInSameThread()
                        .until(() -> moving.isDone() || isWaitedFor(handle));
                return moving;
            });
            move.join();
            assertThat(albums.state(delivery).files()).containsExactly("a1@-1");
        }
    }

    private static long delivered(Database database, ChatStore chats) {
        Chat chat = chats.meet(GROUP, ChatKind.GROUP, "", ChatState.ACTIVE, NOW);
        long notice = new NoticeStore(database).add("test", OutgoingMessage.plain("Sơ đồ"), NOW);
        new DeliveryStore(database).enqueueNotice(notice, List.of(chat.id()), Priority.NOTICE, NOW);
        return database.write(
                handle -> handle.createQuery("UPDATE delivery SET state = 'SENT', settled_at = 1 RETURNING id")
                        .mapTo(Long.class)
                        .one());
    }

    private static boolean isWaitedFor(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM pg_locks WHERE NOT granted"
                                + " AND pg_backend_pid() = ANY (pg_blocking_pids(pid))")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other transaction has not read");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
