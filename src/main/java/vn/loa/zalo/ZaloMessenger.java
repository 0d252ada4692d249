package vn.loa.zalo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Hearing;
import vn.loa.model.OutgoingMessage;

/** One Zalo bot as a {@link Messenger}. */
final class ZaloMessenger implements Messenger {
    private static final int BAD_REQUEST = 400;

    private final ZaloAccount account;
    private final ZaloOptions options;
    private final ZaloCalls calls;
    private final ZaloErrors errors;
    private final ZaloPlan plan;
    private volatile String calledName = "";

    ZaloMessenger(ZaloAccount account, ZaloOptions options, ZaloCalls calls, ZaloErrors errors, ZaloPlan plan) {
        this.account = account;
        this.options = options;
        this.calls = calls;
        this.errors = errors;
        this.plan = plan;
    }

    /** The bot is called so from now on. */
    void called(String name) {
        calledName = name;
    }

    @Override
    public Bot bot() {
        return account.bot();
    }

    /** Zalo carries no files in either direction (facts of Zalo, 1.5). */
    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                        ZaloText.LIMIT,
                        options.pictures() ? ZaloText.LIMIT : 0,
                        false,
                        false,
                        false,
                        false,
                        options.rates())
                .hearing(Hearing.mentionsAndReplies(calledName))
                .withoutFiles();
    }

    @Override
    public List<OutgoingMessage> pieces(OutgoingMessage message) {
        return ZaloText.split(message);
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        List<ZaloText.Piece> words = ZaloText.styled(message);
        if (words.size() > 1) {
            return new SendResult.Rejected(Messenger.TOO_LONG);
        }
        return message.photo()
                .filter(ZaloMessenger::fromWeb)
                .map(photo -> sendPhoto(to, photo, words.get(0).text()))
                .orElseGet(() -> sendText(to, words.get(0)));
    }

    private static boolean fromWeb(URI address) {
        return address.getScheme() != null
                && address.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
    }

    private SendResult sendText(ChatAddress to, ZaloText.Piece piece) {
        ObjectNode parameters =
                ZaloCalls.parameters().put("chat_id", to.chatId()).put("text", piece.text());
        if (!piece.bold().isEmpty()) {
            ArrayNode styles = parameters.putArray("text_styles");
            piece.bold()
                    .forEach(bold -> styles.addObject()
                            .put("start", bold.start())
                            .put("len", bold.length())
                            .putArray("st")
                            .add("b"));
        }
        ZaloAnswer answer = calls.call("sendMessage", parameters);
        if (!piece.bold().isEmpty() && answer instanceof ZaloAnswer.Refused refused && refused.code() == BAD_REQUEST) {
            // Nobody says how Zalo words that it does not like the styles; the words are worth more.
            parameters.remove("text_styles");
            answer = calls.call("sendMessage", parameters);
        }
        return sent(to, answer, false);
    }

    private SendResult sendPhoto(ChatAddress to, URI photo, String caption) {
        return sent(
                to,
                calls.call(
                        "sendPhoto",
                        ZaloCalls.parameters()
                                .put("chat_id", to.chatId())
                                .put("photo", photo.toASCIIString())
                                .put("caption", caption)),
                true);
    }

    private SendResult sent(ChatAddress to, ZaloAnswer answer, boolean picture) {
        SendResult result = errors.read(answer, to.chatId(), picture);
        if (result instanceof SendResult.Sent || result instanceof SendResult.Unknown) {
            plan.spent();
        }
        return result;
    }

    @Override
    public SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return new SendResult.Rejected("Zalo cannot change a message");
    }

    @Override
    public SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        return new SendResult.Rejected("Zalo cannot change a message");
    }

    @Override
    public SendResult ping() {
        return errors.read(calls.call("getMe", ZaloCalls.parameters()));
    }
}
