package vn.loa.command.transfer;

import java.time.InstantSource;
import java.util.Collection;
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
        KnownChats known = knownChats(read.wanted());
        Changes changes = changes(known.wanted(), replace);
        Set<Subscription> adding = changes.adding();
        Set<Subscription> removing = changes.removing();
        List<Long> crowded = crowded(adding, removing);
        adding.removeIf(
                subscription -> crowded.contains(subscription.chatId()) && ChatSubscriptions.isThoughtUp(subscription));
        String told = request.say("import.table", adding.size(), removing.size(), changes.same(), known.unknown())
                + described(request, changes)
                + troubles(request, read.wrong(), crowded);
        return new ImportPlan(adding.size(), removing.size(), told, () -> apply(request, changes), () -> {});
    }

    /**
     * Holds what a table wants of each chat.
     *
     * @param wanted by the chat's number
     * @param unknown the number of lines about chats that Loa does not know
     */
    private record KnownChats(Map<Long, Set<Subscription>> wanted, int unknown) {}

    private KnownChats knownChats(List<SubscriptionTable.Wanted> lines) {
        Map<Long, Set<Subscription>> wanted = new LinkedHashMap<>();
        int unknown = 0;
        for (SubscriptionTable.Wanted line : lines) {
            Optional<Long> chat = chats.find(line.chat()).map(Chat::id);
            chat.map(id -> new Subscription(id, line.kind(), line.value(), line.label()))
                    .ifPresent(subscription -> wanted.computeIfAbsent(subscription.chatId(), id -> new HashSet<>())
                            .add(subscription));
            unknown += chat.isEmpty() ? 1 : 0;
        }
        return new KnownChats(wanted, unknown);
    }

    /**
     * Holds the changes that a table makes.
     *
     * @param same the number of subscriptions that are there already
     */
    private record Changes(Set<Subscription> adding, Set<Subscription> removing, int same) {}

    private Changes changes(Map<Long, Set<Subscription>> wanted, boolean replace) {
        Set<Subscription> adding = new HashSet<>();
        Set<Subscription> removing = new HashSet<>();
        wanted.forEach((chat, wants) -> {
            List<Subscription> has = subscriptions.of(chat);
            adding.addAll(without(wants, has));
            removing.addAll(replace ? without(has, wants) : List.of());
        });
        int all = wanted.values().stream().mapToInt(Set::size).sum();
        return new Changes(adding, removing, all - adding.size());
    }

    private static List<Subscription> without(Collection<Subscription> all, Collection<Subscription> others) {
        Set<String> keys = others.stream().map(SubscriptionImport::key).collect(Collectors.toSet());
        return all.stream().filter(each -> !keys.contains(key(each))).toList();
    }

    private void apply(Request request, Changes changes) {
        changes.adding().forEach(each -> subscriptions.add(each, request.person(), clock.instant()));
        changes.removing().forEach(subscriptions::remove);
    }

    private String troubles(Request request, List<SubscriptionTable.Wrong> wrong, List<Long> crowded) {
        StringBuilder troubles = new StringBuilder();
        if (!wrong.isEmpty()) {
            troubles.append('\n').append(request.say("import.wrong-lines", wrong.size()));
        }
        wrong.stream()
                .limit(ImportPlan.SHOWN)
                .forEach(each -> troubles.append('\n').append(each.what()));
        crowded.forEach(chat -> troubles.append('\n')
                .append(request.say("import.crowded", title(request, chat), ChatSubscriptions.MOST_THOUGHT_UP)));
        return troubles.toString();
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
        counts.replaceAll((chat, count) -> count + thoughtUp(chat));
        counts.values().removeIf(count -> count <= ChatSubscriptions.MOST_THOUGHT_UP);
        return List.copyOf(counts.keySet());
    }

    private long thoughtUp(long chat) {
        return subscriptions.of(chat).stream()
                .filter(ChatSubscriptions::isThoughtUp)
                .count();
    }

    /** Describes the first changes by name; of additions and removals both. */
    private String described(Request request, Changes changes) {
        Set<Subscription> adding = changes.adding();
        Set<Subscription> removing = changes.removing();
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
