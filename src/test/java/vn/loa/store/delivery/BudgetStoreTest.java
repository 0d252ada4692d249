package vn.loa.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.chat.ChatStore;

class BudgetStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final Bot BOT = new Bot(Platform.ZALO, "main");

    @TempDir
    private Path folder;

    private Database database;
    private BudgetStore budget;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        budget = new BudgetStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void messages_and_answers_are_counted_by_the_month() {
        budget.spend(BOT, MONTH);
        budget.spend(BOT, MONTH);
        budget.answered(BOT, MONTH, 1);
        assertThat(budget.spent(BOT, MONTH)).isEqualTo(2);
        assertThat(budget.answers(BOT, MONTH)).isEqualTo(1);
        assertThat(budget.spent(BOT, MONTH.plusMonths(1))).isZero();
    }

    @Test
    void operators_are_warned_once_of_each() {
        budget.spend(BOT, MONTH);
        assertThat(budget.warn(BOT, MONTH)).isTrue();
        assertThat(budget.warn(BOT, MONTH)).isFalse();
        assertThat(budget.tellAnswers(BOT, MONTH)).isTrue();
        assertThat(budget.tellAnswers(BOT, MONTH)).isFalse();
    }

    @Test
    void open_groups_are_counted_apart_from_people() {
        ChatStore chats = new ChatStore(database);
        chats.meet(ChatAddress.of(BOT, "g1"), ChatKind.GROUP, "Thôn", ChatState.ACTIVE, NOW);
        chats.meet(ChatAddress.of(BOT, "g2"), ChatKind.GROUP, "Xã", ChatState.REFUSED, NOW);
        chats.meet(ChatAddress.of(BOT, "p1"), ChatKind.PRIVATE, "Lan", ChatState.PENDING, NOW);
        chats.meet(ChatAddress.of(BOT, "p2"), ChatKind.PRIVATE, "Hoa", ChatState.ACTIVE, NOW);
        assertThat(budget.chats(BOT, true)).isEqualTo(1);
        assertThat(budget.chats(BOT, false)).isEqualTo(2);
    }
}
