package vn.loa.subscription;

import java.util.Collection;
import java.util.List;
import vn.loa.model.Subscription;

/**
 * The rule by which a chat hears of an article: one of its subscriptions names the article, and none of its exclusions
 * does. {@link ArticleSubject#isNamedBy} tells what each of them names.
 */
public final class SubscriptionRule {
    private SubscriptionRule() {}

    /**
     * Decides whether a chat hears of an article.
     *
     * @param subscriptions all that the chat has
     */
    public static boolean hears(ArticleSubject article, Collection<Subscription> subscriptions) {
        List<Subscription.Kind> naming = subscriptions.stream()
                .filter(each -> article.isNamedBy(each.kind(), each.value()))
                .map(Subscription::kind)
                .toList();
        return hears(naming);
    }

    /**
     * Decides whether a chat hears of an article that was compared with its subscriptions before.
     *
     * @param naming the kinds of those of the chat's subscriptions and exclusions that name the article
     */
    public static boolean hears(Collection<Subscription.Kind> naming) {
        return !naming.isEmpty() && !naming.contains(Subscription.Kind.EXCLUDE);
    }
}
