package vn.loa.store.chat;

import java.nio.file.Path;
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

/** One-time links to the web pages and to files, and the sessions that they began. Holds digests only. */
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

    /**
     * A file that a person asked for.
     *
     * @param file on this machine
     */
    public record Download(PersonId person, Path file) {
        public Download {
            Objects.requireNonNull(person);
            Objects.requireNonNull(file);
        }
    }

    /** Adds a link to a file that can be used once, before it expires. */
    public void addDownload(String digest, Download download, Instant expires) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO web_download (digest, person, file, expires_at)
                        VALUES (:digest, :person, :file, :expires)
                        """)
                .bind("digest", digest)
                .bind("person", download.person().key())
                .bind("file", download.file().toString())
                .bind("expires", expires.toEpochMilli())
                .execute());
    }

    /** Uses a link to a file up; empty when there is no such link any more. */
    public Optional<Download> takeDownload(String digest, Instant now) {
        return database.write(handle -> handle.createQuery("""
                        DELETE FROM web_download WHERE digest = :digest AND expires_at > :now
                        RETURNING person, file
                        """)
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .map((row, context) ->
                        new Download(PersonId.parse(row.getString("person")), Path.of(row.getString("file"))))
                .findOne());
    }

    /** Deletes what has expired; returns how much. */
    public int forgetExpired(Instant now) {
        return database.write(handle -> handle.createUpdate("DELETE FROM web_download WHERE expires_at <= :now")
                        .bind("now", now.toEpochMilli())
                        .execute()
                + handle.createUpdate("DELETE FROM web_link WHERE expires_at <= :now")
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
