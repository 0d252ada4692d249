package vn.loa.store.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.chat.OaTokenStore.Pair;

class OaTokenStoreTest {
    private static final Bot BOT = new Bot(Platform.ZALO, "oa");
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Pair SECOND = new Pair("access-2", "refresh-2", NOW.plusSeconds(90_000));

    @TempDir
    private Path folder;

    private Database database;
    private OaTokenStore tokens;

    @BeforeEach
    void start() {
        database = MigratedDatabase.open(folder);
        tokens = new OaTokenStore(database, vn.loa.store.file.SecretCipher.of("a key of tests only"));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void restart() {
        database.close();
        start();
    }

    @Test
    void plain_rows_of_an_earlier_loa_are_encrypted_and_still_known() {
        database.<Integer>write(handle -> handle.execute("INSERT INTO zalo_oa_token (bot, origin, access_token,"
                + " refresh_token, expires_at, claimed_until) VALUES ('" + BOT.key()
                + "', 'o', 'access-0', 'refresh-0', 5, 0)"));
        tokens.encryptPlain();
        tokens.encryptPlain();
        assertThat(tokens.newest(BOT)).isEqualTo(new Pair("access-0", "refresh-0", Instant.ofEpochMilli(5)));
        assertThat(tokens.replace(BOT, "refresh-0", SECOND)).isTrue();
        String stored =
                database.read(handle -> handle.createQuery("SELECT access_token || refresh_token FROM zalo_oa_token")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain("access-2", "refresh-2");
    }

    @Test
    void the_configured_refresh_token_is_the_beginning() {
        assertThatThrownBy(() -> tokens.newest(BOT)).isInstanceOf(IllegalStateException.class);

        assertThat(tokens.begin(BOT, "refresh-1")).isTrue();

        assertThat(tokens.newest(BOT)).isEqualTo(new Pair("", "refresh-1", Instant.EPOCH));
    }

    @Test
    void what_came_for_it_outlives_a_restart_and_the_old_configuration() {
        tokens.begin(BOT, "refresh-1");
        tokens.replace(BOT, "refresh-1", SECOND);
        restart();

        assertThat(tokens.begin(BOT, "refresh-1")).isFalse();
        assertThat(tokens.newest(BOT)).isEqualTo(SECOND);
    }

    @Test
    void another_refresh_token_in_the_configuration_is_a_new_beginning() {
        tokens.begin(BOT, "refresh-1");
        tokens.replace(BOT, "refresh-1", SECOND);

        assertThat(tokens.begin(BOT, "consented-anew")).isTrue();
        assertThat(tokens.newest(BOT)).isEqualTo(new Pair("", "consented-anew", Instant.EPOCH));
    }

    @Test
    void each_account_has_its_own_tokens() {
        Bot other = new Bot(Platform.ZALO, "oa-2");
        tokens.begin(BOT, "refresh-1");
        tokens.begin(other, "refresh-1");
        tokens.replace(BOT, "refresh-1", SECOND);

        assertThat(tokens.newest(other).refreshToken()).isEqualTo("refresh-1");
    }

    @Test
    void one_of_two_may_spend_a_refresh_token_until_the_claim_ends_or_is_given_back() {
        tokens.begin(BOT, "refresh-1");

        assertThat(tokens.claim(BOT, "refresh-1", NOW, NOW.plusSeconds(60))).isTrue();
        assertThat(tokens.claim(BOT, "refresh-1", NOW.plusSeconds(59), NOW.plusSeconds(119)))
                .isFalse();
        assertThat(tokens.claim(BOT, "refresh-1", NOW.plusSeconds(60), NOW.plusSeconds(120)))
                .isTrue();
        tokens.release(BOT, "refresh-1");
        assertThat(tokens.claim(BOT, "refresh-1", NOW, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void a_claim_of_a_former_life_is_dropped_where_nobody_else_can_live() {
        tokens.begin(BOT, "refresh-1");
        tokens.claim(BOT, "refresh-1", NOW, NOW.plusSeconds(60));
        tokens.dropFormerClaim(BOT);
        boolean free = tokens.claim(BOT, "refresh-1", NOW.plusSeconds(1), NOW.plusSeconds(61));
        assertThat(free).isEqualTo(!database.onServer());
    }

    @Test
    void a_spent_refresh_token_can_neither_be_claimed_nor_replaced_again() {
        tokens.begin(BOT, "refresh-1");
        tokens.replace(BOT, "refresh-1", SECOND);

        assertThat(tokens.claim(BOT, "refresh-1", NOW, NOW.plusSeconds(60))).isFalse();
        assertThat(tokens.replace(BOT, "refresh-1", new Pair("late", "late", NOW)))
                .isFalse();
        assertThat(tokens.newest(BOT)).isEqualTo(SECOND);
        assertThat(tokens.claim(BOT, "refresh-2", NOW, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void tokens_are_not_shown() {
        assertThat(SECOND.toString()).contains("2026-11-02").doesNotContain("access-2", "refresh-2");
    }

    @Test
    void a_bot_stays_one_accounts_until_the_configuration_has_a_new_token() {
        OaAccountStore accounts = new OaAccountStore(database);
        tokens.begin(BOT, "refresh-1");
        assertThat(accounts.learn(new OaAccountStore.Known(BOT, "11", "A", "", NOW)))
                .isTrue();
        assertThat(accounts.keep(new OaAccountStore.Known(BOT, "22", "B", "telegram:1", NOW)))
                .isFalse();
        tokens.begin(BOT, "refresh-1");
        assertThat(accounts.of(BOT)).map(OaAccountStore.Known::account).hasValue("11");
        tokens.begin(BOT, "refresh-of-another");
        assertThat(accounts.of(BOT)).isEmpty();
    }
}
