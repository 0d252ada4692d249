package vn.loa.command.follow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.store.Database;
import vn.loa.subscription.FilterLine;
import vn.loa.subscription.Keyword;

/**
 * Subscribes to wanted and unwanted keywords, written in one line. Each becomes a subscription of its own: any wanted
 * one brings an article, and each unwanted one keeps it away from the chat whatever brought it.
 */
final class KeywordFilters {
    private static final int MOST_IN_LINE = 10;
    private static final int SAID_BACK = 40;

    private final Database database;
    private final ChatSubscriptions following;
    private final SubscriptionPreview preview;
    private final NewestOffer newest;
    private final InstantSource clock;

    KeywordFilters(
            CommandContext context, ChatSubscriptions following, SubscriptionPreview preview, NewestOffer newest) {
        this.database = context.database();
        this.following = following;
        this.preview = preview;
        this.newest = newest;
        this.clock = context.clock();
    }

    /** Holds the result of a line: the subscriptions that are new, and those that the chat had. */
    private record Added(List<Subscription> fresh, List<Subscription> known) {}

    Reply add(Request request, FilterLine line) {
        Optional<String> refusal = refusal(request, line);
        if (refusal.isPresent()) {
            return Reply.plain(refusal.get());
        }
        Instant now = clock.instant();
        Added added = database.transaction(() -> enter(request, line, now));
        return Reply.of(answer(request, added, now));
    }

    private Optional<String> refusal(Request request, FilterLine line) {
        List<Keyword> keywords = line.keywords();
        if (keywords.isEmpty()) {
            return Optional.of(request.say("filter.how"));
        }
        if (keywords.size() > MOST_IN_LINE) {
            return Optional.of(request.say("filter.many-in-line", MOST_IN_LINE));
        }
        return line.contradiction()
                .map(keyword -> request.say("filter.contradiction", keyword.label()))
                .or(() -> wrong(request, keywords))
                .or(() -> full(request, line));
    }

    private Optional<String> wrong(Request request, List<Keyword> keywords) {
        return keywords.stream()
                .map(keyword -> refusal(request, keyword))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> refusal(Request request, Keyword keyword) {
        if (keyword.isPattern() && !request.role().atLeast(Role.OPERATOR)) {
            return Optional.of(request.say("filter.operator"));
        }
        String label = RichText.plain(keyword.label()).abridged(SAID_BACK).text();
        return keyword.trouble().map(trouble -> request.say("filter." + trouble.name(), label, Keyword.LONGEST));
    }

    private Optional<String> full(Request request, FilterLine line) {
        return following.hasRoomFor(request, subscriptions(request, line))
                ? Optional.empty()
                : Optional.of(request.say("filter.many-in-chat", ChatSubscriptions.MOST_THOUGHT_UP));
    }

    private static List<Subscription> subscriptions(Request request, FilterLine line) {
        return Stream.concat(
                        line.wanted().stream().map(each -> subscription(request, each, Kind.KEYWORD)),
                        line.unwanted().stream().map(each -> subscription(request, each, Kind.EXCLUDE)))
                .toList();
    }

    private static Subscription subscription(Request request, Keyword keyword, Kind kind) {
        return new Subscription(request.chat().id(), kind, keyword.value(), keyword.label());
    }

    private Added enter(Request request, FilterLine line, Instant now) {
        Added added = new Added(new ArrayList<>(), new ArrayList<>());
        for (Subscription subscription : subscriptions(request, line)) {
            following.remove(request, opposite(subscription));
            (following.add(request, subscription, now) ? added.fresh() : added.known()).add(subscription);
        }
        return added;
    }

    /**
     * Returns the subscription that this one replaces: a keyword is either wanted or unwanted, and the last word
     * counts.
     */
    private static Subscription opposite(Subscription subscription) {
        Kind kind = subscription.excludes() ? Kind.KEYWORD : Kind.EXCLUDE;
        return new Subscription(subscription.chatId(), kind, subscription.value(), subscription.label());
    }

    private OutgoingMessage answer(Request request, Added added, Instant now) {
        List<Subscription> line =
                Stream.concat(added.fresh().stream(), added.known().stream()).toList();
        List<String> lines = new ArrayList<>(changes(request, added));
        preview.stillWide(request, line).ifPresent(lines::add);
        preview.line(request, line).ifPresent(lines::add);
        if (following.of(request).stream().allMatch(Subscription::excludes)) {
            lines.add(request.say("filter.only-unwanted"));
        }
        return OutgoingMessage.plain(String.join("\n", lines) + ChatSubscriptions.pending(request))
                .withButtons(offers(request, added, line, now));
    }

    private List<List<Button>> offers(Request request, Added added, List<Subscription> line, Instant now) {
        List<List<Button>> rows = new ArrayList<>(preview.choice(request, line));
        boolean fresh = added.fresh().stream().anyMatch(each -> !each.excludes());
        if (fresh && preview.gets(request, line) > 0) {
            rows.add(newest.row(request, now));
        }
        return rows;
    }

    private static List<String> changes(Request request, Added added) {
        List<String> lines = new ArrayList<>();
        labels(added.fresh(), false).ifPresent(labels -> lines.add(request.say("filter.wanted", labels)));
        labels(added.fresh(), true).ifPresent(labels -> lines.add(request.say("filter.unwanted", labels)));
        if (!added.known().isEmpty()) {
            lines.add(request.say("filter.already", ChatSubscriptions.labels(added.known())));
        }
        return lines;
    }

    private static Optional<String> labels(List<Subscription> subscriptions, boolean unwanted) {
        String labels = subscriptions.stream()
                .filter(each -> each.excludes() == unwanted)
                .map(Subscription::label)
                .collect(Collectors.joining(", "));
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels);
    }
}
