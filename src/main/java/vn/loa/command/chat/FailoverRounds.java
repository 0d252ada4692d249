package vn.loa.command.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.store.failover.UnitFailover;
import vn.loa.store.failover.UnitFailoverStore;
import vn.loa.store.failover.UnitFailoverStore.Waiting;

/**
 * Gives deliveries of units that hear everything once to another of their chats: at once when the channel is held or the
 * chat takes nothing, else when a delivery has not arrived within the unit's time. Only the database says where a
 * delivery is, so that none is ever at two places.
 */
public final class FailoverRounds {
    private static final String LATE = "did not arrive in time";
    private static final String CLOSED = "the chat is closed";
    /** What waits for the next month's messages waits as for a digest, and yet should go another way. */
    private static final String SPENT = "quota is spent";

    private final UnitFailoverStore units;
    private final Function<Bot, Optional<String>> newsRefusal;
    private final InstantSource clock;
    /** Nothing is late that Loa itself could not send since it did not run. */
    private final Instant started;

    /**
     * Makes the rounds.
     *
     * @param newsRefusal why a bot delivers no news at present, in English; empty while it does
     */
    public FailoverRounds(UnitFailoverStore units, Function<Bot, Optional<String>> newsRefusal, InstantSource clock) {
        this.units = units;
        this.newsRefusal = newsRefusal;
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * A delivery that another chat gets now.
     *
     * @param reason why, in English
     */
    public record Rerouted(long unitId, Chat from, Chat to, String reason) {
        public Rerouted {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(reason);
        }
    }

    /** Looks at all that has not arrived once; returns what was given to other chats. */
    public List<Rerouted> run() {
        units.adopt();
        Map<Long, UnitFailover> settings = new HashMap<>();
        units.all().forEach(unit -> settings.put(unit.unitId(), unit));
        List<Rerouted> moved = new ArrayList<>();
        if (!settings.isEmpty()) {
            page(settings, moved);
        }
        return moved;
    }

    /** However many cannot move, those behind them are looked at too. */
    private void page(Map<Long, UnitFailover> settings, List<Rerouted> moved) {
        List<Waiting> page = units.waiting(clock.instant(), 0);
        while (!page.isEmpty()) {
            page.forEach(waiting -> Optional.ofNullable(settings.get(waiting.unitId()))
                    .flatMap(unit -> reroute(unit, waiting))
                    .ifPresent(moved::add));
            page = units.waiting(clock.instant(), page.get(page.size() - 1).id());
        }
    }

    private Optional<Rerouted> reroute(UnitFailover unit, Waiting waiting) {
        return reason(unit, waiting).flatMap(why -> {
            Set<Long> tried = waiting.ended() ? units.endedIn(waiting.id()) : Set.of();
            return units.chats(unit).stream()
                    .filter(chat -> chat.id() != waiting.chat().id() && !tried.contains(chat.id()))
                    .filter(chat -> trouble(chat).isEmpty())
                    .filter(chat -> units.reroute(waiting, chat, why, clock.instant()))
                    .findFirst()
                    .map(chat -> new Rerouted(unit.unitId(), waiting.chat(), chat, why));
        });
    }

    /** Returns why a delivery should go another way; empty while it may still arrive. */
    private Optional<String> reason(UnitFailover unit, Waiting waiting) {
        Optional<String> trouble = trouble(waiting.chat());
        if (waiting.ended() || trouble.filter(each -> isDue(waiting, each)).isPresent()) {
            return trouble.or(() -> Optional.of(LATE));
        }
        return isLate(waiting, unit.after()) ? Optional.of(LATE) : Optional.empty();
    }

    /** What waits for its digest or for the morning is not due. */
    private boolean isDue(Waiting waiting, String trouble) {
        return !waiting.since().isAfter(clock.instant()) || trouble.contains(SPENT);
    }

    private boolean isLate(Waiting waiting, Duration after) {
        Instant begun = waiting.since().isBefore(started) ? started : waiting.since();
        return !clock.instant().isBefore(begun.plus(after));
    }

    private Optional<String> trouble(Chat chat) {
        return chat.state() == ChatState.ACTIVE
                ? newsRefusal.apply(chat.address().bot()).or(() -> units.trouble(chat, clock.instant()))
                : Optional.of(CLOSED);
    }
}
