package vn.loa.store.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.ChatAddress;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.delivery.ChatDeliveries;

/** When persons last turned to an account that may write to them only for a time after that. */
public final class InteractionStore {
    /** For so long after the last of it is kept when a person turned to an account. */
    public static final Duration KEPT = Duration.ofDays(60);

    private final Database database;

    public InteractionStore(Database database) {
        this.database = database;
    }

    /**
     * Holds what is known of one person.
     *
     * @param heardAt the last interaction that was seen or told; empty when none is known
     * @param told whether the platform answered when it was asked last, and nothing was heard since
     * @param reminded whether a message has said that the time is nearly over
     */
    public record Known(Optional<Instant> heardAt, boolean told, boolean reminded) {
        /** Of somebody who never wrote and was never asked about. */
        public static final Known NOTHING = new Known(Optional.empty(), false, false);

        public Known {
            Objects.requireNonNull(heardAt);
        }
    }

    /**
     * Tells what it means that a person turned to the account.
     *
     * @param first whether no interaction was known before
     * @param waited what waited for it
     */
    public record Heard(boolean first, ChatDeliveries.Awaited waited) {
        public Heard {
            Objects.requireNonNull(waited);
        }
    }

    /** Returns what is known of a person. */
    public Known find(ChatAddress person) {
        return database.read(handle -> find(handle, person));
    }

    static Known find(Handle handle, ChatAddress person) {
        return bind(
                        handle.createQuery("SELECT * FROM interaction WHERE bot = :bot AND external_id = :external"),
                        person)
                .map(InteractionStore::known)
                .findOne()
                .orElse(Known.NOTHING);
    }

    /** A person turned to the account: what waited for that may go, as one digest. */
    public Heard heard(ChatAddress person, Instant at, Instant now) {
        boolean first = find(person).heardAt().isEmpty();
        return database.serial(handle -> {
            bind(handle.createUpdate("""
                            INSERT INTO interaction (bot, external_id, heard_at) VALUES (:bot, :external, :at)
                            ON CONFLICT (bot, external_id) DO UPDATE SET told = 0, reminded = 0,
                              heard_at = CASE WHEN interaction.heard_at > excluded.heard_at THEN interaction.heard_at
                                ELSE excluded.heard_at END
                            """), person).bind("at", at.toEpochMilli()).execute();
            return new Heard(
                    first, ChatTroubleStore.answered(handle, person, now).orElse(ChatDeliveries.Awaited.NOTHING));
        });
    }

    /**
     * Notes that the platform is asked about a person now, before it is.
     *
     * @param day the beginning of the day, for it is asked once a day
     * @return false when it was asked already
     */
    public boolean mayAsk(ChatAddress person, Instant day, Instant now) {
        return database.write(handle -> bind(handle.createUpdate("""
                                INSERT INTO interaction (bot, external_id, asked_at) VALUES (:bot, :external, :now)
                                ON CONFLICT (bot, external_id) DO UPDATE SET asked_at = excluded.asked_at, told = 0
                                WHERE interaction.asked_at IS NULL OR interaction.asked_at < :day
                                  OR interaction.asked_at > excluded.asked_at
                                """), person)
                        .bind("day", day.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1);
    }

    /**
     * Notes what the platform told. It may know of more than was seen, and nothing of what was seen while it answered.
     *
     * @param heardAt the last interaction
     * @param now when it was asked
     */
    public void told(ChatAddress person, Instant heardAt, Instant now) {
        database.write(handle -> bind(handle.createUpdate("""
                                UPDATE interaction SET told = 1,
                                  heard_at = CASE WHEN heard_at > :heard THEN heard_at ELSE :heard END
                                WHERE bot = :bot AND external_id = :external AND (heard_at IS NULL OR heard_at <= :now)
                                """), person)
                .bind("heard", heardAt.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /**
     * Notes that the platform refused a message as if nothing had been heard for long: what was known is not true.
     *
     * @param told the last interaction that the platform knows of; empty when it told none
     * @param now when the message was refused; what was heard later stays
     */
    public void refused(ChatAddress person, Optional<Instant> told, Instant now) {
        database.write(handle -> bind(
                        handle.createUpdate("UPDATE interaction SET heard_at = :heard"
                                + " WHERE bot = :bot AND external_id = :external AND heard_at <= :now"),
                        person)
                .bind("heard", told.map(Instant::toEpochMilli).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** A message says that the time is nearly over. */
    public void reminded(ChatAddress person) {
        database.write(handle -> bind(
                        handle.createUpdate(
                                "UPDATE interaction SET reminded = 1 WHERE bot = :bot AND external_id = :external"),
                        person)
                .execute());
    }

    /** Deletes what is known of persons who were neither heard nor asked about since. */
    public int forget(Instant before) {
        return database.write(handle ->
                handle.createUpdate("""
                        DELETE FROM interaction
                        WHERE COALESCE(heard_at, 0) < :before AND COALESCE(asked_at, 0) < :before
                        """).bind("before", before.toEpochMilli()).execute());
    }

    /** Deletes what is known of a person as part of what another store writes. */
    static void erase(Handle handle, ChatAddress person) {
        bind(handle.createUpdate("DELETE FROM interaction WHERE bot = :bot AND external_id = :external"), person)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ChatAddress person) {
        return statement.bind("bot", person.bot().key()).bind("external", person.chatId());
    }

    private static Known known(ResultSet row, StatementContext context) throws SQLException {
        return new Known(
                Columns.optionalInstant(row, "heard_at"), row.getInt("told") == 1, row.getInt("reminded") == 1);
    }
}
