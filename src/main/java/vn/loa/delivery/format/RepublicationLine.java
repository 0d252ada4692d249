package vn.loa.delivery.format;

import java.util.List;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Republication;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;

/** Adds to an announcement where else its story was published, as far as there is room. */
public final class RepublicationLine {
    /**
     * A longer list names the places without their links: Telegram shows at most 100 styled runs in a message, an item
     * has up to three, and each place would be one more.
     */
    private static final int MOST_LINKED = 12;

    private final Phrases phrases;

    /** Makes a line in this language. */
    public RepublicationLine(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Returns the message with the line at its end; those that no longer fit are left out, the last first. */
    public OutgoingMessage added(OutgoingMessage message, List<Republication> elsewhere, Capabilities channel) {
        int limit = message.media().isPresent() ? channel.captionLimit() : channel.textLimit();
        for (int named = elsewhere.size(); named > 0; named--) {
            RichText line = line(elsewhere.subList(0, named), true, channel);
            if (message.text().length() + line.length() <= limit) {
                return message.withText(
                        RichText.builder().append(message.text()).append(line).build());
            }
        }
        return message;
    }

    /** Returns the line for an item of a list; an empty text when there is no other place. */
    RichText ofItem(List<Republication> elsewhere, int items, Capabilities channel) {
        return elsewhere.isEmpty() ? RichText.plain("") : line(elsewhere, items <= MOST_LINKED, channel);
    }

    private RichText line(List<Republication> elsewhere, boolean linked, Capabilities channel) {
        RichText.Builder line = RichText.builder().plain("\n" + phrases.say("announcement.republished") + " ");
        for (int i = 0; i < elsewhere.size(); i++) {
            Republication each = elsewhere.get(i);
            line.plain(i == 0 ? "" : "; ");
            if (!linked) {
                line.plain(each.name());
            } else if (channel.formatting()) {
                line.link(each.name(), each.url());
            } else {
                line.plain(each.name() + " " + each.url().toASCIIString());
            }
        }
        return line.build();
    }
}
