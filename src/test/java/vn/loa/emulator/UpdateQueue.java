package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeMap;

/**
 * The bot's updates, with the semantics of getUpdates: what is not confirmed by a higher offset comes again; a second
 * poll ends the first with a 409; an offset far in the future counts as none, which is how a bot meets identifiers that
 * begin anew after a quiet week.
 */
final class UpdateQueue {
    private static final int FUTURE = 10;
    private static final int MOST = 100;
    private static final Set<String> NOT_BY_DEFAULT =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final TreeMap<Integer, JsonNode> waiting = new TreeMap<>();
    private final Set<String> allowed = new HashSet<>();
    private int nextId = 100_000_001;
    private long currentPoll;
    private int polls;
    private boolean webhook;
    private boolean closed;

    /** Adds an update; one that names its own {@code update_id} keeps it. */
    synchronized int add(ObjectNode update) {
        if (!update.has("update_id")) {
            update.put("update_id", nextId);
        }
        int id = update.get("update_id").asInt();
        if (wanted(update)) {
            waiting.put(id, update);
        }
        nextId = id + 1;
        notifyAll();
        return id;
    }

    private boolean wanted(ObjectNode update) {
        Iterator<String> names = update.fieldNames();
        while (names.hasNext()) {
            String kind = names.next();
            if (!kind.equals("update_id")) {
                return allowed.isEmpty() ? !NOT_BY_DEFAULT.contains(kind) : allowed.contains(kind);
            }
        }
        return true;
    }

    /** From now on identifiers begin here, higher or lower than before. */
    synchronized void renumber(int next) {
        waiting.clear();
        nextId = next;
    }

    synchronized int pending() {
        return waiting.size();
    }

    synchronized boolean polled() {
        return polls > 0;
    }

    synchronized void webhook(boolean set) {
        webhook = set;
        notifyAll();
    }

    synchronized boolean webhook() {
        return webhook;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized ArrayNode poll(ApiCall call) {
        long ticket = ++currentPoll;
        notifyAll();
        requireNoWebhook();
        allow(call.json("allowed_updates"));
        confirm((int) call.number("offset", 0));
        long deadline = System.nanoTime()
                + Duration.ofSeconds(call.number("timeout", 0)).toNanos();
        polls++;
        try {
            await(ticket, deadline);
        } finally {
            polls--;
        }
        return firstOf((int) Math.min(MOST, call.number("limit", MOST)));
    }

    private void await(long ticket, long deadline) {
        while (waiting.isEmpty() && !closed && pause(deadline)) {
            requireNoWebhook();
            if (ticket != currentPoll) {
                throw Refusal.of(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                                + " running");
            }
        }
    }

    /** Waits for a notification; the caller looks again at what it waits for. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean pause(long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void requireNoWebhook() {
        if (webhook) {
            throw Refusal.of(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                            + " webhook first");
        }
    }

    private void allow(JsonNode kinds) {
        if (kinds.isArray()) {
            allowed.clear();
            kinds.forEach(kind -> allowed.add(kind.asText()));
        }
    }

    private void confirm(int offset) {
        if (offset > 0 && offset <= nextId - 1 + FUTURE) {
            waiting.headMap(offset, false).clear();
        }
    }

    private ArrayNode firstOf(int limit) {
        ArrayNode updates = JsonNodeFactory.instance.arrayNode();
        waiting.values().stream().limit(limit).forEach(updates::add);
        return updates;
    }
}
