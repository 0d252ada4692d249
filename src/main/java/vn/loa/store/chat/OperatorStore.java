package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.store.ChatRow;
import vn.loa.store.Database;

/** Keeps the operators of Loa, beside those named in the configuration. */
public final class OperatorStore {
    private final Database database;

    public OperatorStore(Database database) {
        this.database = database;
    }

    /** Makes a person an operator. */
    public void grant(PersonId person, String grantedBy, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO operator (person, granted_by, granted_at) VALUES (:person, :by, :now)
                        ON CONFLICT (person) DO NOTHING
                        """)
                .bind("person", person.key())
                .bind("by", grantedBy)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Makes a person an operator no more; returns whether the person was one. */
    public boolean revoke(PersonId person) {
        return database.write(handle -> handle.createUpdate("DELETE FROM operator WHERE person = :person")
                        .bind("person", person.key())
                        .execute()
                > 0);
    }

    public List<PersonId> all() {
        return database.read(handle -> handle.createQuery("SELECT person FROM operator ORDER BY granted_at, person")
                .mapTo(String.class)
                .map(PersonId::parse)
                .list());
    }

    /** The open private chats of these people: where a platform reaches a person, the chat has the person's id. */
    public List<Chat> privateChats(List<PersonId> people) {
        return database
                .read(handle -> handle.createQuery(
                                "SELECT * FROM chat WHERE kind = :kind AND state IN ('PENDING', 'ACTIVE') ORDER BY id")
                        .bind("kind", ChatKind.PRIVATE.name())
                        .map(ChatRow::chat)
                        .list())
                .stream()
                .filter(chat -> people.contains(person(chat)))
                .toList();
    }

    /** The person of a private chat; where the ids of groups look alike, a mark and a colon stand before a person's. */
    private static PersonId person(Chat chat) {
        String chatId = chat.address().chatId();
        return new PersonId(chat.address().bot().platform(), chatId.substring(chatId.indexOf(':') + 1));
    }
}
