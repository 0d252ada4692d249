package vn.loa.command.announce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Unit;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.text.Folding;
import vn.loa.text.TitleOrder;

/**
 * Chooses the recipients of an announcement by hand: chats that follow something or that somebody let in or invited, a
 * group once, in a topic that follows something or else in its general one. Menus tick them one by one, a page or a unit
 * at a time.
 */
public final class Audience {
    private static final int PAGE = 8;
    private static final int LONGEST_LABEL = 40;

    private final ChatStore chats;
    private final SubscriptionStore subscriptions;
    private final UnitStore units;
    private final UnitNames names;

    /** Makes the choice of recipients for {@link AnnounceCommand}. */
    public Audience(CommandContext context, ChatStore chats, SubscriptionStore subscriptions, UnitStore units) {
        this.chats = chats;
        this.subscriptions = subscriptions;
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
    }

    /**
     * Holds what is chosen for a draft.
     *
     * @param ids the ticked chats
     * @param words folded words that narrow the menu; an empty string for all
     */
    record Choice(long draft, Set<Long> ids, String words) {}

    /** Returns the chats to which this person may announce something: groups first, each part in order of titles. */
    List<Chat> open(Request request) {
        Set<Long> followers = subscriptions.followers();
        Set<Long> admitted = new HashSet<>(chats.admitted());
        admitted.addAll(units.chatsWithin(names.current().stream().map(Unit::id).collect(Collectors.toSet())));
        Map<ChatAddress, List<Chat>> groups = request.reach().of(chats.inState(ChatState.ACTIVE)).stream()
                .collect(Collectors.groupingBy(
                        chat -> chat.address().withoutTopic(), LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .flatMap(group -> recipient(group, followers, admitted).stream())
                .sorted(Comparator.comparing(Audience::isPerson)
                        .thenComparing(chat -> ChatAdmission.title(chat, request.phrases()), new TitleOrder())
                        .thenComparing(Chat::id))
                .toList();
    }

    /** Returns those of the open chats that are no private ones. */
    List<Chat> groups(Request request) {
        return open(request).stream().filter(chat -> !isPerson(chat)).toList();
    }

    private static boolean isPerson(Chat chat) {
        return chat.kind() == ChatKind.PRIVATE;
    }

    /** Returns where a group is told: the general topic when it follows something, else a topic that does. */
    private static Optional<Chat> recipient(List<Chat> group, Set<Long> followers, Set<Long> admitted) {
        Predicate<Chat> general = chat -> !chat.address().inTopic();
        Predicate<Chat> follows = chat -> followers.contains(chat.id());
        return first(group, general.and(follows))
                .or(() -> first(group, follows))
                .or(() -> first(group, general)
                        .filter(chat -> group.stream().anyMatch(each -> admitted.contains(each.id()))))
                .or(() -> first(group, chat -> admitted.contains(chat.id())));
    }

    private static Optional<Chat> first(List<Chat> group, Predicate<Chat> which) {
        return group.stream().filter(which).findFirst();
    }

    /** Makes a button that carries a wish for a draft. */
    static Button.Action button(String label, long draft, String wish) {
        return new Button.Action(label, ButtonData.of(AnnounceCommand.NAME, draft, wish));
    }

    /** Ticks all open chats of a unit and of those within it, or unticks them when all were chosen. */
    void toggle(Request request, long unit, Set<Long> ids) {
        toggle(ofUnit(request, unit), ids);
    }

    /** Ticks all chats of a page, or unticks them when all were chosen. */
    void togglePage(Request request, Choice choice, int page) {
        toggle(shown(narrowed(request, choice), page).stream().map(Chat::id).collect(Collectors.toSet()), choice.ids());
    }

    private static void toggle(Set<Long> theirs, Set<Long> ids) {
        if (!ids.containsAll(theirs) || theirs.isEmpty()) {
            ids.addAll(theirs);
        } else {
            ids.removeAll(theirs);
        }
    }

    private Set<Long> ofUnit(Request request, long unit) {
        Set<Long> within = units.chatsWithin(Set.of(unit));
        return groups(request).stream().map(Chat::id).filter(within::contains).collect(Collectors.toSet());
    }

    private List<Chat> narrowed(Request request, Choice choice) {
        return open(request).stream()
                .filter(chat -> choice.words().isEmpty()
                        || Folding.fold(ChatAdmission.title(chat, request.phrases()) + " " + unitOf(chat))
                                .contains(choice.words()))
                .toList();
    }

    private String unitOf(Chat chat) {
        return names.of(chat).map(Unit::name).orElse("");
    }

    private static List<Chat> shown(List<Chat> all, int page) {
        return all.stream().skip((long) page * PAGE).limit(PAGE).toList();
    }

    /** Returns a page of the units, each of which ticks all its groups. */
    OutgoingMessage unitMenu(Request request, Choice choice, int page) {
        long draft = choice.draft();
        List<Unit> all = names.current();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.min(page, pages - 1);
        List<List<Button>> rows = new ArrayList<>();
        all.stream().skip((long) shown * PAGE).limit(PAGE).forEach(unit -> {
            Set<Long> theirs = ofUnit(request, unit.id());
            String tick = !theirs.isEmpty() && choice.ids().containsAll(theirs) ? "✅ " : "";
            String label = RichText.plain(names.full(unit, request.phrases()))
                    .abridged(LONGEST_LABEL)
                    .text();
            rows.add(List.of(
                    button(tick + label + " (" + theirs.size() + ")", draft, "unit:" + unit.id() + ":" + shown)));
        });
        turn(request, draft, "units", shown, pages).ifPresent(rows::add);
        rows.add(List.of(button(request.say("announce.choose"), draft, "page:0")));
        rows.addAll(end(request, draft, choice.ids().size()));
        return OutgoingMessage.plain(request.say("announce.whom-units", shown + 1, pages))
                .withButtons(rows);
    }

    /** Returns a page of the chats. */
    OutgoingMessage menu(Request request, Choice choice, int page) {
        List<Chat> all = narrowed(request, choice);
        long draft = choice.draft();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int place = Math.min(page, pages - 1);
        List<List<Button>> rows = new ArrayList<>();
        shown(all, place)
                .forEach(chat -> rows.add(
                        List.of(button(label(request, chat, choice.ids()), draft, "tick:" + chat.id() + ":" + place))));
        turn(request, draft, "page", place, pages).ifPresent(rows::add);
        if (!all.isEmpty()) {
            rows.add(List.of(button(request.say("announce.whole-page"), draft, "whole:" + place)));
        }
        if (!choice.words().isEmpty()) {
            rows.add(List.of(button(request.say("announce.unfiltered"), draft, "clear")));
        }
        if (!names.current().isEmpty()) {
            rows.add(List.of(button(request.say("announce.by-unit"), draft, "units:0")));
        }
        rows.addAll(end(request, draft, choice.ids().size()));
        String whom = choice.words().isEmpty()
                ? request.say("announce.whom", place + 1, pages)
                : request.say("announce.whom-filtered", choice.words(), all.size(), place + 1, pages);
        return OutgoingMessage.plain(whom).withButtons(rows);
    }

    private static String label(Request request, Chat chat, Set<Long> chosen) {
        String person = isPerson(chat) ? "👤 " : "";
        String topic = ChatStore.topicMark(chat);
        return (chosen.contains(chat.id()) ? "✅ " : "")
                + RichText.plain(person + ChatAdmission.title(chat, request.phrases()) + topic)
                        .abridged(LONGEST_LABEL)
                        .text();
    }

    /** Returns the row with the buttons to the other pages; empty when there is one page. */
    private Optional<List<Button>> turn(Request request, long draft, String menu, int shown, int pages) {
        return pages > 1
                ? Optional.of(List.of(
                        button(request.say("menu.before"), draft, menu + ":" + (shown + pages - 1) % pages),
                        button(request.say("menu.after"), draft, menu + ":" + (shown + 1) % pages)))
                : Optional.empty();
    }

    /** Returns the rows that act on the ticked chats. */
    private List<List<Button>> end(Request request, long draft, int chosen) {
        return List.of(
                List.of(button(request.say("announce.send", chosen), draft, "send")),
                List.of(button(request.say("announce.send.urgent", chosen), draft, "some")),
                List.of(
                        button(request.say("announce.back"), draft, "back"),
                        button(request.say("announce.cancel"), draft, "no")));
    }
}
