package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.SettingStore;

/** News stops before the disk is full; operators hear once, and once when it goes on. */
class DiskGuardTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private List<String> running = List.of();
    private Optional<Long> left = Optional.of(10L << 30);
    private Database database;
    private DiskGuard guard;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        guard = started();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DiskGuard started() {
        return new DiskGuard(
                folder,
                () -> left,
                new SettingStore(database),
                (topic, message) -> told.add(message.text().text()),
                Phrases.vietnamese());
    }

    private void leaves(long mebibytes) {
        left = Optional.of(mebibytes << 20);
        guard.run();
    }

    private DiskGuard node(String name, Consumer<Boolean> leaving) {
        return started().ofNode(new DiskGuard.Node(name, () -> running, leaving));
    }

    @Test
    void each_of_several_nodes_tells_of_its_own_disk_and_leaves_the_shared_work_to_the_others_while_it_is_low() {
        List<Boolean> heard = new ArrayList<>();
        running = List.of("a", "b");
        guard = node("b", heard::add);
        leaves(63);
        left = Optional.of(10L << 30);
        node("a", low -> {}).run();
        leaves(63);
        assertThat(told)
                .singleElement()
                .asString()
                .contains("máy b ", folder.toString(), "63 MB", "các máy khác vẫn", "100 MB");
        leaves(1 << 10);
        assertThat(told).hasSize(2).last().asString().contains("máy b ", "MB");
        assertThat(heard).containsExactly(true, true, false);
    }

    @Test
    void a_node_alone_and_the_last_of_several_with_low_disks_go_on_with_what_needs_no_disk() {
        List<Boolean> heardByA = new ArrayList<>();
        List<Boolean> heardByB = new ArrayList<>();
        running = List.of("a");
        guard = node("a", heardByA::add);
        leaves(63);
        assertThat(told).singleElement().asString().contains("máy a ", "không có máy nào khác", "lời nhắc");
        running = List.of("a", "b");
        leaves(63);
        DiskGuard a = guard;
        guard = node("b", heardByB::add);
        leaves(63);
        a.run();
        assertThat(heardByA).containsExactly(false, true, false);
        assertThat(heardByB).containsExactly(false);
    }

    @Test
    void a_restart_with_little_more_than_the_mark_ends_nothing_of_which_operators_were_not_told() {
        leaves(10);
        guard = started();
        leaves(70);
        assertThat(guard.isLow()).isTrue();
    }

    @Test
    void below_the_mark_no_news_is_entered_and_operators_hear_once() {
        leaves(65);
        assertThat(guard.isLow()).isFalse();
        leaves(63);
        leaves(40);
        assertThat(guard.isLow()).isTrue();
        guard.unlessLow(() -> done.add("news")).run();
        assertThat(done).isEmpty();
        assertThat(told).singleElement().asString().contains("sắp đầy", "63 MB", "df -h", "không mất bài");
    }

    @Test
    void news_goes_on_when_there_is_clearly_more_room_and_not_at_the_mark() {
        leaves(10);
        leaves(70);
        assertThat(guard.isLow()).isTrue();
        leaves(100);
        leaves(200);
        assertThat(guard.isLow()).isFalse();
        guard.unlessLow(() -> done.add("news")).run();
        assertThat(done).containsExactly("news");
        assertThat(told).hasSize(2).last().asString().contains("đã có chỗ", "100 MB");
    }

    @Test
    void a_restart_neither_repeats_the_alarm_nor_forgets_the_all_clear() {
        leaves(10);
        guard = started();
        leaves(10);
        assertThat(guard.isLow()).isTrue();
        assertThat(told).hasSize(1);
        guard = started();
        leaves(500);
        assertThat(told).hasSize(2);
    }

    @Test
    void a_disk_that_cannot_be_measured_stops_nothing() {
        left = Optional.empty();
        guard.run();
        assertThat(guard.isLow()).isFalse();
        assertThat(told).isEmpty();
    }
}
