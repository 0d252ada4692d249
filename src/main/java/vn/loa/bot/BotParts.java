package vn.loa.bot;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vn.loa.delivery.Answers;
import vn.loa.delivery.Budget;
import vn.loa.delivery.channel.Messenger;
import vn.loa.model.SpeakingTimes;

/**
 * Holds what a channel makes for one of its bots; {@link RunningBot} puts it to work.
 *
 * @param messenger sends and edits
 * @param budget what the bot's plan allows; empty for a bot without a plan
 * @param firstTimes when a chat that is new to the bot hears news; empty for at once
 * @param receiver makes the receiver, given how to answer; empty for a bot without one
 */
public record BotParts(
        Messenger messenger,
        Optional<Budget> budget,
        Optional<SpeakingTimes> firstTimes,
        Function<Answers, Optional<UpdateReceiver>> receiver) {
    public BotParts {
        Objects.requireNonNull(messenger);
        Objects.requireNonNull(budget);
        Objects.requireNonNull(firstTimes);
        Objects.requireNonNull(receiver);
    }

    /** Returns a bot without a plan, with this receiver, whose new chats hear news at once. */
    public static BotParts of(Messenger messenger, Function<Answers, UpdateReceiver> receiver) {
        return new BotParts(messenger, Optional.empty(), Optional.empty(), receiver.andThen(Optional::of));
    }

    /** Returns a bot without a receiver of its own. */
    public static BotParts mute(Messenger messenger) {
        return new BotParts(messenger, Optional.empty(), Optional.empty(), answers -> Optional.empty());
    }

    /** Returns the same, speaking through another messenger. */
    public BotParts speakingThrough(Messenger other) {
        return new BotParts(other, budget, firstTimes, receiver);
    }

    /** Returns the same with a plan. */
    public BotParts within(Budget plan) {
        return new BotParts(messenger, Optional.of(plan), firstTimes, receiver);
    }

    /** Returns the same with times for chats that are new to the bot. */
    public BotParts startingWith(Optional<SpeakingTimes> times) {
        return new BotParts(messenger, budget, times, receiver);
    }
}
