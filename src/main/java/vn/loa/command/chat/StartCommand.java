package vn.loa.command.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.OneTimeCode;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.InvitationStore.Invitation;

/**
 * Runs {@code /start}: introduces Loa, with a tour of three steps by buttons; Telegram sends it when a chat with a bot is
 * opened.
 */
public final class StartCommand implements Command {
    private final ChatAdmission admission;
    private final Invitations invitations;
    private final ClaimCommand claim;
    private final Command subscribe;
    private final ChatStore chats;
    private final FirstSteps tour;

    /**
     * Makes the command.
     *
     * @param subscribe subscribes to what an invitation names
     */
    public StartCommand(
            CommandContext context, ChatStore chats, Invitations invitations, ClaimCommand claim, Command subscribe) {
        this.admission = context.admission();
        this.chats = chats;
        this.subscribe = subscribe;
        this.invitations = invitations;
        this.claim = claim;
        this.tour = new FirstSteps(name(), context.clock());
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> aliases() {
        return List.of("batdau");
    }

    @Override
    public List<String> plainWords() {
        return List.of("bat dau", "xin chao", "start");
    }

    @Override
    public boolean takes(String rest) {
        return OneTimeCode.resembledBy(rest);
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean opens(String arguments) {
        return OneTimeCode.resembledBy(arguments);
    }

    /**
     * Runs the command. A deep link {@code ?start=CODE} or {@code ?startgroup=CODE} carries an invitation or an
     * operator's claim.
     */
    @Override
    public Reply run(Request request) {
        if (!OneTimeCode.resembledBy(request.arguments())) {
            return Reply.of(OutgoingMessage.plain(admission.greeting(request.chat(), request.phrases()))
                    .withButtons(tour.entrance(request)));
        }
        Optional<Invitation> invitation = invitations.redeem(request.arguments(), request.chat(), request.person());
        if (invitation.isPresent()) {
            return welcome(request, invitation.get());
        }
        return request.chat().kind() == ChatKind.PRIVATE && claim.isOpen()
                ? claim.run(request)
                : request.plain("invite.wrong");
    }

    /** Handles a press: the data is the tour's step. */
    @Override
    public Reply press(Request request, ButtonData data) {
        return tour.step(request, data.field(0));
    }

    /**
     * Welcomes an invited chat. The result of each of the invitation's wishes is shown, so that one that cannot be met
     * is seen.
     */
    private Reply welcome(Request request, Invitation invitation) {
        Chat chat = chats.byId(request.chat().id()).orElseThrow();
        List<OutgoingMessage> messages = new ArrayList<>();
        messages.add(OutgoingMessage.plain(request.say("approval.welcome")).withButtons(tour.entrance(request)));
        invitation
                .wishes()
                .forEach(wish ->
                        messages.addAll(subscribe.run(request.in(chat, wish)).messages()));
        return Reply.of(messages.toArray(OutgoingMessage[]::new));
    }
}
