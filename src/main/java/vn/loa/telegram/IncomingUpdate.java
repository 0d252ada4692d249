package vn.loa.telegram;

import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;

/** Represents an update as it was read. */
sealed interface IncomingUpdate {
    record Said(IncomingCommand command, Origin origin) implements IncomingUpdate {}

    record Happened(ChatEvent event) implements IncomingUpdate {}

    record Acknowledged(Acknowledgement sign) implements IncomingUpdate {}

    /** A press that belongs to no chat any more: it can only be acknowledged. */
    record LostPress(String pressId) implements IncomingUpdate {}

    /** Nothing for Loa, and why. */
    record Nothing(String why) implements IncomingUpdate {}
}
