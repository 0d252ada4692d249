package vn.loa.telegram;

import java.util.Optional;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;

/** Represents an update as it was read. */
sealed interface IncomingUpdate {
    record Said(IncomingCommand command, Origin origin) implements IncomingUpdate {}

    record Happened(ChatEvent event) implements IncomingUpdate {}

    /**
     * A sign that a message was read.
     *
     * @param said the words of the sign, which may answer a question instead; empty for a reaction
     */
    record Acknowledged(Acknowledgement sign, Optional<Said> said) implements IncomingUpdate {}

    /** A press that belongs to no chat any more: it can only be acknowledged. */
    record LostPress(String pressId) implements IncomingUpdate {}

    /** Nothing for Loa, and why. */
    record Nothing(String why) implements IncomingUpdate {}
}
