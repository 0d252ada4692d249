package vn.loa.zalo;

import java.nio.charset.StandardCharsets;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/** The address at which Zalo brings a bot's updates. */
final class ZaloWebhookRoute implements WebRoute {
    private final String path;
    private final ZaloWebhook webhook;

    ZaloWebhookRoute(String path, ZaloWebhook webhook) {
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
