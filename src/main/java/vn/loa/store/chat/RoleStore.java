package vn.loa.store.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Update;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps who looks after the chats of a unit, and who administers a chat by our own list. */
public final class RoleStore {
    /** Beyond this age a receipt may be nameless because its name was to be forgotten. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final Map<String, String> NAMED =
            Map.of("receipt", "at", "inquiry_answer", "at", "deadline_done", "done_at");

    private final Database database;

    public RoleStore(Database database) {
        this.database = database;
    }

    /** Somebody who looks after a unit's chats. */
    public record Grant(PersonId person, long unitId) {
        public Grant {
            Objects.requireNonNull(person);
        }
    }

    /**
     * A person as the platform calls them.
     *
     * @param number by which people name each other
     * @param name an empty string when the platform tells none
     */
    public record Known(long number, PersonId person, String name) {
        public Known {
            Objects.requireNonNull(person);
            Objects.requireNonNull(name);
        }
    }

    /**
     * Writes down how a platform calls a person; an empty name leaves the one that is known. A server's numbering uses a
     * number up for each try to add a row, and people type these numbers, so only whoever is new is added.
     */
    public void seen(PersonId person, String name, Instant now) {
        database.write(handle -> {
            int known = bind(handle.createUpdate("""
                            UPDATE person SET seen_at = :now, name = CASE WHEN :name = '' THEN name ELSE :name END
                            WHERE person_key = :person
                            """), person, name, now).execute();
            return known > 0
                    ? known
                    : bind(handle.createUpdate("""
                        INSERT INTO person (person_key, name, seen_at) VALUES (:person, :name, :now)
                        ON CONFLICT (person_key) DO UPDATE SET seen_at = excluded.seen_at,
                          name = CASE WHEN excluded.name = '' THEN person.name ELSE excluded.name END
                        """), person, name, now).execute();
        });
    }

    private static Update bind(Update update, PersonId person, String name, Instant now) {
        return update.bind("person", person.key()).bind("name", name).bind("now", now.toEpochMilli());
    }

    /**
     * A name that a platform was asked for.
     *
     * @param name an empty string when none is known
     * @param at when the platform was asked; empty when it never was
     */
    public record AskedName(String name, Optional<Instant> at) {
        public AskedName {
            Objects.requireNonNull(name);
            Objects.requireNonNull(at);
        }
    }

    /** Returns how a person is called, and when the platform was asked; empty for somebody of whom nothing is kept. */
    public Optional<AskedName> askedName(PersonId person) {
        return database.read(handle -> handle.createQuery(
                        "SELECT name, name_asked_at FROM person WHERE person_key = :person")
                .bind("person", person.key())
                .map((row, context) ->
                        new AskedName(row.getString("name"), Columns.optionalInstant(row, "name_asked_at")))
                .findOne());
    }

    /**
     * Notes what a platform told when it was asked for a person's name; an empty name leaves the one that is known. Somebody
     * of whom nothing is kept any more stays unknown. What the person did lately without a name bears it from now on.
     */
    public void told(PersonId person, String name, Instant now) {
        database.write(handle -> {
            int known = bind(handle.createUpdate("""
                            UPDATE person SET seen_at = :now, name_asked_at = :now,
                              name = CASE WHEN :name = '' THEN name ELSE :name END WHERE person_key = :person
                            """), person, name, now).execute();
            if (known > 0 && !name.isEmpty()) {
                NAMED.forEach((table, at) -> handle.createUpdate("UPDATE " + table + " SET name = :name"
                                + " WHERE person = :person AND name = '' AND " + at + " >= :since")
                        .bind("name", name)
                        .bind("person", person.key())
                        .bind("since", now.minus(LATELY).toEpochMilli())
                        .execute());
            }
            return known;
        });
    }

    /** Returns a person who was seen. */
    public Optional<Known> known(PersonId person) {
        return database.read(
                handle -> handle.createQuery("SELECT id, person_key, name FROM person WHERE person_key = :person")
                        .bind("person", person.key())
                        .map((row, context) -> known(row))
                        .findOne());
    }

    /** Returns the person with this number. */
    public Optional<Known> numbered(long number) {
        return database.read(handle -> handle.createQuery("SELECT id, person_key, name FROM person WHERE id = :id")
                .bind("id", number)
                .map((row, context) -> known(row))
                .findOne());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getLong("id"), PersonId.parse(row.getString("person_key")), row.getString("name"));
    }

    /** Returns all identities of a person on the platforms, the given one at the head. */
    public List<PersonId> identities(PersonId person) {
        List<PersonId> all = new ArrayList<>(List.of(person));
        database.read(handle -> handle.createQuery("""
                                SELECT o.person FROM person_link l JOIN person_link o ON o.main = l.main
                                WHERE l.person = :person AND o.person <> :person ORDER BY o.linked_at, o.person
                                """)
                        .bind("person", person.key())
                        .mapTo(String.class)
                        .list())
                .forEach(key -> all.add(PersonId.parse(key)));
        return all;
    }

    public void grantUnit(PersonId person, long unitId, PersonId by, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO manager (person, unit_id, granted_by, granted_at) VALUES (:person, :unit, :by, :now)
                        ON CONFLICT (person, unit_id) DO NOTHING
                        """)
                .bind("person", person.key())
                .bind("unit", unitId)
                .bind("by", by.key())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Takes all units from a person; returns whether there were any. */
    public boolean takeUnits(PersonId person) {
        return database.write(handle -> handle.createUpdate("DELETE FROM manager WHERE person = :person")
                        .bind("person", person.key())
                        .execute()
                > 0);
    }

    /** Takes one unit from a person; returns whether the person had it. */
    public boolean takeUnit(PersonId person, long unitId) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM manager WHERE person = :person AND unit_id = :unit")
                                .bind("person", person.key())
                                .bind("unit", unitId)
                                .execute()
                        > 0);
    }

    /** The units that a person looks after. */
    public Set<Long> units(PersonId person) {
        return database.read(handle -> handle.createQuery("SELECT unit_id FROM manager WHERE person = :person")
                .bind("person", person.key())
                .mapTo(Long.class)
                .set());
    }

    public List<Grant> managers() {
        return database.read(handle -> handle.createQuery(
                        "SELECT person, unit_id FROM manager ORDER BY granted_at, person")
                .map((row, context) -> new Grant(PersonId.parse(row.getString("person")), row.getLong("unit_id")))
                .list());
    }

    /** Makes a person an administrator of a platform chat, its forum topics included. */
    public void grantChat(PersonId person, ChatAddress chat, PersonId by, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO chat_admin (bot, external_id, person, granted_by, granted_at)
                        VALUES (:bot, :chat, :person, :by, :now) ON CONFLICT (bot, external_id, person) DO NOTHING
                        """)
                .bind("bot", chat.bot().key())
                .bind("chat", chat.chatId())
                .bind("person", person.key())
                .bind("by", by.key())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Takes this from a person; returns whether there was anything to take. */
    public boolean takeChat(PersonId person, ChatAddress chat) {
        return database.write(handle -> handle.createUpdate(
                                "DELETE FROM chat_admin WHERE bot = :bot AND external_id = :chat AND person = :person")
                        .bind("bot", chat.bot().key())
                        .bind("chat", chat.chatId())
                        .bind("person", person.key())
                        .execute()
                > 0);
    }

    /** Returns the administrators of a platform chat by our own list. */
    public List<PersonId> admins(ChatAddress chat) {
        return database.read(handle -> handle.createQuery("SELECT person FROM chat_admin"
                        + " WHERE bot = :bot AND external_id = :chat ORDER BY granted_at, person")
                .bind("bot", chat.bot().key())
                .bind("chat", chat.chatId())
                .mapTo(String.class)
                .map(PersonId::parse)
                .list());
    }
}
