package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.statement.Update;
import vn.loa.model.Bot;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.file.SecretCipher;

/**
 * The tokens of Zalo's Official Accounts, encrypted. Each refresh replaces both, and the refresh token that was spent is worth
 * nothing afterwards, so of two who want to spend one only the first may, and nobody overwrites newer tokens.
 */
public final class OaTokenStore {
    private final Database database;
    private final SecretCipher cipher;

    /**
     * Holds the tokens and their expiry, which Zalo gives together.
     *
     * @param accessToken an empty string before the first refresh
     * @param refreshToken good for one refresh
     * @param expiresAt when the access token ends
     */
    public record Pair(String accessToken, String refreshToken, Instant expiresAt) {
        public Pair {
            Objects.requireNonNull(accessToken);
            Objects.requireNonNull(refreshToken);
            Objects.requireNonNull(expiresAt);
        }

        @Override
        public String toString() {
            return "tokens until " + expiresAt;
        }
    }

    public OaTokenStore(Database database, SecretCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Encrypts what an earlier Loa wrote down plainly; to be called before anything else is asked. */
    public void encryptPlain() {
        record Row(String bot, String access, String refresh) {}
        database.transaction(() -> {
            List<Row> rows = database.read(handle -> handle.createQuery(
                            "SELECT bot, access_token, refresh_token FROM zalo_oa_token")
                    .map((row, context) -> new Row(
                            row.getString("bot"), row.getString("access_token"), row.getString("refresh_token")))
                    .list());
            rows.stream()
                    .filter(row -> !SecretCipher.isEncrypted(row.refresh()))
                    .forEach(row -> database.<Integer>write(handle -> handle.createUpdate("""
                                    UPDATE zalo_oa_token SET access_token = :access, refresh_token = :refresh,
                                      refresh_digest = :digest WHERE bot = :bot
                                    """)
                            .bind("access", hidden(row.bot(), row.access()))
                            .bind("refresh", hidden(row.bot(), row.refresh()))
                            .bind("digest", SecretCipher.digest(row.refresh()))
                            .bind("bot", row.bot())
                            .execute()));
        });
    }

    private String hidden(String bot, String token) {
        return token.isEmpty() ? "" : cipher.encrypt(token, bot);
    }

    /** Returns a token in plain words; an empty text when the key is another, so that Zalo is not asked with rubbish. */
    private String shown(String bot, String stored) {
        return stored.isEmpty() ? "" : cipher.decrypt(stored, bot).orElse("");
    }

    /**
     * Begins with the refresh token of the configuration, unless the tokens that stand here came from it. A new one may be
     * another account's, so the number that was learned with the former is forgotten.
     *
     * @return whether it was new
     */
    public boolean begin(Bot bot, String configuredRefreshToken) {
        return database.transaction(() -> {
            boolean fresh = began(bot, configuredRefreshToken);
            if (fresh) {
                database.<Integer>write(
                        handle -> handle.execute("DELETE FROM oa_account WHERE bot = ? AND added_by = ''", bot.key()));
            }
            return fresh;
        });
    }

    private boolean began(Bot bot, String configuredRefreshToken) {
        return database.write(handle -> handle.createUpdate("""
                        INSERT INTO zalo_oa_token (bot, origin, access_token, refresh_token, refresh_digest, expires_at,
                          claimed_until)
                        VALUES (:bot, :origin, '', :refresh, :digest, 0, 0)
                        ON CONFLICT (bot) DO UPDATE SET origin = excluded.origin, access_token = '',
                          refresh_token = excluded.refresh_token, refresh_digest = excluded.refresh_digest, expires_at = 0,
                          claimed_until = 0
                        WHERE zalo_oa_token.origin <> excluded.origin
                        """)
                        .bind("bot", bot.key())
                        .bind("origin", SecretCipher.digest(configuredRefreshToken))
                        .bind("refresh", hidden(bot.key(), configuredRefreshToken))
                        .bind("digest", SecretCipher.digest(configuredRefreshToken))
                        .execute()
                == 1);
    }

    /**
     * Keeps what a consent gave, in place of former tokens.
     *
     * @param configuredRefreshToken the refresh token of the configuration for which it stands until that is changed;
     *     empty for an account that the configuration has none for
     */
    public void keep(Bot bot, String configuredRefreshToken, Pair pair) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO zalo_oa_token (bot, origin, access_token, refresh_token, refresh_digest, expires_at,
                          claimed_until)
                        VALUES (:bot, :origin, :access, :refresh, :digest, :expires, 0)
                        ON CONFLICT (bot) DO UPDATE SET origin = excluded.origin,
                          access_token = excluded.access_token, refresh_token = excluded.refresh_token,
                          refresh_digest = excluded.refresh_digest, expires_at = excluded.expires_at, claimed_until = 0
                        """)
                .bind("bot", bot.key())
                .bind("origin", configuredRefreshToken.isEmpty() ? "" : SecretCipher.digest(configuredRefreshToken))
                .bind("access", hidden(bot.key(), pair.accessToken()))
                .bind("refresh", hidden(bot.key(), pair.refreshToken()))
                .bind("digest", SecretCipher.digest(pair.refreshToken()))
                .bind("expires", pair.expiresAt().toEpochMilli())
                .execute());
    }

    /** Returns whether there are tokens of a bot. */
    public boolean has(Bot bot) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM zalo_oa_token WHERE bot = :bot")
                        .bind("bot", bot.key())
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /**
     * The newest tokens.
     *
     * @throws IllegalStateException before {@link #begin}
     */
    public Pair newest(Bot bot) {
        return database.read(handle -> handle.createQuery(
                        "SELECT access_token, refresh_token, expires_at FROM zalo_oa_token WHERE bot = :bot")
                .bind("bot", bot.key())
                .map((row, context) -> new Pair(
                        shown(bot.key(), row.getString("access_token")),
                        shown(bot.key(), row.getString("refresh_token")),
                        Columns.instant(row, "expires_at")))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no tokens of " + bot)));
    }

    /**
     * Takes the right to spend a refresh token; it ends by itself, for who has it may die.
     *
     * @return false when it was spent already, or another has the right now
     */
    public boolean claim(Bot bot, String refreshToken, Instant now, Instant until) {
        return database.write(handle -> one(handle.createUpdate("""
                        UPDATE zalo_oa_token SET claimed_until = :until
                        WHERE bot = :bot AND refresh_digest = :refresh AND claimed_until <= :now
                        """)
                .bind("bot", bot.key())
                .bind("refresh", SecretCipher.digest(refreshToken))
                .bind("now", now.toEpochMilli())
                .bind("until", until.toEpochMilli())));
    }

    /** Gives the right back, when the refresh token was not spent. */
    public void release(Bot bot, String refreshToken) {
        database.write(handle -> one(handle.createUpdate(
                        "UPDATE zalo_oa_token SET claimed_until = 0 WHERE bot = :bot AND refresh_digest = :refresh")
                .bind("bot", bot.key())
                .bind("refresh", SecretCipher.digest(refreshToken))));
    }

    /**
     * Ends the right to spend the refresh token that a former life of this program left; to be called before it claims
     * anything itself. The lock on a file proves that nobody else lives; on a server other nodes may, so that the right
     * ends by itself there.
     */
    public void dropFormerClaim(Bot bot) {
        if (database.onServer()) {
            return;
        }
        database.write(handle -> one(handle.createUpdate("UPDATE zalo_oa_token SET claimed_until = 0 WHERE bot = :bot")
                .bind("bot", bot.key())));
    }

    /**
     * Keeps what came for a refresh token; it is on the disk when this returns.
     *
     * @return false when that refresh token is not the newest any more; then nothing is changed
     */
    public boolean replace(Bot bot, String spentRefreshToken, Pair fresh) {
        return database.write(handle -> one(handle.createUpdate("""
                        UPDATE zalo_oa_token
                        SET access_token = :access, refresh_token = :refresh, refresh_digest = :digest, expires_at = :expires,
                          claimed_until = 0
                        WHERE bot = :bot AND refresh_digest = :spent
                        """)
                .bind("bot", bot.key())
                .bind("spent", SecretCipher.digest(spentRefreshToken))
                .bind("access", hidden(bot.key(), fresh.accessToken()))
                .bind("refresh", hidden(bot.key(), fresh.refreshToken()))
                .bind("digest", SecretCipher.digest(fresh.refreshToken()))
                .bind("expires", fresh.expiresAt().toEpochMilli())));
    }

    private static boolean one(Update update) {
        return update.execute() == 1;
    }
}
