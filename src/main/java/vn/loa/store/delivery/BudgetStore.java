package vn.loa.store.delivery;

import java.time.YearMonth;
import vn.loa.model.Bot;
import vn.loa.model.ChatKind;
import vn.loa.store.Database;
import vn.loa.store.StatisticsStore;

/** Counts the messages of its monthly plan that each bot has spent. */
public final class BudgetStore {
    private final Database database;

    public BudgetStore(Database database) {
        this.database = database;
    }

    /** One message more. */
    public void spend(Bot bot, YearMonth month) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO bot_month (bot, month, spent) VALUES (:bot, :month, 1)
                        ON CONFLICT (bot, month) DO UPDATE SET spent = bot_month.spent + 1
                        """)
                .bind("bot", bot.key())
                .bind("month", month.toString())
                .execute());
    }

    /** So many of the messages were answers; they are counted by {@link #spend} too. */
    public void answered(Bot bot, YearMonth month, int messages) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO bot_month (bot, month, spent, answers) VALUES (:bot, :month, 0, :more)
                        ON CONFLICT (bot, month) DO UPDATE SET answers = bot_month.answers + :more
                        """)
                .bind("bot", bot.key())
                .bind("month", month.toString())
                .bind("more", messages)
                .execute());
    }

    /** Returns how many of the month's messages were answers. */
    public int answers(Bot bot, YearMonth month) {
        return database.read(
                handle -> handle.createQuery("SELECT answers FROM bot_month WHERE bot = :bot AND month = :month")
                        .bind("bot", bot.key())
                        .bind("month", month.toString())
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0));
    }

    /** Counts whom a bot cannot write to until they write, and what waits for it. */
    public StatisticsStore.Awaited awaited(Bot bot) {
        return database.read(handle -> StatisticsStore.awaited(handle, bot.key()));
    }

    /** Notes that operators know that the answers are used up; returns false when they knew already. */
    public boolean tellAnswers(Bot bot, YearMonth month) {
        return database.write(handle -> handle.createUpdate("UPDATE bot_month SET answers_told = 1"
                                + " WHERE bot = :bot AND month = :month AND answers_told = 0")
                        .bind("bot", bot.key())
                        .bind("month", month.toString())
                        .execute()
                == 1);
    }

    public int spent(Bot bot, YearMonth month) {
        return database.read(
                handle -> handle.createQuery("SELECT spent FROM bot_month WHERE bot = :bot AND month = :month")
                        .bind("bot", bot.key())
                        .bind("month", month.toString())
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0));
    }

    /** Notes that operators were warned; returns false when they were already. */
    public boolean warn(Bot bot, YearMonth month) {
        return database.write(handle -> handle.createUpdate(
                                "UPDATE bot_month SET warned = 1 WHERE bot = :bot AND month = :month AND warned = 0")
                        .bind("bot", bot.key())
                        .bind("month", month.toString())
                        .execute()
                == 1);
    }

    /** Counts the open chats of a bot: private ones, or shared ones. */
    public int chats(Bot bot, boolean shared) {
        return database.read(
                handle -> handle.createQuery("SELECT COUNT(DISTINCT external_id) FROM chat WHERE bot = :bot"
                                + " AND state IN ('ACTIVE', 'PENDING') AND kind "
                                + (shared ? "<>" : "=") + " :private")
                        .bind("bot", bot.key())
                        .bind("private", ChatKind.PRIVATE.name())
                        .mapTo(Integer.class)
                        .one());
    }
}
