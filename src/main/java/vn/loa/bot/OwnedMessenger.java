package vn.loa.bot;

import java.util.List;
import java.util.function.Supplier;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendPermission;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/** Speaks for a bot only while this node owns it, which is looked at before each request and last before it is written. */
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
    public List<OutgoingMessage> pieces(OutgoingMessage message) {
        return messenger.pieces(message);
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        return spoken(() -> messenger.send(to, message));
    }

    @Override
    public SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return spoken(() -> messenger.edit(to, messageId, message));
    }

    @Override
    public SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        return spoken(() -> messenger.relabel(to, messageId, buttons));
    }

    @Override
    public SendResult delete(ChatAddress to, String messageId) {
        return spoken(() -> messenger.delete(to, messageId));
    }

    private SendResult spoken(Supplier<SendResult> request) {
        return maySpeak() ? SendPermission.during(ownership::holds, request) : NOT_OURS;
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
