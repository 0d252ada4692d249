package vn.loa.telegram;

import vn.loa.command.Acknowledgement;
import vn.loa.command.ChatEvent;
import vn.loa.command.IncomingCommand;

/** What an update turned out to be. */
sealed interface Heard {
    record Said(IncomingCommand command, Origin origin) implements Heard {}

    record Happened(ChatEvent event) implements Heard {}

    record Acknowledged(Acknowledgement sign) implements Heard {}

    /** A press that belongs to no chat any more: it can only be acknowledged. */
    record LostPress(String pressId) implements Heard {}

    /** Nothing for Loa, and why. */
    record Nothing(String why) implements Heard {}
}
