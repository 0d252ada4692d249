package vn.loa.command.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.OneTimeCode;
import vn.loa.model.ButtonData;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.store.chat.InvitationStore.Invitation;

/**
 * Runs {@code /start}: introduces Loa, with a tour of three steps by buttons; Telegram sends it when a chat with a bot is
 * opened.
 */
public final class StartCommand implements Command {
    private final ChatAdmission admission;
    private final Invitations invitations;
    private final ClaimCommand claim;
    private final InvitedWelcome welcome;
    private final FirstSteps tour;

    /**
     * Makes the command.
     *
     * @param welcome welcomes a chat that was invited
     */
    public StartCommand(CommandContext context, Invitations invitations, ClaimCommand claim, InvitedWelcome welcome) {
        this.admission = context.admission();
        this.welcome = welcome;
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
        return OneTimeCode.resembledBy(rest) || OneTimeCode.within(rest).isPresent();
    }

    @Override
    public boolean asksToBeLetIn() {
        return true;
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean opens(String arguments) {
        return takes(arguments);
    }

    /**
     * Runs the command. A deep link {@code ?start=CODE} or {@code ?startgroup=CODE} carries an invitation or an
     * operator's claim.
     */
    @Override
    public Reply run(Request request) {
        String typed =
                OneTimeCode.within(request.arguments()).map(OneTimeCode::text).orElse(request.arguments());
        if (!OneTimeCode.resembledBy(typed)) {
            return Reply.of(OutgoingMessage.plain(admission.greeting(request.chat(), request.phrases()))
                    .withButtons(tour.entrance(request)));
        }
        OptionalLong before = welcome.unit(request.chat());
        Optional<Invitation> invitation = invitations.redeem(typed, request);
        if (invitation.isPresent()) {
            return Reply.of(welcomed(request, welcome.to(request, invitation.get(), before)));
        }
        return request.chat().kind() == ChatKind.PRIVATE && claim.isOpen()
                ? claim.run(request.in(request.chat(), typed))
                : request.plain("invite.wrong");
    }

    /** Handles a press: the data is the tour's step. */
    @Override
    public Reply press(Request request, ButtonData data) {
        return tour.step(request, data.field(0));
    }

    /** Welcomes an invited chat, a person with the tour; a group has read what it needs. */
    private OutgoingMessage welcomed(Request request, OutgoingMessage message) {
        return request.chat().kind().shared() ? message : message.withButtons(tour.entrance(request));
    }
}
