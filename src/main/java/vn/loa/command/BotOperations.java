package vn.loa.command;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;

/** Port by which commands add and remove bots while Loa runs. */
public interface BotOperations {
    /**
     * Describes a running bot.
     *
     * @param shown as people see it on its platform; its name in Loa when that is not known yet
     * @param freeGroups how many more groups its plan allows; empty for no limit
     * @param problem why it does not work, in English; empty while it does
     * @param removable whether it was given by command, so that a command can take it away
     */
    record Line(Bot bot, String shown, OptionalInt freeGroups, Optional<String> problem, boolean removable) {
        public Line {
            Objects.requireNonNull(bot);
            Objects.requireNonNull(shown);
            Objects.requireNonNull(freeGroups);
            Objects.requireNonNull(problem);
        }
    }

    /** Represents what became of a token. */
    sealed interface Added {
        /** The bot runs with it; {@code renewed} when it had another token before. */
        record Running(Bot bot, String shown, boolean renewed) implements Added {}

        /** A bot runs with this very token already. */
        record Known(Bot bot) implements Added {}

        /** No platform takes it, or none answers. */
        record Refused(String reason) implements Added {}
    }

    /** Represents how an Official Account can be added. */
    sealed interface ConsentOffer {
        /** A link that the keeper of the account opens within ten minutes. */
        record Link(URI address) implements ConsentOffer {}

        /** The configuration lacks this key. */
        record Missing(String key) implements ConsentOffer {}
    }

    /** Makes a one-time link by which an Official Account consents, or says what is missing. */
    ConsentOffer consent(PersonId by);

    /**
     * Asks Zalo for what a consent gave, keeps it and has the account run; takes seconds.
     *
     * @param verifier whose challenge the consent was asked with
     * @param by who asked for the link
     */
    Added consented(String code, String verifier, PersonId by);

    /** Returns the running bots, in order. */
    List<Line> bots();

    /** Tells whether a text has the form of a bot's token. */
    boolean isToken(String text);

    /** Asks the platforms whose a token is, keeps it and has its bot run; takes seconds. */
    Added add(String token, PersonId by);

    /** Ends a bot that was given by command and forgets its token; returns false for others. */
    boolean remove(Bot bot);

    /** Takes away a webhook that keeps a bot's updates from Loa; returns whether the platform did so. */
    boolean takeWebhook(Bot bot);
}
