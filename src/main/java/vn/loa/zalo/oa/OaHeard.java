package vn.loa.zalo.oa;

import vn.loa.command.Acknowledgement;
import vn.loa.command.ChatEvent;
import vn.loa.command.IncomingCommand;

/** What an event turned out to be. */
sealed interface OaHeard {
    record Said(IncomingCommand command) implements OaHeard {}

    record Happened(ChatEvent event) implements OaHeard {}

    record Acknowledged(Acknowledgement sign) implements OaHeard {}

    /** Nothing for Loa. */
    record Nothing() implements OaHeard {}
}
