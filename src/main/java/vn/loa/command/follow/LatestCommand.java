package vn.loa.command.follow;

import java.util.ArrayList;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Article;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.Recipients;
import vn.loa.store.SubscriptionStore;

/** {@code /tinmoi [n]}: the newest articles of what this chat follows, or of everything when it follows nothing. */
public final class LatestCommand implements Command {
    private static final int USUAL = 5;
    private static final int MOST = 20;
    /** How far back articles are looked for that hold a keyword. */
    private static final int LOOKED_THROUGH = 500;

    private final Recipients readership;
    private final SubscriptionStore subscriptions;
    private final ArticleList list;

    public LatestCommand(Recipients readership, SubscriptionStore subscriptions, ArticleList list) {
        this.readership = readership;
        this.subscriptions = subscriptions;
        this.list = list;
    }

    @Override
    public String name() {
        return "tinmoi";
    }

    @Override
    public List<String> aliases() {
        return List.of("latest", "tin");
    }

    @Override
    public List<String> plainWords() {
        return List.of("tin moi", "tin moi nhat", "tin moi hom nay", "tin hom nay", "latest");
    }

    @Override
    public boolean takes(String rest) {
        return rest.matches("\\d{1,9}");
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
        return readership.heard(following(chatId), limit, LOOKED_THROUGH);
    }

    /** A chat that only leaves out, or follows nothing, sees of everything. */
    private List<Subscription> following(long chatId) {
        List<Subscription> followed = new ArrayList<>(subscriptions.of(chatId));
        if (followed.stream().allMatch(Subscription::excludes)) {
            followed.add(new Subscription(chatId, Subscription.Kind.ALL, "", ""));
        }
        return followed;
    }
}
