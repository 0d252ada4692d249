package vn.loa.command.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.menu.MenuPress;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.Subscription;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.Recipients;

/**
 * Offers the newest articles of new subscriptions, and shows them when the offer is accepted. The key is the time at
 * which the subscriptions were added, so that it names any number of them.
 */
final class NewestOffer {
    static final char VIEW = 'n';
    private static final int OFFERED = 3;
    private static final int LOOKED_THROUGH = 500;
    private static final Duration LIFE = Duration.ofDays(1);

    private final SubscriptionStore subscriptions;
    private final Recipients readership;
    private final ArticleList list;
    private final MenuPress.Codec menu;
    private final InstantSource clock;

    NewestOffer(
            SubscriptionStore subscriptions,
            Recipients readership,
            ArticleList list,
            MenuPress.Codec menu,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.readership = readership;
        this.list = list;
        this.menu = menu;
        this.clock = clock;
    }

    List<Button> row(Request request, Instant added) {
        String key = Long.toString(added.toEpochMilli(), Character.MAX_RADIX);
        return List.of(new Button.Action(request.say("subscribe.newest", OFFERED), menu.data(VIEW, 0, key)));
    }

    Reply send(Request request, String key) {
        List<Subscription> added = time(key)
                .map(at -> subscriptions.addedAt(request.chat().id(), at))
                .orElse(List.of());
        if (added.stream().allMatch(Subscription::excludes)) {
            return request.toast("press.stale");
        }
        List<Article> newest = readership.heard(withExclusions(request, added), OFFERED, LOOKED_THROUGH);
        return newest.isEmpty() ? request.toast("latest.none-yet") : list.reply(request.say("latest.title"), newest);
    }

    private Optional<Instant> time(String key) {
        return key.matches("[0-9a-z]{1,9}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(key, Character.MAX_RADIX)))
                        .filter(at -> at.isAfter(clock.instant().minus(LIFE)))
                : Optional.empty();
    }

    private List<Subscription> withExclusions(Request request, List<Subscription> added) {
        List<Subscription> all = new ArrayList<>(added);
        subscriptions.of(request.chat().id()).stream()
                .filter(Subscription::excludes)
                .forEach(all::add);
        return all;
    }
}
