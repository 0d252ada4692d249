package vn.loa.bot;

import java.util.List;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/** Speaks for a bot only while this node owns it, which is looked at last before each request. */
final class OwnedMessenger implements Messenger {
    private static final SendResult NOT_OURS = new SendResult.NotSent("another node runs this bot");

    private final Messenger messenger;
    private final Ownership ownership;

    OwnedMessenger(Messenger messenger, Ownership ownership) {
        this.messenger = messenger;
        this.ownership = ownership;
    }

    @Override
    public Bot bot() {
        return messenger.bot();
    }

    @Override
    public Capabilities capabilities() {
        return messenger.capabilities();
    }

    @Override
    public boolean maySpeak() {
        return ownership.holds();
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        return maySpeak() ? messenger.send(to, message) : NOT_OURS;
    }

    @Override
    public SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return maySpeak() ? messenger.edit(to, messageId, message) : NOT_OURS;
    }

    @Override
    public SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        return maySpeak() ? messenger.relabel(to, messageId, buttons) : NOT_OURS;
    }

    @Override
    public SendResult delete(ChatAddress to, String messageId) {
        return maySpeak() ? messenger.delete(to, messageId) : NOT_OURS;
    }

    @Override
    public boolean confirms(ChatAddress chat) {
        return maySpeak() && messenger.confirms(chat);
    }

    @Override
    public SendResult ping() {
        return maySpeak() ? messenger.ping() : NOT_OURS;
    }
}
