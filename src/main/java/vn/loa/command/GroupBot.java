package vn.loa.command;

import java.net.URI;
import java.util.Objects;
import java.util.OptionalInt;
import vn.loa.model.Bot;

/**
 * Describes a bot that a leader can add to a group by a link.
 *
 * @param name the bot's name as people see it
 * @param invitation the address that opens "add this bot to a group"
 * @param free how many more groups its plan allows; empty for no limit
 */
public record GroupBot(Bot bot, String name, URI invitation, OptionalInt free) {
    public GroupBot {
        Objects.requireNonNull(bot);
        Objects.requireNonNull(name);
        Objects.requireNonNull(invitation);
        Objects.requireNonNull(free);
    }
}
