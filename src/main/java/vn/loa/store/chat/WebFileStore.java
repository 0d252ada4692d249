package vn.loa.store.chat;

import java.time.Instant;
import java.util.Optional;
import vn.loa.model.Media;
import vn.loa.model.PersonId;
import vn.loa.store.Database;

/** Files that go to and from people by one-time links, where their channel carries none. Holds digests of the links. */
public final class WebFileStore {
    private final Database database;

    public WebFileStore(Database database) {
        this.database = database;
    }

    /** Keeps a file that can be fetched once, before it expires. */
    public void add(String digest, PersonId person, Media.Made file, Instant expires) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO web_file (digest, person, name, content, expires_at)
                        VALUES (:digest, :person, :name, :content, :expires)
                        """)
                .bind("digest", digest)
                .bind("person", person.key())
                .bind("name", file.name())
                .bind("content", file.content())
                .bind("expires", expires.toEpochMilli())
                .execute());
    }

    /** Hands a file out and forgets it; empty when there is no such link any more. */
    public Optional<Media.Made> take(String digest, Instant now) {
        return database.write(handle -> handle.createQuery(
                        "DELETE FROM web_file WHERE digest = :digest AND expires_at > :now RETURNING name, content")
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .map((row, context) ->
                        new Media.Made(Media.Kept.Form.DOCUMENT, row.getString("name"), row.getBytes("content")))
                .findOne());
    }

    /** Adds a link by which an operator can send one file; a file that was sent before and not looked at is forgotten. */
    public void expect(String digest, PersonId person, Instant expires) {
        database.write(handle -> {
            handle.execute("DELETE FROM web_upload WHERE person = ?", person.key());
            return handle.createUpdate("""
                            INSERT INTO web_upload (digest, person, content, received, expires_at)
                            VALUES (:digest, :person, :content, 0, :expires)
                            """)
                    .bind("digest", digest)
                    .bind("person", person.key())
                    .bind("content", new byte[0])
                    .bind("expires", expires.toEpochMilli())
                    .execute();
        });
    }

    /** Returns who may send a file by a link; empty when the link works no more. */
    public Optional<PersonId> expected(String digest, Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT person FROM web_upload WHERE digest = :digest AND received = 0 AND expires_at > :now")
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> PersonId.parse(row.getString("person")))
                .findOne());
    }

    /** Keeps the file that came by a link, which is used up; returns whether it still worked. */
    public boolean receive(String digest, byte[] content, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE web_upload SET content = :content, received = 1
                        WHERE digest = :digest AND received = 0 AND expires_at > :now
                        """)
                        .bind("digest", digest)
                        .bind("content", content)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1);
    }

    /** Hands out the file that an operator has sent and forgets it; empty when none came, or too long ago. */
    public Optional<byte[]> received(PersonId person, Instant now) {
        return database.write(handle -> handle.createQuery("""
                        DELETE FROM web_upload WHERE person = :person AND received = 1 AND expires_at > :now
                        RETURNING content
                        """)
                .bind("person", person.key())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> row.getBytes("content"))
                .findOne());
    }

    /** Deletes what has expired; returns how much. */
    public int forgetExpired(Instant now) {
        return database.write(handle -> handle.execute("DELETE FROM web_file WHERE expires_at <= ?", now.toEpochMilli())
                + handle.execute("DELETE FROM web_upload WHERE expires_at <= ?", now.toEpochMilli()));
    }
}
