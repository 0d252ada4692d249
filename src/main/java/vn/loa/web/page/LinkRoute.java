package vn.loa.web.page;

import java.util.Map;
import java.util.Set;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/**
 * Answers at the address of a one-time link. Opening it only shows a button, since platforms open links by themselves to
 * show a preview; the button uses the link up.
 */
abstract class LinkRoute implements WebRoute {
    private static final String TOKEN = "token";

    private final String path;
    private final String page;
    private final OperatorRoute.Entrance entrance;

    /**
     * Makes the route.
     *
     * @param page the page with the button
     */
    LinkRoute(String path, String page, OperatorRoute.Entrance entrance) {
        this.path = path;
        this.page = page;
        this.entrance = entrance;
    }

    @Override
    public final String path() {
        return path;
    }

    @Override
    public final Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }

    @Override
    public final WebAnswer handle(WebRequest request) {
        PageView view = entrance.languages().view(path, request, "");
        return request.method().equals("POST")
                ? use(request.form().first(TOKEN), view)
                : entrance.pages()
                        .page(200, page, view, Map.of(TOKEN, request.query().first(TOKEN)));
    }

    /** Uses a link up. */
    abstract WebAnswer use(String token, PageView view);

    /** Says that a link was used or has expired. */
    final WebAnswer used(PageView view, String phrase) {
        return entrance.pages().message(403, view, view.say(phrase));
    }
}
