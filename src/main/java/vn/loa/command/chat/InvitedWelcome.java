package vn.loa.command.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
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
        invitation.unit().stream()
                .mapToObj(units::byId)
                .flatMap(unit -> unit.stream())
                .forEach(unit -> lines.add(request.say("chats.unit", names.full(unit, request.phrases()))));
        if (before.isPresent() && invitation.unit().isPresent() && !before.equals(invitation.unit())) {
            units.byId(before.getAsLong())
                    .ifPresent(unit -> lines.add(request.say("invite.welcome.moved", unit.name())));
        }
        if (chat.kind().shared()) {
            lines.add(
                    request.name().isBlank()
                            ? request.say("invite.welcome.admin.you")
                            : request.say("invite.welcome.admin", request.name()));
        }
        if (invitation.wishes().isEmpty()) {
            lines.add(request.say("list.empty"));
        }
        invitation
                .wishes()
                .forEach(wish -> subscribe.run(request.in(chat, wish)).messages().stream()
                        .map(message -> message.text().text())
                        .forEach(lines::add));
        lines.add(firstNews.apply(chat.id(), request.phrases()));
        return OutgoingMessage.plain(String.join("\n", lines));
    }
}
