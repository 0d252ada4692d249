package vn.loa.command.follow;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.menu.MenuPress;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.store.delivery.Recipients;

/**
 * Tells a chat which of the newest articles it would get with all that it follows, and offers to give up what is so wide
 * that a new keyword makes no difference.
 */
final class SubscriptionPreview {
    static final char ONLY = 'o';
    static final char BOTH = 'b';
    private static final int PREVIEWED = 50;
    private static final int LONGEST_LABEL = 30;
    private static final Set<Kind> WIDE = EnumSet.of(Kind.ALL, Kind.SOURCE, Kind.LOCALITY);

    private final ChatSubscriptions following;
    private final Recipients recipients;
    private final MenuPress.Codec presses;

    SubscriptionPreview(ChatSubscriptions following, Recipients recipients, MenuPress.Codec presses) {
        this.following = following;
        this.recipients = recipients;
        this.presses = presses;
    }

    /**
     * Returns what the chat will get, and how much of it these subscriptions name; empty when the archive is empty.
     *
     * @param named subscriptions that the chat has; when any is wanted, only those that are
     */
    Optional<String> line(Request request, List<Subscription> named) {
        Set<Long> newest = newest(request);
        List<Subscription> all = following.of(request);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        boolean unwanted = named.stream().allMatch(Subscription::excludes);
        int gets = count(all, newest);
        int like = unwanted ? count(asWanted(named), newest) : gets(request, named);
        return Optional.of(request.say(key(all, unwanted, gets, like), newest.size(), gets, like));
    }

    private static String key(List<Subscription> all, boolean unwanted, int gets, int like) {
        if (all.stream().allMatch(Subscription::excludes)) {
            return "preview.like";
        }
        if (gets == 0 && like == 0) {
            return "preview.none";
        }
        return !unwanted && gets == like ? "preview.only" : "preview.all";
    }

    /** Counts the newest articles that the chat gets because of these subscriptions. */
    int gets(Request request, List<Subscription> named) {
        List<Subscription> withExclusions = Stream.concat(
                        named.stream().filter(each -> !each.excludes()),
                        following.of(request).stream().filter(Subscription::excludes))
                .toList();
        return count(withExclusions, newest(request));
    }

    /** Returns what the chat is told when it gets all the same what these subscriptions do not name. */
    Optional<String> stillWide(Request request, List<Subscription> named) {
        List<Subscription> wide = wide(request, named);
        if (wide.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                wide.stream().anyMatch(each -> each.kind() == Kind.ALL)
                        ? request.say("preview.still-all")
                        : request.say("preview.still", abridged(ChatSubscriptions.labels(wide))));
    }

    /** Returns the buttons that go with {@link #stillWide}; none when that is empty. */
    List<List<Button>> choice(Request request, List<Subscription> named) {
        List<Subscription> wide = wide(request, named);
        if (wide.isEmpty()) {
            return List.of();
        }
        String key = key(following.of(request));
        return List.of(
                List.of(new Button.Action(
                        request.say("preview.button.only", abridged(quoted(kept(request)))),
                        presses.data(ONLY, 0, key))),
                List.of(new Button.Action(request.say("preview.button.both"), presses.data(BOTH, 0, key))));
    }

    /** Gives up the wide subscriptions, unless the chat's subscriptions changed since the button was shown. */
    Reply only(Request request, String key) {
        if (!key.equals(key(following.of(request)))) {
            return request.toast("settings.changed");
        }
        List<Subscription> kept = kept(request);
        List<Subscription> wide = wide(request, kept);
        wide.forEach(each -> following.remove(request, each));
        String text = request.say("preview.only-now", quoted(kept), ChatSubscriptions.labels(wide));
        return Reply.edit(
                OutgoingMessage.plain(
                        text + line(request, kept).map(line -> "\n" + line).orElse("")),
                "");
    }

    /** Leaves everything as it is. */
    Reply both(Request request) {
        List<Subscription> wanted =
                following.of(request).stream().filter(each -> !each.excludes()).toList();
        return Reply.edit(OutgoingMessage.plain(request.say("preview.both-now", ChatSubscriptions.labels(wanted))), "");
    }

    /** Returns the subscriptions that bring more than the named ones could; a source is only narrower than everything. */
    private List<Subscription> wide(Request request, List<Subscription> named) {
        List<Subscription> wanted =
                named.stream().filter(each -> !each.excludes()).toList();
        if (wanted.isEmpty() || wanted.stream().anyMatch(each -> each.kind() == Kind.ALL)) {
            return List.of();
        }
        boolean narrow = wanted.stream().noneMatch(each -> WIDE.contains(each.kind()));
        return following.of(request).stream()
                .filter(each -> narrow ? WIDE.contains(each.kind()) : each.kind() == Kind.ALL)
                .toList();
    }

    /** Returns what is left once the wide subscriptions are given up. */
    private List<Subscription> kept(Request request) {
        List<Subscription> wanted = following.of(request).stream()
                .filter(each -> !each.excludes() && each.kind() != Kind.ALL)
                .toList();
        List<Subscription> narrow =
                wanted.stream().filter(each -> !WIDE.contains(each.kind())).toList();
        return narrow.isEmpty() ? wanted : narrow;
    }

    private Set<Long> newest(Request request) {
        Subscription everything = new Subscription(request.chat().id(), Kind.ALL, "", "");
        return recipients.heard(List.of(everything), PREVIEWED, PREVIEWED).stream()
                .map(Article::id)
                .collect(Collectors.toSet());
    }

    /** Counts the articles among the newest of all; a search by source alone would look further back. */
    private int count(List<Subscription> subscriptions, Set<Long> newest) {
        return (int) recipients.heard(subscriptions, PREVIEWED, PREVIEWED).stream()
                .filter(article -> newest.contains(article.id()))
                .count();
    }

    /** Returns the subscriptions as wanted ones, so that what they keep away can be counted. */
    private static List<Subscription> asWanted(List<Subscription> named) {
        return named.stream()
                .map(each -> each.excludes()
                        ? new Subscription(each.chatId(), Kind.KEYWORD, each.value(), each.label())
                        : each)
                .toList();
    }

    private static String key(List<Subscription> subscriptions) {
        int hash = subscriptions.stream()
                .mapToInt(each -> (each.kind() + " " + each.value()).hashCode())
                .sum();
        return Integer.toHexString(hash);
    }

    private static String quoted(List<Subscription> subscriptions) {
        return subscriptions.stream().map(each -> '"' + each.label() + '"').collect(Collectors.joining(", "));
    }

    private static String abridged(String label) {
        return RichText.plain(label).abridged(LONGEST_LABEL).text();
    }
}
