package vn.loa.store.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.delivery.ChatDeliveries;
import vn.loa.store.message.MessageRows;

/**
 * Finds what is kept of a person or a chat, and deletes it or puts a pseudonym in its place: a receipt of somebody who is
 * forgotten still counts, but nobody can tell whose it was.
 */
public final class PersonalDataStore {
    /** Stands before a pseudonym, where a person's key stood. */
    public static final String ERASED = Columns.ERASED;

    private static final String PSEUDONYMS = ERASED + "%";
    private static final int AT_A_TIME = 500;
    /** Columns that tell who made a row which others go on using. */
    private static final List<String> MAKERS = List.of(
            "subscription.created_by",
            "speaking_times.changed_by",
            "invitation.created_by",
            "manager.granted_by",
            "chat_admin.granted_by",
            "operator.granted_by",
            "inquiry.asked_by",
            "announcement.author",
            "announcement.approver",
            "bot_token.added_by",
            "oa_account.added_by",
            "audit.actor");

    /** The beginnings of the settings whose names end with a person. */
    private static final List<String> SETTINGS =
            List.of("import-asked", "announce-asked", "announce-set", "chat-name-asked");

    private final Database database;
    private final Supplier<String> random;

    /**
     * Makes the store.
     *
     * @param random makes a text that nobody can guess, for a pseudonym
     */
    public PersonalDataStore(Database database, Supplier<String> random) {
        this.database = database;
        this.random = random;
    }

    /**
     * Holds for how long personal data are kept.
     *
     * @param names the age from which names in receipts are forgotten
     * @param journal the age from which lines of the journal are deleted
     */
    public record Retention(Duration names, Duration journal) {
        public Retention {
            Objects.requireNonNull(names);
            Objects.requireNonNull(journal);
        }
    }

    /**
     * Holds what is kept of a person.
     *
     * @param names as they stand in receipts
     * @param receipts how many announcements the person acknowledged
     * @param firstReceipt when the first that is kept was given
     * @param done how many deadlines the person said to be done
     * @param journal lines of the journal by or about the person
     * @param chosen subscriptions that the person entered, in whatever chat
     * @param units how many units the person looks after
     * @param chats how many chats the person administers by our own list
     */
    public record OfPerson(
            List<String> names,
            int receipts,
            Optional<Instant> firstReceipt,
            int done,
            int journal,
            int chosen,
            int units,
            int chats) {
        public OfPerson {
            names = List.copyOf(names);
            Objects.requireNonNull(firstReceipt);
        }
    }

    /**
     * Holds what is kept of a chat.
     *
     * @param subscriptions what it follows
     * @param deliveries what it was told, or will be, within the retention
     * @param receipts acknowledgements given there
     * @param people how many people gave them
     */
    public record OfChat(int subscriptions, int deliveries, int receipts, int people) {}

    /** Returns what is kept of a person. */
    public OfPerson of(PersonId person) {
        String key = person.key();
        return database.read(handle -> new OfPerson(
                handle.createQuery("SELECT DISTINCT name FROM receipt WHERE person = :key AND name <> ''"
                                + " UNION SELECT name FROM deadline_done WHERE person = :key AND name <> ''"
                                + " UNION SELECT name FROM inquiry_answer WHERE person = :key AND name <> ''"
                                + " UNION SELECT name FROM person WHERE person_key = :key AND name <> ''")
                        .bind("key", key)
                        .mapTo(String.class)
                        .list(),
                count(handle, "receipt WHERE person = :key", key),
                handle.createQuery("SELECT MIN(at) AS first FROM receipt WHERE person = :key")
                        .bind("key", key)
                        .map((row, context) -> Columns.optionalInstant(row, "first"))
                        .one(),
                count(handle, "deadline_done WHERE person = :key", key),
                lines(handle, key).size(),
                count(handle, "subscription WHERE created_by = :key", key),
                count(handle, "manager WHERE person = :key", key),
                count(handle, "chat_admin WHERE person = :key", key)));
    }

    /** Returns when a person last turned to the account, in a private chat of it; empty when that is not kept. */
    public Optional<Instant> heardAt(Chat chat) {
        return database.read(
                handle -> InteractionStore.find(handle, chat.address()).heardAt());
    }

    /** Returns what is kept of a chat. */
    public OfChat of(Chat chat) {
        String receipts = "receipt r JOIN delivery d ON d.id = r.delivery_id WHERE d.chat_id = :key";
        return database.read(handle -> new OfChat(
                count(handle, "subscription WHERE chat_id = :key", chat.id()),
                count(handle, "delivery WHERE chat_id = :key", chat.id()),
                count(handle, receipts, chat.id()),
                handle.createQuery("SELECT COUNT(DISTINCT r.person) FROM " + receipts)
                        .bind("key", chat.id())
                        .mapTo(Integer.class)
                        .one()));
    }

    private static int count(Handle handle, String where, Object key) {
        return handle.createQuery("SELECT COUNT(*) FROM " + where)
                .bind("key", key)
                .mapTo(Integer.class)
                .one();
    }

    private record Line(long id, String detail) {}

    /** Lines of the journal by a person, or with the person's key in their words. */
    private static List<Line> lines(Handle handle, String key) {
        Pattern whole = whole(key);
        return handle
                .createQuery("SELECT id, actor, detail FROM audit WHERE actor = :key OR detail LIKE '%' || :key || '%'")
                .bind("key", key)
                .map((row, context) -> row.getString("actor").equals(key)
                                || whole.matcher(row.getString("detail")).find()
                        ? Optional.of(new Line(row.getLong("id"), row.getString("detail")))
                        : Optional.<Line>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The key, and not the beginning of a longer one. */
    private static Pattern whole(String key) {
        return Pattern.compile("(?<![\\w:])" + Pattern.quote(key) + "(?!\\w)");
    }

    /** Deletes what is kept of a person, but for roles; what others still need gets a pseudonym, without a name. */
    public void erase(PersonId person) {
        String key = person.key();
        database.serial(handle -> {
            String pseudonym = ERASED + random.get();
            Pattern whole = whole(key);
            lines(handle, key)
                    .forEach(line -> handle.createUpdate("UPDATE audit SET detail = :detail WHERE id = :id")
                            .bind("detail", whole.matcher(line.detail()).replaceAll(pseudonym))
                            .bind("id", line.id())
                            .execute());
            MAKERS.forEach(maker -> replace(handle, maker.split("\\.")[0], maker.split("\\.")[1], key, pseudonym));
            handle.createUpdate("UPDATE receipt SET person = :pseudonym, name = '' WHERE person = :key")
                    .bind("pseudonym", pseudonym)
                    .bind("key", key)
                    .execute();
            handle.createUpdate("UPDATE deadline_done SET person = :pseudonym, name = '' WHERE person = :key")
                    .bind("pseudonym", pseudonym)
                    .bind("key", key)
                    .execute();
            handle.createUpdate("UPDATE inquiry_answer SET person = :pseudonym, name = '' WHERE person = :key")
                    .bind("pseudonym", pseudonym)
                    .bind("key", key)
                    .execute();
            handle.createUpdate("UPDATE approval_request SET person = '' WHERE person = :key")
                    .bind("key", key)
                    .execute();
            handle.createUpdate("DELETE FROM person WHERE person_key = :key")
                    .bind("key", key)
                    .execute();
            for (String table : List.of(
                    "person_link",
                    "person_link_code",
                    "web_link",
                    "web_session",
                    "web_download",
                    "oa_consent",
                    "web_file",
                    "web_upload")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE person = :key")
                        .bind("key", key)
                        .execute();
            }
            replace(handle, "person_link", "main", key, pseudonym);
            for (String setting : SETTINGS) {
                handle.createUpdate("DELETE FROM setting WHERE name LIKE :setting || '%:' || :key")
                        .bind("setting", setting)
                        .bind("key", key)
                        .execute();
            }
            return null;
        });
    }

    private static void replace(Handle handle, String table, String column, String key, String pseudonym) {
        handle.createUpdate("UPDATE " + table + " SET " + column + " = :pseudonym WHERE " + column + " = :key")
                .bind("pseudonym", pseudonym)
                .bind("key", key)
                .execute();
    }

    /**
     * Deletes what a chat chose and how it is called, ends what it still waits for, and makes its receipts counts. Its
     * address stays, so that it is known as admitted, or refused.
     */
    public void erase(Chat chat, Instant now) {
        database.serial(handle -> {
            for (String table : List.of(
                    "subscription",
                    "speaking_times",
                    "receipt_chat",
                    "chat_without_pictures",
                    "chat_in_english",
                    "calendar_link")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE chat_id = :chat")
                        .bind("chat", chat.id())
                        .execute();
            }
            InteractionStore.erase(handle, chat.address());
            handle.createUpdate("UPDATE chat SET title = '', given_name = '', usual_name = '' WHERE id = :chat")
                    .bind("chat", chat.id())
                    .execute();
            handle.createUpdate(
                            "DELETE FROM forum_topic WHERE bot = :bot AND external_id = :external AND topic_id = :topic")
                    .bind("bot", chat.address().bot().key())
                    .bind("external", chat.address().chatId())
                    .bind("topic", chat.address().topicId())
                    .execute();
            ChatDeliveries.end(handle, chat.id(), "the chat's data was erased", now);
            MessageRows.leave(handle, chat.id());
            String there = "delivery_id IN (SELECT id FROM delivery WHERE chat_id = :chat)";
            handle.createQuery("SELECT DISTINCT person FROM receipt WHERE name <> '' AND " + there)
                    .bind("chat", chat.id())
                    .mapTo(String.class)
                    .list()
                    .forEach(person -> handle.createUpdate(
                                    "UPDATE receipt SET person = :pseudonym, name = '' WHERE person = :person AND "
                                            + there)
                            .bind("pseudonym", ERASED + random.get())
                            .bind("person", person)
                            .bind("chat", chat.id())
                            .execute());
            handle.createUpdate("UPDATE deadline_done SET person = :pseudonym, name = '' WHERE chat_id = :chat")
                    .bind("pseudonym", ERASED + random.get())
                    .bind("chat", chat.id())
                    .execute();
            return null;
        });
    }

    /** Makes receipts from before the time, and tasks done before it, counts; returns of how many people. */
    public int forgetNames(Instant before) {
        database.write(handle -> handle.createUpdate("UPDATE person SET name = '' WHERE seen_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
        return forgetNames("receipt", "at", before)
                + forgetNames("deadline_done", "done_at", before)
                + forgetNames("inquiry_answer", "at", before);
    }

    private int forgetNames(String table, String time, Instant before) {
        List<String> people = database.read(handle -> handle.createQuery("SELECT DISTINCT person FROM " + table
                        + " WHERE " + time + " < :before AND person NOT LIKE :pseudonyms LIMIT :most")
                .bind("before", before.toEpochMilli())
                .bind("pseudonyms", PSEUDONYMS)
                .bind("most", AT_A_TIME)
                .mapTo(String.class)
                .list());
        people.forEach(person -> database.write(handle -> handle.createUpdate("UPDATE " + table
                        + " SET person = :pseudonym, name = '' WHERE person = :person AND " + time + " < :before")
                .bind("pseudonym", ERASED + random.get())
                .bind("person", person)
                .bind("before", before.toEpochMilli())
                .execute()));
        return people.size();
    }
}
