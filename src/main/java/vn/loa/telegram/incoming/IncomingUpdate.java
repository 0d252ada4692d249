package vn.loa.telegram.incoming;

import java.util.Optional;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;

/** Represents an update as it was read. */
public sealed interface IncomingUpdate {
    record Said(IncomingCommand command, Origin origin) implements IncomingUpdate {}

    record Happened(ChatEvent event) implements IncomingUpdate {}

    /**
     * A sign of having read.
     *
     * @param words the message with the words that say so, by its number; empty for a reaction
     */
    record Acknowledged(Acknowledgement sign, Optional<String> words) implements IncomingUpdate {}

    /** A press that belongs to no chat any more: it can only be acknowledged. */
    record LostPress(String pressId) implements IncomingUpdate {}

    /** Nothing for Loa, and why. */
    record Nothing(String why) implements IncomingUpdate {}
}
