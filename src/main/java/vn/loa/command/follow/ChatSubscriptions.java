package vn.loa.command.follow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.SubscriptionStore;

/** Reads and changes the subscriptions of chats, and writes changes into the audit log. */
public final class ChatSubscriptions {
    /** The most keywords and communes that a chat may have together. */
    public static final int MOST_THOUGHT_UP = 40;

    private final Database database;
    private final SubscriptionStore subscriptions;
    private final AuditStore audit;
    private final InstantSource clock;

    public ChatSubscriptions(CommandContext context, SubscriptionStore subscriptions) {
        this.database = context.database();
        this.subscriptions = subscriptions;
        this.audit = context.audit();
        this.clock = context.clock();
    }

    List<Subscription> of(Request request) {
        return subscriptions.of(request.chat().id());
    }

    /**
     * Tells whether a chat may have these subscriptions besides its own. Only keywords and communes, which are
     * unlimited, are counted; the other kinds come from lists.
     */
    boolean hasRoomFor(Request request, List<Subscription> more) {
        List<Subscription> kept = of(request);
        return Stream.concat(kept.stream(), more.stream().filter(each -> !isIn(kept, each)))
                        .filter(ChatSubscriptions::isThoughtUp)
                        .count()
                <= MOST_THOUGHT_UP;
    }

    private static boolean isIn(List<Subscription> kept, Subscription subscription) {
        return kept.stream()
                .anyMatch(each ->
                        each.kind() == subscription.kind() && each.value().equals(subscription.value()));
    }

    public static boolean isThoughtUp(Subscription subscription) {
        return subscription.kind() == Kind.PLACE || isKeyword(subscription);
    }

    static boolean isKeyword(Subscription subscription) {
        return subscription.kind() == Kind.KEYWORD || subscription.kind() == Kind.EXCLUDE;
    }

    /** Adds a subscription; false when the chat had it. */
    boolean add(Request request, Subscription subscription, Instant at) {
        return database.transaction(() -> {
            boolean added = subscriptions.add(subscription, request.person(), at);
            if (added) {
                audit.add(request.person().key(), "subscribe", detail(subscription), at);
            }
            return added;
        });
    }

    /** Removes a subscription; false when the chat did not have it. */
    boolean remove(Request request, Subscription subscription) {
        return database.transaction(() -> {
            boolean removed = subscriptions.remove(subscription);
            if (removed) {
                audit.add(request.person().key(), "unsubscribe", detail(subscription), clock.instant());
            }
            return removed;
        });
    }

    private static String detail(Subscription subscription) {
        return subscription.chatId() + " " + subscription.kind() + " " + subscription.label();
    }

    /** Returns the label of a subscription for people; for all but sources with its kind. */
    public static String label(Request request, Kind kind, String label) {
        boolean plain = kind == Kind.ALL || kind == Kind.SOURCE || kind == Kind.LOCALITY;
        return plain ? label : request.say("list.item", label, request.say("interest." + kind.name()));
    }

    static String labels(List<Subscription> subscriptions) {
        return subscriptions.stream().map(Subscription::label).collect(Collectors.joining(", "));
    }

    /** Returns the remark for answers in a chat that nothing is sent to yet. */
    static String pending(Request request) {
        return request.chat().active() ? "" : "\n" + request.say("subscribe.pending");
    }
}
