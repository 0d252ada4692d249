package vn.loa.command.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Unit;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.InvitationStore.Invitation;
import vn.loa.store.chat.UnitStore;

/** Welcomes an invited chat in one message: who administers it, what it follows, and when the first news come. */
public final class InvitedWelcome {
    private final ChatStore chats;
    private final UnitStore units;
    private final UnitNames names;
    private final Command subscribe;
    private final BiFunction<Long, Phrases, String> firstNews;

    /**
     * Makes the welcome.
     *
     * @param subscribe subscribes to what an invitation names
     * @param firstNews says when the chat of this number hears its first news
     */
    public InvitedWelcome(
            CommandContext context,
            ChatStore chats,
            UnitStore units,
            Command subscribe,
            BiFunction<Long, Phrases, String> firstNews) {
        this.chats = chats;
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
        this.subscribe = subscribe;
        this.firstNews = firstNews;
    }

    /** Returns the unit to which a chat belongs; empty for none. */
    OptionalLong unit(Chat chat) {
        return units.of(chat.id());
    }

    /**
     * Subscribes the chat to what the invitation names, and returns the message; a wish that cannot be met is seen in it.
     *
     * @param before the unit to which the chat belonged
     */
    OutgoingMessage to(Request request, Invitation invitation, OptionalLong before) {
        Chat chat = chats.byId(request.chat().id()).orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(request.say("invite.welcome"));
        unit(invitation).ifPresent(unit -> lines.add(request.say("chats.unit", names.full(unit, request.phrases()))));
        moved(invitation, before).ifPresent(unit -> lines.add(request.say("invite.welcome.moved", unit.name())));
        if (chat.kind().shared()) {
            lines.add(admin(request));
        }
        lines.addAll(followed(request, chat, invitation.wishes()));
        lines.add(firstNews.apply(chat.id(), request.phrases()));
        return OutgoingMessage.plain(String.join("\n", lines));
    }

    private Optional<Unit> unit(Invitation invitation) {
        return invitation.unit().isPresent() ? units.byId(invitation.unit().getAsLong()) : Optional.empty();
    }

    /** Returns the unit that the chat leaves; empty for a chat that stays or that had none. */
    private Optional<Unit> moved(Invitation invitation, OptionalLong before) {
        return before.isPresent() && invitation.unit().isPresent() && !before.equals(invitation.unit())
                ? units.byId(before.getAsLong())
                : Optional.empty();
    }

    private static String admin(Request request) {
        return request.name().isBlank()
                ? request.say("invite.welcome.admin.you")
                : request.say("invite.welcome.admin", request.name());
    }

    private List<String> followed(Request request, Chat chat, List<String> wishes) {
        return wishes.isEmpty()
                ? List.of(request.say("list.empty"))
                : wishes.stream()
                        .flatMap(wish -> subscribe.run(request.in(chat, wish)).messages().stream())
                        .map(message -> message.text().text())
                        .toList();
    }
}
