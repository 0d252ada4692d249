package vn.loa.store.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.store.Database;

/** One-time links to the web pages, and the sessions that they began. Holds digests only. */
public final class WebLoginStore {
    private final Database database;

    public WebLoginStore(Database database) {
        this.database = database;
    }

    /**
     * A person who asked for a link, and the private chat where it was asked for.
     *
     * @param chat answers of commands are worded for it
     */
    public record Holder(PersonId person, ChatAddress chat) {
        public Holder {
            Objects.requireNonNull(person);
            Objects.requireNonNull(chat);
        }
    }

    /** Adds a link that can be used once, before it expires. */
    public void addLink(String digest, Holder holder, Instant expires) {
        add("web_link", digest, holder, expires);
    }

    /** Ends a link and begins a session in its place; empty when there is no such link any more. */
    public Optional<Holder> exchange(String link, String session, Instant now, Instant expires) {
        return database.write(handle -> {
            Optional<Holder> holder = handle.createQuery("""
                            DELETE FROM web_link WHERE digest = :digest AND expires_at > :now
                            RETURNING person, bot, external_id
                            """)
                    .bind("digest", link)
                    .bind("now", now.toEpochMilli())
                    .map((row, context) -> holder(row))
                    .findOne();
            holder.ifPresent(each -> add("web_session", session, each, expires));
            return holder;
        });
    }

    /** Returns whose session this is; empty when it has ended. */
    public Optional<Holder> session(String digest, Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT person, bot, external_id FROM web_session WHERE digest = :digest AND expires_at > :now
                        """)
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> holder(row))
                .findOne());
    }

    /** Ends a session. */
    public void endSession(String digest) {
        database.write(handle -> handle.createUpdate("DELETE FROM web_session WHERE digest = :digest")
                .bind("digest", digest)
                .execute());
    }

    /** Deletes what has expired; returns how much. */
    public int forgetExpired(Instant now) {
        return database.write(handle -> handle.createUpdate("DELETE FROM web_link WHERE expires_at <= :now")
                        .bind("now", now.toEpochMilli())
                        .execute()
                + handle.createUpdate("DELETE FROM web_session WHERE expires_at <= :now")
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    private void add(String table, String digest, Holder holder, Instant expires) {
        database.write(handle -> bind(
                        handle.createUpdate("INSERT INTO " + table
                                + " (digest, person, bot, external_id, expires_at)"
                                + " VALUES (:digest, :person, :bot, :external, :expires)"),
                        holder)
                .bind("digest", digest)
                .bind("expires", expires.toEpochMilli())
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Holder holder) {
        return statement
                .bind("person", holder.person().key())
                .bind("bot", holder.chat().bot().key())
                .bind("external", holder.chat().chatId());
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                PersonId.parse(row.getString("person")),
                ChatAddress.of(Bot.parse(row.getString("bot")), row.getString("external_id")));
    }
}
