package vn.loa.command.report;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import vn.loa.command.Request;
import vn.loa.model.ChatState;
import vn.loa.model.DeliveryState;
import vn.loa.store.StatisticsStore;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.DigestStore;

/** Counts deliveries and chats for the status. */
public final class DeliveryCounts {
    private final DeliveryStore deliveries;
    private final DigestStore digests;
    private final SpeakingStore speaking;
    private final StatisticsStore statistics;
    private final IntSupplier awaitedOperators;
    private final InstantSource clock;

    /**
     * Makes the counts.
     *
     * @param awaitedOperators counts the operators who have to write before an account may write to them
     */
    public DeliveryCounts(
            DeliveryStore deliveries,
            DigestStore digests,
            SpeakingStore speaking,
            StatisticsStore statistics,
            IntSupplier awaitedOperators,
            InstantSource clock) {
        this.awaitedOperators = awaitedOperators;
        this.deliveries = deliveries;
        this.digests = digests;
        this.speaking = speaking;
        this.statistics = statistics;
        this.clock = clock;
    }

    List<String> lines(Request request) {
        return List.of(ledger(request) + held(request), chats(request));
    }

    private String ledger(Request request) {
        String counts = request.say(
                "status.ledger",
                deliveries.count(DeliveryState.SENT),
                deliveries.count(DeliveryState.QUEUED) + deliveries.count(DeliveryState.SENDING),
                deliveries.count(DeliveryState.DEAD));
        int unconfirmed = deliveries.unconfirmed();
        return unconfirmed == 0 ? counts : counts + "\n" + request.say("status.unconfirmed", unconfirmed);
    }

    private String held(Request request) {
        int waiting = digests.held(clock.instant());
        int paused = speaking.paused(clock.instant());
        String held = waiting + paused == 0 ? "" : "\n" + request.say("status.held", waiting, paused);
        StatisticsStore.Awaited awaited = statistics.awaited();
        if (awaited.people() == 0) {
            return held;
        }
        int operators = awaitedOperators.getAsInt();
        String line = request.say("status.awaited", awaited.people(), awaited.messages());
        return held + "\n" + line + (operators == 0 ? "" : " " + request.say("status.awaited.operators", operators));
    }

    private String chats(Request request) {
        Map<String, Integer> chats = statistics.chats();
        return request.say(
                "status.chats",
                chats.getOrDefault(key(ChatState.ACTIVE), 0),
                chats.getOrDefault(key(ChatState.PENDING), 0),
                chats.getOrDefault(key(ChatState.CLOSED), 0));
    }

    private static String key(ChatState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
