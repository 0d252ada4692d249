package vn.loa.command.incoming;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import vn.loa.model.PersonId;

/**
 * Represents the person who sent a message. A channel that cannot tell (a channel post, an anonymous group
 * administrator) gives the person that the platform names; rights never come from a name.
 *
 * @param person the platform's id
 * @param name the person's name on the platform, for greetings only
 * @param chatAdmin asks the channel, when it is needed, whether this person administers this chat; in a private chat
 *     everybody administers
 */
public record Sender(PersonId person, String name, BooleanSupplier chatAdmin) {
    public Sender {
        Objects.requireNonNull(person);
        Objects.requireNonNull(name);
        Objects.requireNonNull(chatAdmin);
    }
}
