package vn.loa.command.transfer;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Request;
import vn.loa.command.follow.ChatSubscriptions;
import vn.loa.model.Chat;
import vn.loa.model.RichText;
import vn.loa.model.Subscription;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;

/** Compares a table of subscriptions with what chats follow. */
final class SubscriptionImport {
    private static final int LONGEST_LABEL = 40;

    private final ChatStore chats;
    private final SubscriptionStore subscriptions;
    private final InstantSource clock;

    SubscriptionImport(ChatStore chats, SubscriptionStore subscriptions, InstantSource clock) {
        this.chats = chats;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** Returns what a table would change; with {@code replace} also what it does not name is removed from its chats. */
    ImportPlan plan(Request request, SubscriptionTable.Read read, boolean replace) {
        Map<Long, Set<Subscription>> wanted = new LinkedHashMap<>();
        StringBuilder trouble = new StringBuilder();
        int unknown = 0;
        for (SubscriptionTable.Wanted line : read.wanted()) {
            Optional<Chat> chat = chats.find(line.chat());
            if (chat.isEmpty()) {
                unknown++;
            } else {
                wanted.computeIfAbsent(chat.get().id(), id -> new HashSet<>())
                        .add(new Subscription(chat.get().id(), line.kind(), line.value(), line.label()));
            }
        }
        read.wrong().stream()
                .limit(ImportPlan.SHOWN)
                .forEach(wrong -> trouble.append('\n').append(wrong.what()));
        Set<Subscription> adding = new HashSet<>();
        Set<Subscription> removing = new HashSet<>();
        int same = 0;
        for (Map.Entry<Long, Set<Subscription>> each : wanted.entrySet()) {
            Set<String> has = new HashSet<>();
            subscriptions.of(each.getKey()).forEach(subscription -> has.add(key(subscription)));
            Set<String> wants = new HashSet<>();
            for (Subscription subscription : each.getValue()) {
                wants.add(key(subscription));
                if (has.contains(key(subscription))) {
                    same++;
                } else {
                    adding.add(subscription);
                }
            }
            if (replace) {
                subscriptions.of(each.getKey()).stream()
                        .filter(subscription -> !wants.contains(key(subscription)))
                        .forEach(removing::add);
            }
        }
        List<Long> crowded = crowded(adding, removing);
        adding.removeIf(
                subscription -> crowded.contains(subscription.chatId()) && ChatSubscriptions.isThoughtUp(subscription));
        crowded.forEach(chat -> trouble.append('\n')
                .append(request.say("import.crowded", title(request, chat), ChatSubscriptions.MOST_THOUGHT_UP)));
        String told = request.say("import.table", adding.size(), removing.size(), same, unknown)
                + changes(request, adding, removing)
                + (read.wrong().isEmpty()
                        ? ""
                        : "\n" + request.say("import.wrong-lines", read.wrong().size()))
                + trouble;
        Runnable apply = () -> {
            adding.forEach(subscription -> subscriptions.add(subscription, request.person(), clock.instant()));
            removing.forEach(subscriptions::remove);
        };
        return new ImportPlan(adding.size(), removing.size(), told, apply, () -> {});
    }

    /** Returns the chats that would have more keywords and communes than a chat may have. */
    private List<Long> crowded(Set<Subscription> adding, Set<Subscription> removing) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        adding.stream()
                .filter(ChatSubscriptions::isThoughtUp)
                .forEach(each -> counts.merge(each.chatId(), 1L, Long::sum));
        removing.stream()
                .filter(ChatSubscriptions::isThoughtUp)
                .forEach(each -> counts.computeIfPresent(each.chatId(), (chat, count) -> count - 1));
        return counts.entrySet().stream()
                .filter(each -> each.getValue()
                                + subscriptions.of(each.getKey()).stream()
                                        .filter(ChatSubscriptions::isThoughtUp)
                                        .count()
                        > ChatSubscriptions.MOST_THOUGHT_UP)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Describes the first changes by name; of additions and removals both. */
    private String changes(Request request, Set<Subscription> adding, Set<Subscription> removing) {
        int removals = Math.min(removing.size(), Math.max(ImportPlan.SHOWN / 2, ImportPlan.SHOWN - adding.size()));
        int additions = Math.min(adding.size(), ImportPlan.SHOWN - removals);
        int more = adding.size() + removing.size() - additions - removals;
        return lines(request, "+", adding, additions)
                + lines(request, "–", removing, removals)
                + (more == 0 ? "" : "\n" + request.say("import.more", more));
    }

    private String lines(Request request, String sign, Set<Subscription> changes, int shown) {
        return changes.stream()
                .sorted(Comparator.comparing(Subscription::chatId).thenComparing(SubscriptionImport::key))
                .limit(shown)
                .map(each -> "\n" + sign + " " + title(request, each.chatId()) + ": "
                        + ChatSubscriptions.label(request, each.kind(), abridged(each.label())))
                .collect(Collectors.joining());
    }

    private String title(Request request, long chat) {
        return chats.byId(chat)
                .map(found -> abridged(ChatAdmission.title(found, request.phrases())))
                .orElse("#" + chat);
    }

    private static String abridged(String text) {
        return RichText.plain(text).abridged(LONGEST_LABEL).text();
    }

    private static String key(Subscription subscription) {
        return subscription.kind() + " " + subscription.value();
    }
}
