package vn.loa.store.chat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.PersonId;
import vn.loa.store.Database;
import vn.loa.store.file.SecretCipher;

/** Keeps the one-time links by which Official Accounts consent. Holds digests of their states only. */
public final class OaConsentStore {
    private final Database database;
    private final SecretCipher cipher;

    public OaConsentStore(Database database, SecretCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /**
     * A link that was not used yet. Its text form leaves the secret out.
     *
     * @param verifier the secret of the code challenge
     */
    public record Pending(PersonId person, String verifier) {
        public Pending {
            Objects.requireNonNull(person);
            Objects.requireNonNull(verifier);
        }

        @Override
        public String toString() {
            return "consent asked for by " + person;
        }
    }

    /** Adds a link that can be used once, before it expires. */
    public void add(String digest, Pending pending, Instant expires) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO oa_consent (digest, verifier, person, expires_at)
                        VALUES (:digest, :verifier, :person, :expires)
                        """)
                .bind("digest", digest)
                .bind("verifier", cipher.encrypt(pending.verifier(), digest))
                .bind("person", pending.person().key())
                .bind("expires", expires.toEpochMilli())
                .execute());
    }

    /** Returns a link that can still be used, without using it. */
    public Optional<Pending> find(String digest, Instant now) {
        return read(
                "SELECT verifier, person FROM oa_consent WHERE digest = :digest AND expires_at > :now", digest, now);
    }

    /** Uses a link up; empty when there is no such link any more. */
    public Optional<Pending> take(String digest, Instant now) {
        return read(
                "DELETE FROM oa_consent WHERE digest = :digest AND expires_at > :now RETURNING verifier, person",
                digest,
                now);
    }

    private Optional<Pending> read(String statement, String digest, Instant now) {
        return database.write(handle -> handle.createQuery(statement)
                        .bind("digest", digest)
                        .bind("now", now.toEpochMilli())
                        .map((row, context) ->
                                new Pending(PersonId.parse(row.getString("person")), row.getString("verifier")))
                        .findOne())
                .flatMap(kept ->
                        cipher.decrypt(kept.verifier(), digest).map(verifier -> new Pending(kept.person(), verifier)));
    }

    /** Deletes what has expired; returns how much. */
    public int forgetExpired(Instant now) {
        return database.write(
                handle -> handle.execute("DELETE FROM oa_consent WHERE expires_at <= ?", now.toEpochMilli()));
    }
}
