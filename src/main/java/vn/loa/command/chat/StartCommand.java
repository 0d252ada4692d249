package vn.loa.command.chat;

import java.util.List;
import java.util.Optional;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.OneTimeCode;
import vn.loa.model.ChatKind;
import vn.loa.model.Role;
import vn.loa.store.chat.InvitationStore.Invitation;

/** Runs {@code /start}: introduces Loa and its first steps; Telegram sends it when a chat with a bot is opened. */
public final class StartCommand implements Command {
    private final ChatAdmission admission;
    private final Invitations invitations;
    private final ClaimCommand claim;
    private final InvitedWelcome welcome;

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
            return Reply.plain(admission.greeting(request.chat(), request.phrases()));
        }
        Optional<Invitation> invitation = invitations.redeem(typed, request);
        if (invitation.isPresent()) {
            return Reply.of(welcome.to(request, invitation.get()));
        }
        return request.chat().kind() == ChatKind.PRIVATE && claim.isOpen()
                ? claim.run(request.in(request.chat(), typed))
                : request.plain("invite.wrong");
    }
}
