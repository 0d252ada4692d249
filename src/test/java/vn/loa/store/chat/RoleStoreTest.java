package vn.loa.store.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;

class RoleStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private RoleStore roles;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        roles = new RoleStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static PersonId person(String id) {
        return new PersonId(Platform.ZALO, id);
    }

    @Test
    void the_numbers_of_people_have_no_gaps_however_often_somebody_is_seen() {
        for (int i = 0; i < 5; i++) {
            roles.seen(person("lan"), "Lan", NOW);
        }
        roles.seen(person("hoa"), "Hoa", NOW);
        assertThat(roles.known(person("hoa")))
                .map(RoleStore.Known::number)
                .isEqualTo(roles.known(person("lan")).map(lan -> lan.number() + 1));
    }

    @Test
    void a_person_keeps_number_and_name_when_the_platform_tells_none() {
        roles.seen(person("lan"), "Lan", NOW);
        RoleStore.Known lan = roles.known(person("lan")).orElseThrow();
        roles.seen(person("lan"), "", NOW.plusSeconds(1));
        assertThat(roles.numbered(lan.number())).contains(lan);
        roles.seen(person("lan"), "Chị Lan", NOW.plusSeconds(2));
        assertThat(roles.numbered(lan.number())).map(RoleStore.Known::name).contains("Chị Lan");
    }
}
