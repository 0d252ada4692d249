package vn.loa.zalo.oa;

import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;

/** Represents an event as it was read. */
sealed interface OaUpdate {
    record Said(IncomingCommand command) implements OaUpdate {}

    record Happened(ChatEvent event) implements OaUpdate {}

    record Acknowledged(Acknowledgement sign) implements OaUpdate {}

    /** Nothing for Loa. */
    record Nothing() implements OaUpdate {}
}
