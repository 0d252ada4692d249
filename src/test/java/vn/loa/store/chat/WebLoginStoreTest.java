package vn.loa.store.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;

class WebLoginStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final WebLoginStore.Holder LAN = new WebLoginStore.Holder(
            new PersonId(Platform.TELEGRAM, "7"), ChatAddress.of(new Bot(Platform.TELEGRAM, "main"), "7"));

    @TempDir
    private Path folder;

    private Database database;
    private WebLoginStore logins;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        logins = new WebLoginStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_link_begins_one_session() {
        logins.addLink("link", LAN, LATER);
        assertThat(logins.exchange("link", "session", NOW, LATER)).contains(LAN);
        assertThat(logins.exchange("link", "other", NOW, LATER)).isEmpty();
        assertThat(logins.session("session", NOW)).contains(LAN);
        logins.endSession("session");
        assertThat(logins.session("session", NOW)).isEmpty();
    }

    @Test
    void what_has_expired_is_worth_nothing_and_forgotten() {
        logins.addLink("link", LAN, LATER);
        assertThat(logins.exchange("link", "session", LATER, LATER)).isEmpty();
        assertThat(logins.forgetExpired(LATER)).isEqualTo(1);
        assertThat(logins.forgetExpired(LATER)).isZero();
    }
}
