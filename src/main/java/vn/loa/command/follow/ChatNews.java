package vn.loa.command.follow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.loa.model.Article;
import vn.loa.model.Subscription;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.Recipients;

/** Finds the news of a chat: what it follows, of some days. */
public final class ChatNews {
    /** The number of recent articles that are looked through. */
    static final int LOOKED_THROUGH = 500;

    private final Recipients readership;
    private final SubscriptionStore subscriptions;
    private final ZoneId zone;

    /**
     * Makes the search.
     *
     * @param zone in which a day begins and ends
     */
    public ChatNews(Recipients readership, SubscriptionStore subscriptions, ZoneId zone) {
        this.readership = readership;
        this.subscriptions = subscriptions;
        this.zone = zone;
    }

    /** Returns the newest articles that a chat hears of, from the first to the last civil day, the newest first. */
    public List<Article> of(long chatId, LocalDate first, LocalDate last, int most) {
        return of(following(chatId), first, last, most);
    }

    List<Article> of(List<Subscription> followed, LocalDate first, LocalDate last, int most) {
        return readership.heard(followed, LOOKED_THROUGH, LOOKED_THROUGH).stream()
                .filter(article -> isFrom(article, first, last))
                .limit(most)
                .toList();
    }

    List<Article> newest(List<Subscription> followed, int most) {
        return readership.heard(followed, most, LOOKED_THROUGH);
    }

    /** Returns the chat's subscriptions. A chat that only leaves out, or follows nothing, sees of everything. */
    List<Subscription> following(long chatId) {
        List<Subscription> followed = new ArrayList<>(subscriptions.of(chatId));
        if (followed.stream().allMatch(Subscription::excludes)) {
            followed.add(new Subscription(chatId, Subscription.Kind.ALL, "", ""));
        }
        return followed;
    }

    private boolean isFrom(Article article, LocalDate first, LocalDate last) {
        Instant at = article.content().published().instant().orElse(article.firstSeen());
        LocalDate day = LocalDate.ofInstant(at, zone);
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
