package vn.loa.zalo.oa;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Request;
import vn.loa.delivery.Capabilities;
import vn.loa.delivery.Messenger;
import vn.loa.delivery.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/** One Official Account as a {@link Messenger}. Each call is made on the caller's thread; callers may be many. */
final class OaMessenger implements Messenger {
    private final Bot bot;
    private final OaOptions options;
    private final OaRequests requests;
    private final OaCalls calls;

    OaMessenger(OaAccount account, OaOptions options, OaCalls calls) {
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
        return new Capabilities(OaText.LIMIT, caption, false, false, false, options.rates());
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        String text = OaText.of(message);
        if (text.isEmpty()) {
            return new SendResult.Rejected("there is nothing to say");
        }
        Optional<URI> picture = message.photo().filter(address -> options.pictures() && fromWeb(address));
        return call(requests.message(to, text, picture), picture.isPresent());
    }

    private static boolean fromWeb(URI address) {
        return address.getScheme() != null
                && address.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
    }

    private SendResult call(Request request, boolean picture) {
        try {
            OaHttp.Ending ending = calls.call(request);
            return OaErrors.succeeded(ending) ? sent(ending) : OaErrors.read(ending, picture);
        } catch (OaException e) {
            return e.meaning();
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

    /** Asks for the first group, the cheapest question that needs the token and the plan. */
    @Override
    public SendResult ping() {
        return call(requests.groups(0, 1), false);
    }
}
