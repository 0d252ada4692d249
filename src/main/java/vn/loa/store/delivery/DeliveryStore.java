package vn.loa.store.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.loa.model.Bot;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.Priority;
import vn.loa.store.Database;
import vn.loa.store.DeliveryProgress;
import vn.loa.store.ServerWaking;
import vn.loa.store.failover.Listeners;
import vn.loa.store.message.MessageRows;
import vn.loa.store.settlement.ClaimRows;
import vn.loa.store.settlement.SentMessage;
import vn.loa.store.settlement.SentRows;

/**
 * The ledger: who still has to hear of what, and what became of it. A sender claims rows under a lease and a fence,
 * both on the disk before anything is sent, and settles each row under the same fence; a result that comes after the
 * lease was given to somebody else changes nothing.
 */
public final class DeliveryStore {
    private final Database database;
    private final Recipients recipients;

    public DeliveryStore(Database database) {
        this.database = database;
        this.recipients = new Recipients(database);
    }

    /**
     * Enters one delivery for each active chat among the article's {@link Recipients recipients}, unless that chat has
     * one already; a unit that hears everything once gets one in all.
     *
     * @return how many were entered
     */
    public int enqueueArticle(long articleId, Priority priority, Instant now) {
        return database.write(handle -> {
            NewDeliveries deliveries = NewDeliveries.ofArticle(handle, articleId, priority, now);
            int entered = deliveries.enter(Listeners.of(handle, recipients.of(handle, articleId), now));
            if (entered > 0) {
                ServerWaking.deliveriesEntered(database);
            }
            return entered;
        });
    }

    /** Enters one delivery of a notice for each of these chats; closed chats are passed over. */
    public void enqueueNotice(long noticeId, List<Long> chatIds, Priority priority, Instant now) {
        enqueue(
                handle -> chatIds.stream()
                        .map(chat -> new Listeners.Listener(chat, OptionalLong.empty()))
                        .toList(),
                handle -> NewDeliveries.ofNotice(handle, noticeId, priority, now));
    }

    /** As {@link #enqueueNotice}, but a unit that hears everything once gets one in all. */
    public void enqueueAnnouncement(long noticeId, List<Long> chatIds, Priority priority, Instant now) {
        enqueue(
                handle -> Listeners.of(handle, chatIds, now),
                handle -> NewDeliveries.ofNotice(handle, noticeId, priority, now));
    }

    /** Returns our numbers of the chats that hear an announcement once in all, this chat among them. */
    public List<Long> together(long chatId) {
        return database.read(handle -> Listeners.together(handle, chatId));
    }

    private void enqueue(
            Function<Handle, List<Listeners.Listener>> listeners, Function<Handle, NewDeliveries> deliveries) {
        database.write(handle -> {
            int entered = deliveries.apply(handle).enter(listeners.apply(handle));
            ServerWaking.deliveriesEntered(database);
            return entered;
        });
    }

    /**
     * Claims what a bot has to send now: the most urgent first, then what has waited longest, and never two
     * deliveries of one chat at a time, so that a chat hears its news in order.
     *
     * @param limit how many at most
     * @param lease for how long the claim is good
     */
    public List<Delivery> claim(Bot bot, int limit, Instant now, Duration lease) {
        List<Priority> priorities =
                database.read(handle -> new DueRows(handle, database.dialect()).priorities(bot, now));
        if (priorities.isEmpty()) {
            return List.of();
        }
        return database.write(handle -> {
            DueRows due = new DueRows(handle, database.dialect());
            List<Delivery> claimed = new ArrayList<>();
            for (Priority priority : priorities) {
                claimed.addAll(due.claim(bot, priority, limit - claimed.size(), now, now.plus(lease)));
            }
            return claimed;
        });
    }

    /**
     * Claims what else is due for the chat of a claimed delivery and may travel with it in one message: ordinary
     * articles that were never tried, in the order in which the chat would hear of them.
     *
     * @param limit how many at most
     * @param lease for how long the claim is good
     */
    public List<Delivery> claimMore(Delivery claimed, int limit, Instant now, Duration lease) {
        return database.write(handle ->
                new DueRows(handle, database.dialect()).claimMore(claimed.chat(), limit, now, now.plus(lease)));
    }

    /** Counts the deliveries due for each of these chats, without the claimed ones; chats without any are left out. */
    public Map<Long, Integer> waiting(Collection<Long> chatIds, Instant now) {
        if (chatIds.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT chat_id, COUNT(*) AS waiting FROM delivery
                        WHERE chat_id IN (<chats>) AND settled_at IS NULL AND state = 'QUEUED' AND due_at <= :now
                        GROUP BY chat_id
                        """)
                .bindList("chats", List.copyOf(chatIds))
                .bind("now", now.toEpochMilli())
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(row.getColumn("chat_id", Long.class), row.getColumn("waiting", Integer.class));
                    return found;
                }));
    }

    /**
     * Returns whether a claim is still ours; it is not when its chat was closed or its lease was given to somebody
     * else.
     */
    public boolean holds(Delivery claimed) {
        return database.read(handle -> ClaimRows.holds(handle, claimed));
    }

    /**
     * Gives back what senders of a bot claimed and never settled before their lease ran out.
     *
     * @param alive what the caller itself still has under way; a clock that was set ahead, or a machine that slept, ends
     *     a lease early, and nobody else may send these meanwhile
     * @param pause how long the first wait is of what may have arrived; each further one is longer by as much
     * @return how many were being sent, and may have arrived
     */
    public int reclaim(Bot bot, Instant now, Set<Long> alive, Duration pause) {
        // Mostly none is lost, and to look alone asks for no turn among those that write.
        return database.read(handle -> lost(handle, bot, now, alive)).isEmpty()
                ? 0
                : database.serial(handle -> new Rescue(now, pause).of(handle, lost(handle, bot, now, alive)));
    }

    private static List<Long> lost(Handle handle, Bot bot, Instant now, Set<Long> alive) {
        return handle.createQuery("""
                        SELECT id FROM delivery WHERE state = 'SENDING' AND lease_until <= :now AND bot = :bot
                        """)
                .bind("now", now.toEpochMilli())
                .bind("bot", bot.key())
                .mapTo(Long.class)
                .filter(id -> !alive.contains(id))
                .list();
    }

    /**
     * Gives back everything claimed; for the start of a program that is alone with its database.
     *
     * @param pause as for {@link #reclaim}
     * @return how many were being sent, and may have arrived
     */
    public int reclaimAll(Instant now, Duration pause) {
        return database.write(handle -> new Rescue(now, pause)
                .of(
                        handle,
                        handle.createQuery("SELECT id FROM delivery WHERE state = 'SENDING'")
                                .mapTo(Long.class)
                                .list()));
    }

    /** Notes that claimed deliveries, one message, are about to be sent; returns false when a claim is not ours any more. */
    public boolean begin(List<Delivery> claimed) {
        return beginEach(List.of(claimed)).get(0);
    }

    /**
     * As {@link #begin(List)}, for many messages in few statements.
     *
     * @param messages the claimed deliveries of each
     * @return for each message whether it may be sent
     */
    public List<Boolean> beginEach(List<List<Delivery>> messages) {
        return database.write(
                handle -> ClaimRows.begin(handle, messages, database.dialect().locked()));
    }

    /** Notes that a claimed delivery is about to be worded, and may be what has ended the program before. */
    public void suspect(Delivery claimed) {
        database.write(handle -> handle.execute(
                "UPDATE delivery SET suspect = suspect + 1 WHERE id = ? AND fence = ? AND state = 'SENDING'",
                claimed.id(),
                claimed.fence()));
    }

    /** Notes that a suspect delivery was worded, and has ended nothing. */
    public void worded(Delivery claimed) {
        database.write(handle -> handle.execute(
                "UPDATE delivery SET suspect = 0 WHERE id = ? AND fence = ? AND state = 'SENDING'",
                claimed.id(),
                claimed.fence()));
    }

    /**
     * Has everything that waits for a time wait no longer than anything can: the clock was ahead when the time was set.
     *
     * @param longest longer than any retry waits
     */
    public void clockPutRight(Bot bot, Instant now, Duration longest) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE delivery SET due_at = :now WHERE bot = :bot AND due_at > :end AND state = 'QUEUED'")
                .bind("now", now.toEpochMilli())
                .bind("bot", bot.key())
                .bind("end", now.plus(longest).toEpochMilli())
                .execute());
    }

    /** Notes that the platform confirmed one delivery; see {@link #sent(List, Map, String, Instant)}. */
    public boolean sent(Delivery claimed, String externalId, int revision, Instant now) {
        return sent(List.of(claimed), Map.of(claimed.id(), revision), externalId, now) == 1;
    }

    /**
     * Notes that the platform confirmed the message by which these deliveries of one chat travelled. When an article was edited
     * meanwhile, the message is due to be brought up to date.
     *
     * @param revisions which revision of its article the message tells, by the delivery's number; nothing for notices
     * @param externalId the platform's number of the message
     * @return how many of the claims were still ours, and are settled now
     */
    public int sent(List<Delivery> claimed, Map<Long, Integer> revisions, String externalId, Instant now) {
        return sentEach(List.of(new SentMessage(claimed, revisions, externalId, now)));
    }

    /** As {@link #sent(List, Map, String, Instant)}, for many messages in few statements. */
    public int sentEach(List<SentMessage> messages) {
        return database.write(handle -> new SentRows(handle, database.dialect()).add(messages));
    }

    /** To be tried again; this attempt counts, even if it ended before anything was sent. */
    public boolean again(Delivery claimed, Instant dueAt, String reason) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, last_error = :reason, attempts = attempts + 1 - in_flight",
                update -> update.bind("due", dueAt.toEpochMilli()).bind("reason", reason));
    }

    /** Has a delivery tried again that may have arrived already. */
    public boolean unconfirmed(Delivery claimed, Instant dueAt, String reason) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, last_error = :reason, unconfirmed = unconfirmed + 1,"
                        + " unconfirmed_tries = unconfirmed_tries + 1",
                update -> update.bind("due", dueAt.toEpochMilli()).bind("reason", reason));
    }

    /**
     * Has a delivery tried again that may have arrived already: the connection was cut while it was sent. Neither the
     * attempt nor its uncertain end counts against it.
     */
    public boolean unconfirmedByOutage(Delivery claimed, Instant dueAt, String reason) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, last_error = :reason, attempts = attempts - in_flight,"
                        + " unconfirmed = unconfirmed + 1",
                update -> update.bind("due", dueAt.toEpochMilli()).bind("reason", reason));
    }

    /** Put back without having been sent: pacing, a hold, a stop. The attempt does not count. */
    public boolean release(Delivery claimed, Instant dueAt) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, attempts = attempts - in_flight",
                update -> update.bind("due", dueAt.toEpochMilli()));
    }

    /** Returns those of these claimed deliveries of a lost topic that others tell in the general topic of their forum. */
    public List<Delivery> toldByOthers(List<Delivery> claimed) {
        return database.write(handle -> GeneralTopics.toldByOthers(handle, claimed));
    }

    /** Notes that another delivery of the same item tells it where this one would have. */
    public boolean toldElsewhere(Delivery claimed, Instant now) {
        return settle(
                claimed,
                "state = 'SENT', settled_at = :at, last_error = 'told once in the general topic'",
                update -> update.bind("at", now.toEpochMilli()));
    }

    /** Will not be tried again by itself. */
    public boolean dead(Delivery claimed, String reason, Instant now) {
        return settle(
                claimed,
                "state = 'DEAD', settled_at = :at, last_error = :reason",
                update -> update.bind("at", now.toEpochMilli()).bind("reason", reason));
    }

    private boolean settle(Delivery claimed, String change, UnaryOperator<Update> values) {
        String sql = "UPDATE delivery SET " + change
                + ", lease_until = NULL, in_flight = 0, suspect = 0 WHERE id = :id AND fence = :fence AND state = 'SENDING'";
        return database.write(handle -> values.apply(handle.createUpdate(sql))
                        .bind("id", claimed.id())
                        .bind("fence", claimed.fence())
                        .execute()
                == 1);
    }

    /** Deletes what was settled before the time. */
    public int forgetSettled(Instant before) {
        return database.write(handle -> {
            handle.createUpdate("""
                            DELETE FROM receipt
                            WHERE delivery_id IN (SELECT id FROM delivery WHERE settled_at < :before)
                            """).bind("before", before.toEpochMilli()).execute();
            handle.createUpdate("""
                            DELETE FROM delivery_reroute
                            WHERE delivery_id IN (SELECT id FROM delivery WHERE settled_at < :before)
                            """).bind("before", before.toEpochMilli()).execute();
            DeliveryProgress.forget(handle, "SELECT id FROM delivery WHERE settled_at < " + before.toEpochMilli());
            int forgotten = handle.createUpdate("DELETE FROM delivery WHERE settled_at < :before")
                    .bind("before", before.toEpochMilli())
                    .execute();
            MessageRows.forget(handle, before);
            GeneralTopics.forget(handle);
            return forgotten;
        });
    }

    /** Counts the deliveries in a state. */
    public int count(DeliveryState state) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM delivery WHERE state = :state")
                .bind("state", state.name())
                .mapTo(Integer.class)
                .one());
    }

    /** Counts the deliveries that may have arrived more than once, or without our knowing. */
    public int unconfirmed() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM delivery WHERE unconfirmed > 0")
                .mapTo(Integer.class)
                .one());
    }
}
