package vn.loa.command.chat;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.chat.FailoverRounds.Rerouted;
import vn.loa.model.Bot;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Unit;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.failover.UnitFailover;
import vn.loa.store.failover.UnitFailoverStore;

/**
 * Has units that hear everything once hear on another channel when one does not deliver, and tells operators once that
 * this begins, and once for each unit that hears the usual way again.
 */
public final class FailoverNotices implements Runnable {
    private static final String TOPIC = "unit-failover";
    private static final int MOST_LINES = 10;

    private final CommandContext context;
    private final UnitFailoverStore failovers;
    private final UnitStore units;
    private final FailoverRounds rounds;
    private final Phrases phrases;
    private final InstantSource clock;

    public FailoverNotices(CommandContext context, UnitFailoverStore failovers, UnitStore units, Phrases phrases) {
        this.context = context;
        this.failovers = failovers;
        this.units = units;
        this.rounds = new FailoverRounds(failovers, context.program()::newsRefusal, context.clock());
        this.phrases = phrases;
        this.clock = context.clock();
    }

    @Override
    public void run() {
        context.database().transaction(() -> {
            Map<Bot, Map<Long, Rerouted>> begun = new LinkedHashMap<>();
            rounds.run().stream()
                    .filter(each -> failovers.away(each.unitId(), each.from().id(), clock.instant()))
                    .forEach(each -> begun.computeIfAbsent(each.from().address().bot(), bot -> new LinkedHashMap<>())
                            .put(each.unitId(), each));
            begun.forEach((bot, moved) -> context.notices().toOperatorsPast(bot, TOPIC, away(bot, moved)));
            List<UnitFailover> back = failovers.takeBack();
            if (!back.isEmpty()) {
                context.notices().toOperators(TOPIC, back(back));
            }
        });
    }

    private OutgoingMessage away(Bot bot, Map<Long, Rerouted> moved) {
        String lines = moved.values().stream()
                .limit(MOST_LINES)
                .map(each -> "\n• " + line(each))
                .collect(Collectors.joining());
        String reason =
                FailureReasons.told(phrases, moved.values().iterator().next().reason());
        return OutgoingMessage.plain(
                phrases.say("failover.away", channel(bot), reason, moved.size(), lines + more(moved.size())));
    }

    private String line(Rerouted moved) {
        return phrases.say(
                "failover.away.line",
                name(moved.unitId()),
                ChatAdmission.title(moved.from(), phrases),
                ChatAdmission.title(moved.to(), phrases),
                channel(moved.to().address().bot()));
    }

    private OutgoingMessage back(List<UnitFailover> back) {
        String names =
                back.stream().limit(MOST_LINES).map(unit -> name(unit.unitId())).collect(Collectors.joining("; "));
        return OutgoingMessage.plain(phrases.say("failover.back", names + more(back.size())));
    }

    private String more(int count) {
        return count > MOST_LINES ? phrases.say("failover.more", count - MOST_LINES) : "";
    }

    private String channel(Bot bot) {
        return phrases.say("channel." + bot.platform().name()) + " (" + bot.name() + ")";
    }

    private String name(long unitId) {
        return units.byId(unitId).map(Unit::name).orElse("#" + unitId);
    }
}
