package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps which Zalo Official Accounts there are, by the numbers that Zalo gave them. */
public final class OaAccountStore {
    private static final String COLUMNS = "SELECT bot, account, name, added_by, changed_at FROM oa_account";

    private final Database database;

    public OaAccountStore(Database database) {
        this.database = database;
    }

    /**
     * An account.
     *
     * @param account its number at Zalo
     * @param name as people see it
     * @param addedBy who asked for the link by which it consented; empty when the configuration has its tokens
     * @param changed when it consented last
     */
    public record Known(Bot bot, String account, String name, String addedBy, Instant changed) {
        public Known {
            Objects.requireNonNull(bot);
            Objects.requireNonNull(account);
            Objects.requireNonNull(name);
            Objects.requireNonNull(addedBy);
            Objects.requireNonNull(changed);
        }

        /** Tells whether the account consented through Loa. */
        public boolean consented() {
            return !addedBy.isEmpty();
        }
    }

    /** Returns all accounts, by the names of their bots. */
    public List<Known> all() {
        return database.read(handle -> handle.createQuery(COLUMNS + " ORDER BY bot")
                .map((row, context) -> new Known(
                        Bot.parse(row.getString("bot")),
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("added_by"),
                        Columns.instant(row, "changed_at")))
                .list());
    }

    /** Returns what is known of the account behind a bot. */
    public Optional<Known> of(Bot bot) {
        return all().stream().filter(each -> each.bot().equals(bot)).findFirst();
    }

    /**
     * Keeps an account; what held its bot because of lost tokens holds it no more.
     *
     * @return false when the bot is another account's; then nothing is changed
     */
    public boolean keep(Known known) {
        boolean kept = learn(known);
        if (kept) {
            database.<Integer>write(handle -> handle.execute(
                    "UPDATE bot SET hold_until = 0, reason = '' WHERE bot = ?",
                    known.bot().key()));
        }
        return kept;
    }

    /**
     * Notes the number and the name of an account whose tokens did not change.
     *
     * @return false when the bot is another account's; then nothing is changed
     */
    public boolean learn(Known known) {
        return database.<Integer>write(handle -> handle.createUpdate("""
                        INSERT INTO oa_account (bot, account, name, added_by, changed_at)
                        VALUES (:bot, :account, :name, :by, :changed)
                        ON CONFLICT (bot) DO UPDATE SET account = excluded.account, name = excluded.name,
                          added_by = excluded.added_by, changed_at = excluded.changed_at
                        WHERE oa_account.account = excluded.account
                        """)
                        .bind("bot", known.bot().key())
                        .bind("account", known.account())
                        .bind("name", known.name())
                        .bind("by", known.addedBy())
                        .bind("changed", known.changed().toEpochMilli())
                        .execute())
                == 1;
    }

    /** Forgets an account that consented through Loa, with its tokens; returns whether there was one. */
    public boolean forget(Bot bot) {
        return database.write(handle -> {
            boolean forgotten =
                    handle.execute("DELETE FROM oa_account WHERE bot = ? AND added_by <> ''", bot.key()) == 1;
            if (forgotten) {
                handle.execute("DELETE FROM zalo_oa_token WHERE bot = ?", bot.key());
            }
            return forgotten;
        });
    }
}
