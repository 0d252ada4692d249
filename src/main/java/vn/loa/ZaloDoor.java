package vn.loa;

import java.nio.charset.StandardCharsets;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;
import vn.loa.zalo.ZaloWebhook;

/** The address at which Zalo brings a bot's updates. */
final class ZaloDoor implements WebRoute {
    private final String path;
    private final ZaloWebhook webhook;

    ZaloDoor(String path, ZaloWebhook webhook) {
        this.path = path;
        this.webhook = webhook;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        int status = webhook.receive(
                request.header(ZaloWebhook.SECRET_HEADER).orElse(""),
                new String(request.body(), StandardCharsets.UTF_8));
        return WebAnswer.json(status, status == 200 ? "{\"message\":\"Success\"}" : "{}");
    }
}
