package vn.loa.command;

import java.util.List;
import vn.loa.model.Article;
import vn.loa.model.Role;
import vn.loa.store.ArticleStore;
import vn.loa.store.SourceStore;
import vn.loa.store.SubscriptionStore;

/** {@code /tinmoi [n]}: the newest articles of what this chat follows, or of everything when it follows nothing. */
final class LatestCommand implements Command {
    private static final int USUAL = 5;
    private static final int MOST = 20;

    private final ArticleStore articles;
    private final SubscriptionStore subscriptions;
    private final ArticleList list;

    LatestCommand(Desk desk) {
        this.articles = new ArticleStore(desk.database());
        this.subscriptions = new SubscriptionStore(desk.database());
        this.list = new ArticleList(new SourceStore(desk.database()), desk.zone());
    }

    @Override
    public String name() {
        return "tinmoi";
    }

    @Override
    public List<String> aliases() {
        return List.of("latest", "tin", "moi");
    }

    @Override
    public List<String> plainWords() {
        return List.of("tin moi", "tin moi nhat", "latest");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        if (!request.arguments().matches("\\d{0,9}")) {
            return request.plain("latest.number", request.arguments(), MOST);
        }
        int wanted = request.arguments().isEmpty() ? USUAL : Integer.parseInt(request.arguments());
        if (wanted < 1) {
            return request.plain("latest.number", request.arguments(), MOST);
        }
        List<Article> found = latest(request.chat().id(), Math.min(wanted, MOST));
        return found.isEmpty() ? request.plain("latest.none") : list.reply(request.say("latest.title"), found);
    }

    private List<Article> latest(long chatId, int limit) {
        return subscriptions.of(chatId).isEmpty() ? articles.latest(limit) : articles.latestFor(chatId, limit);
    }
}
