package vn.loa.bot;

import java.io.IOException;
import java.util.Map;
import vn.loa.model.Bot;
import vn.loa.model.Platform;

/** Makes the bots of one channel; each channel has one, in its own package. */
public interface BotFactory {
    /** Returns the platform of the bots. */
    Platform platform();

    /** Returns the tokens of the bots that are configured. */
    Map<Bot, String> tokens();

    /** Returns a bot with this token. */
    BotParts bot(Bot bot, String token);

    /**
     * Asks the platform for the name of the bot with this token.
     *
     * @throws IOException when it refuses the token or does not answer; its message is an English reason without the token
     */
    String name(String token) throws IOException;
}
