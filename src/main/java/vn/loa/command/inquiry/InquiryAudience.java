package vn.loa.command.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Unit;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;

/** Finds the chats that a question may be sent to: all groups, or the chats of a unit and of those within it. */
public final class InquiryAudience {
    /** The target that is all groups. */
    static final String GROUPS = "groups";

    /** The target that is all groups and people. */
    static final String ALL = "all";

    private static final int PAGE = 8;
    private static final int LONGEST_LABEL = 40;

    private final ChatStore chats;
    private final UnitStore units;
    private final UnitNames names;

    /** Makes the choice of recipients. */
    public InquiryAudience(CommandContext context, ChatStore chats, UnitStore units) {
        this.chats = chats;
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
    }

    /** In a channel nobody can answer. */
    private List<Chat> open(Request request) {
        return request.reach().of(chats.inState(ChatState.ACTIVE)).stream()
                .filter(chat -> chat.kind() != ChatKind.CHANNEL)
                .toList();
    }

    /**
     * Returns the chats of a target that this person may ask.
     *
     * @param target {@link #GROUPS}, {@link #ALL}, or the number of a unit
     */
    List<Chat> of(Request request, String target) {
        if (target.equals(ALL)) {
            return open(request);
        }
        if (target.equals(GROUPS)) {
            return open(request).stream().filter(chat -> chat.kind().shared()).toList();
        }
        if (!target.matches("\\d{1,12}")) {
            return List.of();
        }
        Set<Long> within = units.chatsWithin(Set.of(Long.parseLong(target)));
        return open(request).stream().filter(chat -> within.contains(chat.id())).toList();
    }

    boolean hasUnits() {
        return !names.current().isEmpty();
    }

    /** Returns a page of the units, with how many of their chats would be asked. */
    OutgoingMessage unitMenu(Request request, long draft, int page) {
        List<Unit> all = names.current();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.min(page, pages - 1);
        List<List<Button>> rows = new ArrayList<>();
        all.stream().skip((long) shown * PAGE).limit(PAGE).forEach(unit -> {
            String label = RichText.plain(names.full(unit, request.phrases()))
                    .abridged(LONGEST_LABEL)
                    .text();
            int count = of(request, String.valueOf(unit.id())).size();
            rows.add(List.of(button(label + " (" + count + ")", draft, "to:" + unit.id())));
        });
        if (pages > 1) {
            rows.add(List.of(
                    button(request.say("menu.before"), draft, "units:" + (shown + pages - 1) % pages),
                    button(request.say("menu.after"), draft, "units:" + (shown + 1) % pages)));
        }
        rows.add(List.of(button(request.say("announce.back"), draft, "back")));
        return OutgoingMessage.plain(request.say("inquiry.units")).withButtons(rows);
    }

    /** Makes a button that carries a wish for a question. */
    static Button button(String label, long id, String wish) {
        return new Button.Action(label, ButtonData.of(InquiryCommand.NAME, id, wish));
    }
}
