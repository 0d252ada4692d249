package vn.loa.web.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.loa.command.BotOperations;
import vn.loa.command.CommandContext;
import vn.loa.command.UnitNames;
import vn.loa.command.document.CalendarRoute;
import vn.loa.command.document.ChatCalendars;
import vn.loa.command.role.WebFiles;
import vn.loa.command.role.WebLogins;
import vn.loa.command.routing.CommandRouter;
import vn.loa.model.PersonId;
import vn.loa.phrases.Phrases;
import vn.loa.store.StatisticsStore;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.delivery.DeadLetterStore;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;
import vn.loa.zalo.oa.consent.OaConsents;

/** Makes the routes of all pages. */
public final class WebPages {
    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> BOTH = Set.of("GET", "HEAD", "POST");

    private final PageRenderer pages = new PageRenderer();
    private final CommandContext context;
    private final WebLogins logins;
    private final OperatorCommands commands;
    private final OperatorRoute.Entrance entrance;

    /**
     * Makes the pages.
     *
     * @param logins lets operators in
     * @param router answers the commands that are given on pages
     */
    public WebPages(CommandContext context, WebLogins logins, CommandRouter router) {
        this.context = context;
        this.logins = logins;
        this.commands = new OperatorCommands(router);
        this.entrance = new OperatorRoute.Entrance(
                logins, new SessionCookie(logins.encrypted()), new PageLanguage(context.zone()), pages);
    }

    /** Returns the routes that need no stores: the way in and out, the style, and the pages of commands. */
    public List<WebRoute> entrances() {
        CommandPages given = new CommandPages(commands, pages);
        return List.of(
                new StyleRoute(),
                new LoginRoute(entrance, context.audit(), context.clock()),
                new BackupRoute(entrance, context.audit(), context.clock()),
                route("/web/logout", POST, this::leave),
                route("/web/command", BOTH, given::command),
                route("/web/announce", BOTH, given::announcement),
                route("/web/journal", READ, given::journal),
                route("/web/export", POST, given::export));
    }

    /**
     * Returns the routes of files that go by one-time links.
     *
     * @param uploaded told whose file came
     */
    public List<WebRoute> files(WebFiles files, Consumer<PersonId> uploaded) {
        return List.of(new FileRoute(files, entrance), new UploadRoute(files, uploaded, entrance));
    }

    /** Returns the routes by which Official Accounts consent, which need no login: each link is a secret. */
    public List<WebRoute> consents(OaConsents consents, BotOperations bots) {
        return List.of(ConsentRoute.link(consents, bots, entrance), ConsentRoute.callback(consents, bots, entrance));
    }

    /** Returns the route of the status page. */
    public WebRoute status(
            StatusPage.Running running, StatisticsStore statistics, SourceStore sources, DeadLetterStore dead) {
        StatusPage page = new StatusPage(running, statistics, sources, dead, pages, context.clock());
        return route("/web", READ, page::answer);
    }

    /** Returns the route of the table of chats. */
    public WebRoute chats(ChatStore chats, UnitStore units) {
        ChatTable table = new ChatTable(chats, units, new UnitNames(units, context.zone(), context.clock()));
        return route("/web/chats", BOTH, new ChatsPage(table, commands, pages)::answer);
    }

    /** Returns the route of the page of sources. */
    public WebRoute sources(SourceStore sources) {
        return route("/web/sources", BOTH, new SourcesPage(sources, commands, pages, context.clock())::answer);
    }

    /** Returns the route of calendars, which needs no login: each address is a secret. */
    public WebRoute calendar(ChatCalendars.Stores stores) {
        return new CalendarRoute(new ChatCalendars(context, stores, logins), Phrases.vietnamese());
    }

    /**
     * Returns the routes of the archive, which everybody may read.
     *
     * @param root scheme, host and port under which people reach it
     */
    public List<WebRoute> archive(ArticleStore articles, UnitStore units, URI root) {
        Archive archive = new Archive(articles, units, new UnitNames(units, context.zone(), context.clock()), root);
        ArchiveFeeds feeds = new ArchiveFeeds(archive);
        WebAnswer none = WebAnswer.plain(404, "not found");
        return List.of(
                new ArchiveRoute(Archive.PATH, request -> archived(archive, request)),
                new ArchiveRoute(
                        ArchiveFeeds.RSS,
                        request -> archive.page(request).map(feeds::rss).orElse(none)),
                new ArchiveRoute(
                        ArchiveFeeds.JSON,
                        request -> archive.page(request).map(feeds::json).orElse(none)));
    }

    private WebAnswer archived(Archive archive, WebRequest request) {
        PageView view = entrance.languages().view(Archive.PATH, request, "");
        return archive.page(request)
                .map(page -> pages.page(200, "archive", view, Map.of("page", page)))
                .orElseGet(() -> pages.page(200, "archiveunits", view, Map.of("units", archive.units())));
    }

    private WebRoute route(String path, Set<String> methods, Function<Visit, WebAnswer> answer) {
        return new OperatorRoute(path, methods, entrance, answer);
    }

    private WebAnswer leave(Visit visit) {
        logins.end(visit.session());
        PageView view = visit.view();
        PageView outside = new PageView(view.path(), view.phrases(), view.english(), "", view.zone());
        return entrance.cookies().end(pages.message(200, outside, view.say("web.left")));
    }
}
