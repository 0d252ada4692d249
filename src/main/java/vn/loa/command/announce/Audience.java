package vn.loa.command.announce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Unit;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;

/**
 * Chooses the recipients of an announcement by hand, with menus in which chats are ticked, one by one or a unit at a
 * time.
 */
public final class Audience {
    private static final int PAGE = 8;
    private static final int LONGEST_LABEL = 40;

    private final ChatStore chats;
    private final UnitStore units;
    private final UnitNames names;

    /** Makes the choice of recipients for {@link AnnounceCommand}. */
    public Audience(CommandContext context, ChatStore chats, UnitStore units) {
        this.chats = chats;
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
    }

    /** Returns the active chats to which this person may announce something. */
    List<Chat> open(Request request) {
        return request.reach().of(chats.inState(ChatState.ACTIVE));
    }

    /** Makes a button that carries a wish for a draft. */
    Button.Action button(String label, long draft, String wish) {
        return new Button.Action(label, ButtonData.of(AnnounceCommand.NAME, draft, wish));
    }

    /** Ticks all open chats of a unit and of those within it, or unticks them when all were chosen. */
    void toggle(Request request, long unit, Set<Long> ids) {
        Set<Long> theirs = ofUnit(request, unit);
        if (!ids.containsAll(theirs) || theirs.isEmpty()) {
            ids.addAll(theirs);
        } else {
            ids.removeAll(theirs);
        }
    }

    private Set<Long> ofUnit(Request request, long unit) {
        Set<Long> within = units.chatsWithin(Set.of(unit));
        return open(request).stream().map(Chat::id).filter(within::contains).collect(Collectors.toSet());
    }

    /** Returns a page of the units, each of which ticks all its chats. */
    OutgoingMessage unitMenu(Request request, long draft, Set<Long> chosen, int page) {
        List<Unit> all = names.current();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.min(page, pages - 1);
        List<List<Button>> rows = new ArrayList<>();
        all.stream().skip((long) shown * PAGE).limit(PAGE).forEach(unit -> {
            Set<Long> theirs = ofUnit(request, unit.id());
            String tick = !theirs.isEmpty() && chosen.containsAll(theirs) ? "✅ " : "";
            String label = RichText.plain(names.full(unit, request.phrases()))
                    .abridged(LONGEST_LABEL)
                    .text();
            rows.add(List.of(
                    button(tick + label + " (" + theirs.size() + ")", draft, "unit:" + unit.id() + ":" + shown)));
        });
        turn(request, draft, "units", shown, pages).ifPresent(rows::add);
        rows.add(List.of(button(request.say("announce.choose"), draft, "page:0")));
        rows.addAll(end(request, draft, chosen.size()));
        return OutgoingMessage.plain(request.say("announce.whom-units", shown + 1, pages))
                .withButtons(rows);
    }

    /** Returns a page of the chats. */
    OutgoingMessage menu(Request request, long draft, Set<Long> chosen, int page) {
        List<Chat> all = open(request);
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.min(page, pages - 1);
        List<List<Button>> rows = new ArrayList<>();
        all.stream().skip((long) shown * PAGE).limit(PAGE).forEach(chat -> {
            String label = RichText.plain(ChatAdmission.title(chat, request.phrases()))
                    .abridged(LONGEST_LABEL)
                    .text();
            String tick = chosen.contains(chat.id()) ? "✅ " : "";
            rows.add(List.of(button(tick + label, draft, "tick:" + chat.id() + ":" + shown)));
        });
        turn(request, draft, "page", shown, pages).ifPresent(rows::add);
        if (!names.current().isEmpty()) {
            rows.add(List.of(button(request.say("announce.by-unit"), draft, "units:0")));
        }
        rows.addAll(end(request, draft, chosen.size()));
        return OutgoingMessage.plain(request.say("announce.whom", shown + 1, pages))
                .withButtons(rows);
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
                List.of(button(request.say("announce.cancel"), draft, "no")));
    }
}
