package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.store.Database;
import vn.loa.store.file.SecretCipher;

/** Keeps the tokens that operators gave by command, encrypted. */
public final class BotTokenStore {
    private static final Logger log = LoggerFactory.getLogger(BotTokenStore.class);

    private final Database database;
    private final SecretCipher cipher;

    public BotTokenStore(Database database, SecretCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /**
     * A token that an operator gave. Its text form leaves the token out.
     *
     * @param account the number before the token's colon
     * @param replaces the digest of the token in the configuration that it stands for; empty for a bot of its own
     */
    public record Given(Bot bot, String account, String token, String replaces) {
        public Given {
            Objects.requireNonNull(bot);
            Objects.requireNonNull(account);
            Objects.requireNonNull(token);
            Objects.requireNonNull(replaces);
        }

        @Override
        public String toString() {
            return bot + " of account " + account;
        }
    }

    /** Keeps a token, in place of a former one of the bot; what held the bot because of that holds it no more. */
    public void keep(Given given, PersonId by, Instant now) {
        database.<Integer>write(handle -> handle.execute(
                "UPDATE bot SET hold_until = 0, reason = '' WHERE bot = ?",
                given.bot().key()));
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO bot_token (bot, account, token, replaces, added_by, added_at)
                        VALUES (:bot, :account, :token, :replaces, :by, :now)
                        ON CONFLICT (bot) DO UPDATE SET account = excluded.account, token = excluded.token,
                          replaces = excluded.replaces, added_by = excluded.added_by, added_at = excluded.added_at
                        """)
                .bind("bot", given.bot().key())
                .bind("account", given.account())
                .bind("token", cipher.encrypt(given.token(), given.bot().key()))
                .bind("replaces", given.replaces())
                .bind("by", by.key())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Forgets a bot's token; returns whether there was one. */
    public boolean forget(Bot bot) {
        return database.write(handle -> handle.execute("DELETE FROM bot_token WHERE bot = ?", bot.key()) == 1);
    }

    /** Returns all tokens that can be read, the oldest first; one that cannot is told in the log, and left. */
    public List<Given> all() {
        return database
                .read(handle -> handle.createQuery(
                                "SELECT bot, account, token, replaces FROM bot_token ORDER BY added_at, bot")
                        .map((row, context) -> new Given(
                                Bot.parse(row.getString("bot")),
                                row.getString("account"),
                                row.getString("token"),
                                row.getString("replaces")))
                        .list())
                .stream()
                .flatMap(kept -> read(kept).stream())
                .toList();
    }

    private Optional<Given> read(Given kept) {
        Optional<Given> read = cipher.decrypt(kept.token(), kept.bot().key())
                .map(token -> new Given(kept.bot(), kept.account(), token, kept.replaces()));
        if (read.isEmpty()) {
            log.error(
                    "{}: its token cannot be read, since the key (secret.key or LOA_SECRET_KEY) is another: bring the key"
                            + " back, or give the token again by /bot",
                    kept.bot());
        }
        return read;
    }
}
