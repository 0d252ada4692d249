package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import vn.loa.model.PersonId;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Codes that let a chat in once; only their digests are kept. */
public final class InvitationStore {
    private final Database database;

    public InvitationStore(Database database) {
        this.database = database;
    }

    /**
     * Holds what a code is good for.
     *
     * @param unit to which the chat will belong
     * @param wishes what it will follow, in words
     * @param by who made it
     * @param expires from when on it is good no more
     */
    public record Invitation(OptionalLong unit, List<String> wishes, PersonId by, Instant expires) {
        public Invitation {
            Objects.requireNonNull(unit);
            wishes = List.copyOf(wishes);
            Objects.requireNonNull(by);
            Objects.requireNonNull(expires);
        }
    }

    public void add(String digest, Invitation invitation) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO invitation (digest, unit_id, wishes, created_by, expires_at)
                        VALUES (:digest, :unit, :wishes, :by, :expires)
                        """)
                .bind("digest", digest)
                .bind(
                        "unit",
                        invitation.unit().isPresent()
                                ? Long.valueOf(invitation.unit().getAsLong())
                                : null)
                .bind("wishes", String.join("\n", invitation.wishes()))
                .bind("by", invitation.by().key())
                .bind("expires", invitation.expires().toEpochMilli())
                .execute());
    }

    /** Forgets invitations that ended before; returns how many. */
    public int forgetExpired(Instant before) {
        return database.write(handle -> handle.createUpdate("DELETE FROM invitation WHERE expires_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    /** Takes an invitation, so that of two takers one gets it; empty when there is none. */
    public Optional<Invitation> take(String digest) {
        return database.write(handle -> handle.createQuery("""
                        DELETE FROM invitation WHERE digest = :digest
                        RETURNING unit_id, wishes, created_by, expires_at
                        """)
                .bind("digest", digest)
                .map((row, context) -> new Invitation(
                        Columns.optionalLong(row, "unit_id"),
                        row.getString("wishes").lines().toList(),
                        PersonId.parse(row.getString("created_by")),
                        Columns.instant(row, "expires_at")))
                .findOne());
    }
}
