package vn.loa.zalo.oa;

import java.time.Instant;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;

/**
 * Receives what was said to the Official Account. Called on one thread, one event at a time, after Zalo was told that
 * it arrived; an exception is logged and the event counts as handled.
 */
public interface OaListener {
    /** A person said something in private or in a group. */
    void said(IncomingCommand command);

    /** A person showed by an answer that a message was read. */
    void acknowledged(Acknowledgement sign);

    /** Tells whether words that were said in reply to a message answer a question. */
    default boolean takesAnswer(IncomingCommand command) {
        return false;
    }

    /** Returns whether this program may hear what is said to the account now; what it may not hear waits. */
    default boolean mayHear() {
        return true;
    }

    /** A group was made or deleted, or a person began or ended to follow the account. */
    void happened(ChatEvent event);

    /**
     * A person turned to the account, by whatever event.
     *
     * @param at when, by Zalo's clock
     * @return what is to be said once the event is handled
     */
    default Runnable interacted(ChatAddress person, Instant at) {
        return () -> {};
    }

    /** Returns how a person is called; an empty string when nobody knows. May ask Zalo, which takes a while. */
    default String name(ChatAddress chat, PersonId person) {
        return "";
    }

    /** Returns whether the person administers the group; Zalo tells nobody's role in what it sends. */
    boolean administers(ChatAddress group, PersonId person);
}
