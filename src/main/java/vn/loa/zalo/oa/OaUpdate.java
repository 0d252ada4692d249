package vn.loa.zalo.oa;

import vn.loa.command.Acknowledgement;
import vn.loa.command.ChatEvent;
import vn.loa.command.IncomingCommand;

/** Represents an event as it was read. */
sealed interface OaUpdate {
    record Said(IncomingCommand command) implements OaUpdate {}

    record Happened(ChatEvent event) implements OaUpdate {}

    record Acknowledged(Acknowledgement sign) implements OaUpdate {}

    /** Nothing for Loa. */
    record Nothing() implements OaUpdate {}
}
