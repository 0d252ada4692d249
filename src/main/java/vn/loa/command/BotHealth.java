package vn.loa.command;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import vn.loa.model.Bot;

/**
 * Describes how a running bot does, for a status that counts bots.
 *
 * @param problem what is wrong, in English; empty when nothing is
 * @param freeGroups how many more groups its plan allows; empty for no limit
 * @param spent messages sent this month, where its channel counts them
 * @param plan messages that its plan allows in a month; 0 for no limit
 */
public record BotHealth(Bot bot, Optional<String> problem, OptionalInt freeGroups, long spent, long plan) {
    public BotHealth {
        Objects.requireNonNull(bot);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(freeGroups);
    }
}
