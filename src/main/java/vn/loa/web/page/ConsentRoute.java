package vn.loa.web.page;

import java.util.Optional;
import java.util.Set;
import vn.loa.command.BotOperations;
import vn.loa.command.BotOperations.Added;
import vn.loa.command.FailureReasons;
import vn.loa.store.chat.OaConsentStore.Pending;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;
import vn.loa.zalo.oa.consent.OaConsents;

/**
 * Leads whoever has a one-time link to Zalo's page of consent, and takes what Zalo brings back. Nobody has to log in: the
 * link goes to the person who keeps the account, and its state is the secret.
 */
final class ConsentRoute implements WebRoute {
    private static final String CODE = "[!-~]{1,2000}";

    private final String path;
    private final OaConsents consents;
    private final BotOperations bots;
    private final OperatorRoute.Entrance entrance;

    private ConsentRoute(String path, OaConsents consents, BotOperations bots, OperatorRoute.Entrance entrance) {
        this.path = path;
        this.consents = consents;
        this.bots = bots;
        this.entrance = entrance;
    }

    /** Returns the route of the links. */
    static ConsentRoute link(OaConsents consents, BotOperations bots, OperatorRoute.Entrance entrance) {
        return new ConsentRoute(OaConsents.LINK_PATH, consents, bots, entrance);
    }

    /** Returns the route to which Zalo leads back. */
    static ConsentRoute callback(OaConsents consents, BotOperations bots, OperatorRoute.Entrance entrance) {
        return new ConsentRoute(OaConsents.CALLBACK_PATH, consents, bots, entrance);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        PageView view = entrance.languages().view(path, request, "");
        String state = request.query().first("state");
        return path.equals(OaConsents.LINK_PATH) ? onward(view, state) : back(view, state, request);
    }

    private WebAnswer onward(PageView view, String state) {
        return consents.permission(state)
                .map(zalo -> WebAnswer.redirect(zalo.toString()).with("Referrer-Policy", "no-referrer"))
                .orElseGet(() -> message(403, view, "web.consent.used"));
    }

    private WebAnswer back(PageView view, String state, WebRequest request) {
        String code = request.query().first("code");
        Optional<Pending> pending = consents.take(state);
        if (pending.isEmpty()) {
            return message(403, view, "web.consent.used");
        }
        return code.matches(CODE)
                ? told(
                        view,
                        bots.consented(
                                code, pending.get().verifier(), pending.get().person()))
                : message(400, view, "web.consent.declined");
    }

    private WebAnswer told(PageView view, Added added) {
        return added instanceof Added.Running running
                ? message(200, view, "web.consent.done", running.shown())
                : message(502, view, "web.consent.refused", reason(view, added));
    }

    private static String reason(PageView view, Added added) {
        return added instanceof Added.Refused refused ? FailureReasons.told(view.phrases(), refused.reason()) : "";
    }

    private WebAnswer message(int status, PageView view, String phrase, Object... values) {
        return entrance.pages().message(status, view, view.say(phrase, values));
    }
}
