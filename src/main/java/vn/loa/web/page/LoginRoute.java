package vn.loa.web.page;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.role.WebLogins;
import vn.loa.store.chat.AuditStore;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/**
 * Answers at the address of a one-time link. Opening it only shows a button, since platforms open links by themselves to
 * show a preview; the button uses the link up. It also makes the page that follows the same site's, without which a
 * browser would not send it a SameSite=Strict cookie.
 */
final class LoginRoute implements WebRoute {
    private final OperatorRoute.Entrance entrance;
    private final AuditStore audit;
    private final InstantSource clock;

    LoginRoute(OperatorRoute.Entrance entrance, AuditStore audit, InstantSource clock) {
        this.entrance = entrance;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String path() {
        return WebLogins.PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        PageView view = entrance.languages().view(path(), request, "");
        return request.method().equals("POST")
                ? begin(request, view)
                : entrance.pages()
                        .page(
                                200,
                                "login",
                                view,
                                Map.of("token", request.query().first("token")));
    }

    private WebAnswer begin(WebRequest request, PageView view) {
        Optional<WebLogins.Session> session =
                entrance.logins().begin(request.form().first("token"));
        session.ifPresent(begun -> audit.add(begun.person().key(), "web login", "", clock.instant()));
        return session.map(begun -> entrance.cookies().begin(WebAnswer.redirect("/web"), begun))
                .orElseGet(() -> entrance.pages().message(403, view, view.say("web.link-used")));
    }
}
