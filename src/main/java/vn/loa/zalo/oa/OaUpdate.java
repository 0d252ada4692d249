package vn.loa.zalo.oa;

import vn.loa.command.Acknowledgement;
import vn.loa.command.ChatEvent;
import vn.loa.command.IncomingCommand;

/** What an event turned out to be. */
sealed interface OaUpdate {
    record Said(IncomingCommand command) implements OaUpdate {}

    record Happened(ChatEvent event) implements OaUpdate {}

    record Acknowledged(Acknowledgement sign) implements OaUpdate {}

    /** Nothing for Loa. */
    record Nothing() implements OaUpdate {}
}
