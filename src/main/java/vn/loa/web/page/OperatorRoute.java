package vn.loa.web.page;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.loa.command.role.WebLogins;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/** Answers at an address where only operators may be; others are told how to log in. */
final class OperatorRoute implements WebRoute {
    private final String path;
    private final Set<String> methods;
    private final Entrance entrance;
    private final Function<Visit, WebAnswer> answer;

    /**
     * Holds what every such address shares.
     *
     * @param cookies carries the sessions
     */
    record Entrance(WebLogins logins, SessionCookie cookies, PageLanguage languages, PageRenderer pages) {}

    /**
     * Makes the route.
     *
     * @param answer answers a visit of an operator; a POST has proved that it comes from a page of the session
     */
    OperatorRoute(String path, Set<String> methods, Entrance entrance, Function<Visit, WebAnswer> answer) {
        this.path = path;
        this.methods = methods;
        this.entrance = entrance;
        this.answer = answer;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Set<String> methods() {
        return methods;
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        Optional<WebLogins.Session> session = entrance.cookies().token(request).flatMap(entrance.logins()::session);
        PageView view = entrance.languages()
                .view(path, request, session.map(WebLogins.Session::formToken).orElse(""));
        if (session.isEmpty()) {
            return PageLanguage.remembered(request, entrance.pages().message(401, view, view.say("web.no-session")));
        }
        if (request.method().equals("POST")
                && !SessionCookie.same(request.form().first("csrf"), view.formToken())) {
            return entrance.pages().message(403, view, view.say("web.old-form"));
        }
        return PageLanguage.remembered(request, answer.apply(new Visit(request, session.get(), view)));
    }
}
