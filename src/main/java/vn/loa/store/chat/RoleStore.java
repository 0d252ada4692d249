package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.store.Database;

/** Keeps who looks after the chats of a unit, and who administers a chat by our own list. */
public final class RoleStore {
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
