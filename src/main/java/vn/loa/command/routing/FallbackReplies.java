package vn.loa.command.routing;

import java.util.List;
import java.util.Optional;
import vn.loa.command.Reply;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.menu.CommandButtons;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;

/** Makes the replies to what cannot be done, each with what can be done instead. */
final class FallbackReplies {
    private final SentenceOffers offers;

    FallbackReplies(SentenceOffers offers) {
        this.offers = offers;
    }

    /** Returns a line in the form that the person looks at: a toast for a press, else a message to the asker alone. */
    static Reply brief(IncomingCommand incoming, String text) {
        return incoming.press().isPresent()
                ? Reply.toast(text)
                : Reply.plain(text).toAskerAlone();
    }

    /** Returns a refusal with what everybody may do. */
    Reply refused(IncomingCommand incoming, String text, Phrases words) {
        return incoming.press().isPresent()
                ? Reply.toast(text)
                : Reply.of(OutgoingMessage.plain(text).withButtons(offers.ways(words)))
                        .toAskerAlone();
    }

    /** Returns the line for a voice, a sticker or a picture that nothing was said with. */
    Reply wordless(Phrases words) {
        return Reply.of(OutgoingMessage.plain(words.say("talk.wordless")).withButtons(offers.ways(words)));
    }

    /** Returns true for the reply to a button that does nothing any more. */
    static boolean stale(Reply reply, Phrases words) {
        return reply.messages().isEmpty()
                && reply.edit().isEmpty()
                && reply.toast().filter(words.say("press.stale")::equals).isPresent();
    }

    /** Returns the name of the command that made a button. */
    static String maker(ButtonData data) {
        return CommandButtons.made(data) ? data.field(1) : data.command();
    }

    /**
     * Returns the reply to a button that does nothing any more, with its command as the next step: as a new button where
     * the person is alone with the bot, in words where each message would disturb others.
     */
    Reply renewed(IncomingCommand incoming, ButtonData data, Phrases words) {
        String next = words.say("press.stale.next", "/" + maker(data));
        if (incoming.kind().shared() || incoming.isWrittenChoice()) {
            return Reply.toast(next);
        }
        String arguments = CommandButtons.made(data) ? data.from(2) : "";
        OutgoingMessage renewed = OutgoingMessage.plain(next).withButtons(offers.again(maker(data), arguments));
        return new Reply(List.of(renewed), Optional.empty(), Optional.of(words.say("press.stale")));
    }
}
