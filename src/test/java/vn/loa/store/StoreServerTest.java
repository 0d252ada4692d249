package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.schedule.OwnThread;
import vn.loa.waiting.TestPatience;

@EnabledIfSystemProperty(named = "loa.test.database", matches = "postgresql")
class StoreServerTest extends StoreContract {
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
