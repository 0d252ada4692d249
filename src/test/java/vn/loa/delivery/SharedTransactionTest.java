package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.SettingStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.waiting.TestPatience;

class SharedTransactionTest {
    @TempDir
    private Path folder;

    private Database database;
    private SettingStore settings;
    private SharedTransaction shared;
    private ExecutorService threads;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        settings = new SettingStore(database);
        shared = new SharedTransaction(database, new DeliveryStore(database));
        threads = Executors.newFixedThreadPool(20);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void what_was_written_is_there_when_the_call_returns_and_hurts_no_other_when_it_fails() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        CountDownLatch together = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            String name = "k" + i;
            boolean fails = i % 5 == 0;
            all.add(threads.submit(() -> {
                together.countDown();
                together.await();
                shared.write(() -> write(name, fails));
                return settings.get(name).orElseThrow();
            }));
        }
        for (int i = 0; i < 20; i++) {
            Future<?> one = all.get(i);
            if (i % 5 == 0) {
                assertThatThrownBy(() -> one.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .hasRootCauseMessage("k" + i);
                assertThat(settings.get("k" + i)).isEmpty();
            } else {
                assertThat(one.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo("v");
            }
        }
    }

    @Test
    void an_error_of_one_reaches_its_own_caller_and_no_other_waits_in_vain() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        CountDownLatch together = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            String name = "k" + i;
            boolean fails = i % 5 == 0;
            all.add(threads.submit(() -> {
                together.countDown();
                together.await();
                shared.write(() -> {
                    write(name, false);
                    if (fails) {
                        throw new StackOverflowError(name);
                    }
                });
                return settings.get(name).orElseThrow();
            }));
        }
        for (int i = 0; i < 20; i++) {
            Future<?> one = all.get(i);
            if (i % 5 == 0) {
                assertThatThrownBy(() -> one.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .hasRootCauseMessage("k" + i);
            } else {
                assertThat(one.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo("v");
            }
        }
    }

    private void write(String name, boolean fails) {
        settings.set(name, "v");
        if (fails) {
            throw new IllegalStateException(name);
        }
    }
}
