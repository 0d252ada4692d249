package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.loa.model.PersonId;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps which identities on the platforms are one person's, and the one-time codes that link them, by their digests. */
public final class PersonLinkStore {
    private final Database database;

    public PersonLinkStore(Database database) {
        this.database = database;
    }

    /** A code that a person asked for. */
    public record Code(PersonId person, Instant expires) {
        public Code {
            Objects.requireNonNull(person);
            Objects.requireNonNull(expires);
        }
    }

    /** Keeps a code; those that the person asked for before are good no more. */
    public void addCode(String digest, Code code) {
        database.write(handle -> {
            handle.execute(
                    "DELETE FROM person_link_code WHERE person = ?",
                    code.person().key());
            handle.execute(
                    "INSERT INTO person_link_code (digest, person, expires_at) VALUES (?, ?, ?)",
                    digest,
                    code.person().key(),
                    code.expires().toEpochMilli());
            return null;
        });
    }

    /** Returns a code that is good now. */
    public Optional<Code> code(String digest, Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT person, expires_at FROM person_link_code WHERE digest = :digest AND expires_at > :now")
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .map((row, context) ->
                        new Code(PersonId.parse(row.getString("person")), Columns.instant(row, "expires_at")))
                .findOne());
    }

    /** Takes a code, so that of two takers one gets it; returns whether this one did. */
    public boolean takeCode(String digest) {
        return database.write(handle -> handle.execute("DELETE FROM person_link_code WHERE digest = ?", digest) == 1);
    }

    /** Forgets codes that are good no more; returns how many. */
    public int forgetExpired(Instant now) {
        return database.write(
                handle -> handle.execute("DELETE FROM person_link_code WHERE expires_at <= ?", now.toEpochMilli()));
    }

    /** Notes that two identities, with all that each is linked with, are one person's. */
    public void link(PersonId one, PersonId other, Instant now) {
        database.write(handle -> {
            String main = main(handle, one);
            String gone = main(handle, other);
            handle.execute("UPDATE person_link SET main = ? WHERE main = ?", main, gone);
            List.of(one, other)
                    .forEach(person -> handle.createUpdate("""
                            INSERT INTO person_link (person, main, linked_at) VALUES (:person, :main, :now)
                            ON CONFLICT (person) DO UPDATE SET main = excluded.main
                            """)
                            .bind("person", person.key())
                            .bind("main", main)
                            .bind("now", now.toEpochMilli())
                            .execute());
            return null;
        });
    }

    private static String main(Handle handle, PersonId person) {
        return handle.createQuery("SELECT main FROM person_link WHERE person = :person")
                .bind("person", person.key())
                .mapTo(String.class)
                .findOne()
                .orElse(person.key());
    }

    /** Has an identity stand for itself again; returns whether it was linked. */
    public boolean unlink(PersonId person) {
        return database.write(handle -> handle.execute("DELETE FROM person_link WHERE person = ?", person.key()) == 1);
    }
}
