package vn.loa.web.page;

import java.time.InstantSource;
import java.util.Optional;
import vn.loa.command.role.WebLogins;
import vn.loa.store.chat.AuditStore;
import vn.loa.web.WebAnswer;

/**
 * Lets an operator in by a one-time link. That a button uses it up also makes the page that follows the same site's, without
 * which a browser would not send it a SameSite=Strict cookie.
 */
final class LoginRoute extends LinkRoute {
    private final OperatorRoute.Entrance entrance;
    private final AuditStore audit;
    private final InstantSource clock;

    LoginRoute(OperatorRoute.Entrance entrance, AuditStore audit, InstantSource clock) {
        super(WebLogins.PATH, "login", entrance);
        this.entrance = entrance;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    WebAnswer use(String token, PageView view) {
        Optional<WebLogins.Session> session = entrance.logins().begin(token);
        session.ifPresent(begun -> audit.add(begun.person().key(), "web login", "", clock.instant()));
        return session.map(begun -> entrance.cookies().begin(WebAnswer.redirect("/web"), begun))
                .orElseGet(() -> used(view, "web.link-used"));
    }
}
