package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.file.Backup;
import vn.loa.store.file.Backups;

/** One backup a day, and a word to operators when there is none. */
class DailyBackupTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-28T02:00:00Z"); // 9:00 in Viet Nam
    private Database database;
    private Backups backups;
    private DailyBackup daily;

    @BeforeEach
    void open() {
        database = MigratedDatabase.embedded(folder.resolve("data"));
        backups = new Backups(folder.resolve("backup"), 3, ZONE);
        daily = daily(true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DailyBackup daily(boolean wanted) {
        Path file = folder.resolve("data").resolve("loa.db");
        return new DailyBackup(
                new DailyBackup.Plan(Optional.of(file), backups, wanted, LocalTime.of(2, 30), ZONE),
                database,
                (topic, message) -> told.add(message.text().text()),
                Phrases.vietnamese(),
                () -> now);
    }

    private void runAfter(Duration pause) {
        now = now.plus(pause);
        daily.run();
    }

    private List<Instant> made() {
        return backups.all().stream().map(Backup::at).sorted().toList();
    }

    @Test
    void the_first_one_is_made_at_once_and_the_next_after_the_time_of_day() {
        Instant first = now;
        daily.run();
        runAfter(HOUR);
        runAfter(HOUR.multipliedBy(16)); // 2:00
        assertThat(made()).containsExactly(first);
        runAfter(HOUR.dividedBy(2));
        runAfter(HOUR);
        assertThat(made()).hasSize(2);
        assertThat(daily.status()).contains("bản gần nhất 2:30 29/11/2026");
    }

    @Test
    void one_that_was_missed_is_made_after_the_next_start() {
        daily.run();
        now = now.plus(Duration.ofDays(3));
        daily = daily(true);
        daily.run();
        assertThat(made()).hasSize(2);
    }

    @Test
    void operators_hear_once_when_it_fails_twice_and_once_when_it_works_again() throws IOException {
        Path blocked = Files.writeString(folder.resolve("backup"), "");
        daily.run();
        runAfter(Duration.ofMinutes(5));
        assertThat(told).isEmpty();
        assertThat(daily.problem()).isEmpty();
        runAfter(HOUR);
        runAfter(HOUR);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("Hai lần liền", blocked.toString(), "chưa lần nào");
        assertThat(daily.problem()).get().asString().contains(blocked.toString());
        Files.delete(blocked);
        runAfter(HOUR);
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).contains("Đã sao lưu được");
        assertThat(daily.problem()).isEmpty();
    }

    @Test
    void a_backup_from_the_future_does_not_keep_todays_from_being_made() {
        now = now.plus(Duration.ofDays(365));
        daily.run();
        now = now.minus(Duration.ofDays(365));
        daily.run();
        assertThat(made()).hasSize(2);
        assertThat(daily.last()).contains(now);
    }

    @Test
    void none_is_made_where_none_is_wanted() {
        daily = daily(false);
        daily.run();
        assertThat(made()).isEmpty();
    }
}
