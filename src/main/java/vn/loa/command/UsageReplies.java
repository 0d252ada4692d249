package vn.loa.command;

import java.time.InstantSource;
import vn.loa.command.menu.CommandButtons;
import vn.loa.model.OutgoingMessage;

/** Makes the replies to words that a command could not use, with what could be written instead as buttons. */
public final class UsageReplies {
    private final CommandButtons buttons;

    public UsageReplies(InstantSource clock) {
        this.buttons = new CommandButtons(clock);
    }

    /**
     * Returns a reply.
     *
     * @param typed commands as somebody would type them, each a button; one that does not fit on a button is left out
     */
    public Reply of(String text, String... typed) {
        return Reply.of(OutgoingMessage.plain(text).withButtons(buttons.rows(typed)));
    }
}
