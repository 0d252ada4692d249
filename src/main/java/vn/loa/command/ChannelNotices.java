package vn.loa.command;

import java.time.InstantSource;
import java.util.List;
import vn.loa.command.role.Roles;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.phrases.Phrases;

/** Tells those who manage a channel in private what concerns it, for in the channel itself only news is posted. */
final class ChannelNotices {
    /** The command by which channels are managed. */
    private static final String CHANNELS = "kenh";

    private static final String TOPIC = "channel";

    private final Roles roles;
    private final Notices notices;
    private final Phrases phrases;
    private final InstantSource clock;

    ChannelNotices(Roles roles, Notices notices, Phrases phrases, InstantSource clock) {
        this.roles = roles;
        this.notices = notices;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Notes that a person manages a channel, and shows that person the way to it. */
    void managedBy(Chat channel, PersonId person) {
        roles.addedBotTo(channel.address(), person, clock.instant());
        String wait = channel.active() ? "" : "\n\n" + phrases.say("greeting.pending");
        notices.toPeople(List.of(person), TOPIC, leading(channel, say("channels.added", channel) + wait));
    }

    /** Tells those who manage a channel, or operators where nobody is known, that commands there are not answered. */
    void commandTyped(Chat channel) {
        OutgoingMessage message = leading(channel, say("channels.typed", channel));
        if (!notices.toPeople(roles.adminsOf(channel), TOPIC, message)) {
            notices.toOperators(TOPIC, OutgoingMessage.plain(say("channels.typed.unmanaged", channel)));
        }
    }

    private String say(String key, Chat channel) {
        return phrases.say(key, ChatTitle.of(channel, phrases));
    }

    private OutgoingMessage leading(Chat channel, String text) {
        ButtonData open = ButtonData.of(CHANNELS, "o", channel.id());
        return OutgoingMessage.plain(text)
                .withButtons(List.of(List.of(new Button.Action(phrases.say("channels.manage"), open))));
    }
}
