package vn.loa.zalo.oa;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.zalo.oa.window.InteractionWindow;

/**
 * One Official Account as a {@link Messenger}. Each call is made on the caller's thread; callers may be many.
 */
final class OaMessenger implements Messenger {
    private static final Logger log = LoggerFactory.getLogger(OaMessenger.class);

    private final Bot bot;
    private final OaOptions options;
    private final OaRequests requests;
    private final OaCalls calls;
    private final InteractionWindow window;
    private final Runnable sent;

    /**
     * Makes the messenger.
     *
     * @param window tells which persons may be written to
     * @param sent is run for each message that Zalo took or may have taken
     */
    OaMessenger(OaAccount account, OaOptions options, OaCalls calls, InteractionWindow window, Runnable sent) {
        this.window = window;
        this.sent = sent;
        this.bot = account.bot();
        this.options = options;
        this.requests = new OaRequests(account.apiUrl());
        this.calls = calls;
    }

    @Override
    public Bot bot() {
        return bot;
    }

    @Override
    public Capabilities capabilities() {
        int caption = options.pictures() ? OaText.LIMIT : 0;
        return new Capabilities(OaText.LIMIT, caption, false, false, false, false, options.rates()).withoutFiles();
    }

    @Override
    public List<OutgoingMessage> pieces(OutgoingMessage message) {
        List<String> pieces = OaText.pieces(message);
        return pieces.size() == 1
                ? List.of(message)
                : IntStream.range(0, pieces.size())
                        .mapToObj(each -> message.piece(RichText.plain(pieces.get(each)), each == pieces.size() - 1))
                        .toList();
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        if (OaChats.kind(to) == ChatKind.GROUP) {
            return sendOne(to, message);
        }
        return window.send(to, message, OaMessenger::takesAsOne, said -> sendOne(to, said));
    }

    /** Words that go on in a further message end without a reminder: the last has it. */
    private static boolean takesAsOne(OutgoingMessage message) {
        return !message.wishes().contains(OutgoingMessage.Wish.CONTINUED)
                && OaText.pieces(message).size() == 1;
    }

    private SendResult sendOne(ChatAddress to, OutgoingMessage message) {
        List<String> pieces = OaText.pieces(message);
        String words = pieces.get(0);
        if (words.isEmpty() || pieces.size() > 1) {
            return new SendResult.Rejected(words.isEmpty() ? "there is nothing to say" : TOO_LONG);
        }
        Optional<URI> picture = message.photo().filter(address -> options.pictures() && fromWeb(address));
        return call(requests.message(to, words, picture), picture.isPresent());
    }

    private static boolean fromWeb(URI address) {
        return address.getScheme() != null
                && address.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
    }

    private SendResult call(Request request, boolean picture) {
        try {
            OaHttp.Ending ending = calls.call(request);
            SendResult result = OaErrors.succeeded(ending) ? sent(ending) : OaErrors.read(ending, picture);
            if (!request.method().equals("GET")
                    && (result instanceof SendResult.Sent || result instanceof SendResult.Unknown)) {
                count();
            }
            return result;
        } catch (OaException e) {
            return e.meaning();
        }
    }

    /** A count that cannot be written makes no message fail. */
    private void count() {
        try {
            sent.run();
        } catch (RuntimeException e) {
            log.error("{}: a message could not be counted", bot, e);
        }
    }

    /** A success without an id is one all the same; said again it would stand in the group twice. */
    private static SendResult sent(OaHttp.Ending ending) {
        OaHttp.Ending.Answered answer = (OaHttp.Ending.Answered) ending;
        return new SendResult.Sent(answer.body().path("data").path("message_id").asText());
    }

    @Override
    public SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return new SendResult.Rejected("Zalo cannot change a message");
    }

    @Override
    public SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        return new SendResult.Rejected("Zalo cannot change a message");
    }

    /**
     * Asks for the first group, the cheapest question that needs the token. An account whose plan has no groups is well
     * all the same.
     */
    @Override
    public SendResult ping() {
        SendResult answer = call(requests.groups(0, 1), false);
        return answer instanceof SendResult.FeatureDown ? new SendResult.Sent("") : answer;
    }
}
