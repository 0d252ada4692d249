package vn.loa.command.follow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return readership.heard(followed, start(first), start(last.plusDays(1)), most, LOOKED_THROUGH);
    }

    /** Returns the last day before this one that has news; empty when none is kept. */
    Optional<LocalDate> lastBefore(List<Subscription> followed, LocalDate day) {
        return readership.heard(followed, Instant.EPOCH, start(day), 1, LOOKED_THROUGH).stream()
                .findFirst()
                .map(article -> article.content().published().instant().orElse(article.firstSeen()))
                .map(at -> LocalDate.ofInstant(at, zone));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
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
}
