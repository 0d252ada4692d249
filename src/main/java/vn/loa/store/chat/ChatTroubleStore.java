package vn.loa.store.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatTrouble;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.delivery.ChatDeliveries;

/** The chats that get nothing at present, each with the reason; a topic's trouble is that of its group. */
public final class ChatTroubleStore {
    /** A message that waited longer for a person to write is news no more. */
    private static final Duration AWAITED = Duration.ofDays(7);

    private final Database database;

    public ChatTroubleStore(Database database) {
        this.database = database;
    }

    /** Returns what is wrong with this chat; empty when nothing is. */
    public Optional<ChatTrouble> find(ChatAddress chat) {
        return database.read(handle -> bind(
                        handle.createQuery("SELECT * FROM chat_trouble WHERE bot = :bot AND external_id = :external"),
                        chat)
                .map(ChatTroubleStore::trouble)
                .findOne());
    }

    /** Returns the platform's numbers of a bot's chats with which anything is wrong. */
    public Set<String> troubled(Bot bot) {
        return database.read(handle -> handle.createQuery("SELECT external_id FROM chat_trouble WHERE bot = :bot")
                .bind("bot", bot.key())
                .mapTo(String.class)
                .set());
    }

    /** Returns all that is wrong, the oldest first. */
    public List<ChatTrouble> all() {
        return database.read(handle -> handle.createQuery("SELECT * FROM chat_trouble ORDER BY since, bot, external_id")
                .map(ChatTroubleStore::trouble)
                .list());
    }

    /** Notes that a chat took nothing; tries are counted anew when something else is wrong than before. */
    public void met(ChatAddress chat, ChatTrouble.Kind kind, String reason, Instant now, Instant nextTry) {
        database.write(handle -> {
            met(handle, new ChatTrouble(chat, kind, reason, now, 1, nextTry));
            return null;
        });
    }

    /** Notes what is wrong as part of what another store writes. */
    static void met(Handle handle, ChatTrouble trouble) {
        bind(handle.createUpdate("""
                        INSERT INTO chat_trouble (bot, external_id, kind, reason, since, tries, next_try)
                        VALUES (:bot, :external, :kind, :reason, :now, 1, :next)
                        ON CONFLICT (bot, external_id) DO UPDATE SET
                          tries = CASE WHEN chat_trouble.kind = excluded.kind THEN chat_trouble.tries + 1 ELSE 1 END,
                          told = CASE WHEN chat_trouble.kind = excluded.kind THEN chat_trouble.told ELSE 0 END,
                          kind = excluded.kind, reason = excluded.reason, next_try = excluded.next_try
                        """), trouble.chat())
                .bind("kind", trouble.kind().name())
                .bind("reason", trouble.reason())
                .bind("now", trouble.since().toEpochMilli())
                .bind("next", trouble.nextTry().toEpochMilli())
                .execute();
    }

    /** Notes that a chat takes messages; returns whether it did not before. */
    public boolean end(ChatAddress chat, Instant now) {
        return find(chat).isPresent() && database.serial(handle -> end(handle, chat, now));
    }

    /** Notes that a chat may take messages as part of what another store writes. */
    static boolean end(Handle handle, ChatAddress chat, Instant now) {
        if (answered(handle, chat, now).isPresent()) {
            return true;
        }
        return bind(handle.createUpdate("DELETE FROM chat_trouble WHERE bot = :bot AND external_id = :external"), chat)
                        .execute()
                == 1;
    }

    /**
     * The person wrote for whom messages waited: they go together, the newest first, and what is too old ends.
     *
     * @return what waited; empty when the person was not waited for
     */
    static Optional<ChatDeliveries.Awaited> answered(Handle handle, ChatAddress person, Instant now) {
        return endOfWait(handle, person)
                .map(since -> ChatDeliveries.catchUp(handle, person, since, now.minus(AWAITED), now));
    }

    /** Returns since when the person was waited for, which is over now. */
    private static Optional<Instant> endOfWait(Handle handle, ChatAddress person) {
        String waited = " FROM chat_trouble WHERE bot = :bot AND external_id = :external AND kind = 'WINDOW_CLOSED'";
        Optional<Instant> since = bind(handle.createQuery("SELECT since" + waited), person)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
        bind(handle.createUpdate("DELETE" + waited), person).execute();
        return since;
    }

    /** Notes that a chat takes nothing until the person writes; what has waited too long ends. */
    public void awaits(ChatAddress person, String reason, Instant now, Instant nextTry) {
        database.serial(handle -> {
            met(handle, new ChatTrouble(person, ChatTrouble.Kind.WINDOW_CLOSED, reason, now, 1, nextTry));
            ChatDeliveries.endOlder(handle, person, now.minus(AWAITED), now);
            return null;
        });
    }

    /**
     * Returns what nobody was told of yet; it counts as told now. That somebody does not write is no news.
     *
     * @param metBefore troubles that are younger may pass by themselves; those that closed a chat do not
     */
    public List<ChatTrouble> takeUntold(Instant metBefore) {
        return database.transaction(() -> database.write(handle -> {
            List<ChatTrouble> untold = handle.createQuery("""
                            SELECT * FROM chat_trouble WHERE told = 0 AND kind <> 'WINDOW_CLOSED'
                              AND (kind = 'GONE' OR since <= :before)
                            ORDER BY since, bot, external_id
                            """)
                    .bind("before", metBefore.toEpochMilli())
                    .map(ChatTroubleStore::trouble)
                    .list();
            untold.forEach(each -> bind(
                            handle.createUpdate(
                                    "UPDATE chat_trouble SET told = 1 WHERE bot = :bot AND external_id = :external"),
                            each.chat())
                    .execute());
            return untold;
        }));
    }

    /** Notes that somebody is told of a chat's trouble; returns false when somebody was told before. */
    public boolean tell(ChatAddress chat) {
        return database.write(handle -> bind(
                                handle.createUpdate("UPDATE chat_trouble SET told = 1"
                                        + " WHERE bot = :bot AND external_id = :external AND told = 0"),
                                chat)
                        .execute()
                == 1);
    }

    /** No chat of a bot waits longer than this for its next try. */
    public void waitAtMost(Bot bot, Instant latest) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE chat_trouble SET next_try = :latest WHERE bot = :bot AND next_try > :latest")
                .bind("latest", latest.toEpochMilli())
                .bind("bot", bot.key())
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ChatAddress chat) {
        return statement.bind("bot", chat.bot().key()).bind("external", chat.chatId());
    }

    private static ChatTrouble trouble(ResultSet row, StatementContext context) throws SQLException {
        return new ChatTrouble(
                ChatAddress.of(Bot.parse(row.getString("bot")), row.getString("external_id")),
                ChatTrouble.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                Columns.instant(row, "since"),
                row.getInt("tries"),
                Columns.instant(row, "next_try"));
    }
}
