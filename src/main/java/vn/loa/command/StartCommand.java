package vn.loa.command;

import java.util.List;
import vn.loa.model.ChatKind;
import vn.loa.model.Role;

/** {@code /start}: says what Loa is and how to begin; Telegram sends it when a chat with a bot is opened. */
final class StartCommand implements Command {
    private final Reception reception;
    private final Invitations invitations;
    private final ClaimCommand claim;

    StartCommand(Reception reception, Invitations invitations, ClaimCommand claim) {
        this.reception = reception;
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
    public Role needs() {
        return Role.MEMBER;
    }

    /** A deep link {@code ?start=CODE} or {@code ?startgroup=CODE} carries an invitation or an operator's claim. */
    @Override
    public Reply run(Request request) {
        if (request.arguments().isEmpty()) {
            return Reply.plain(reception.greeting(request.chat()));
        }
        if (invitations.redeem(request.arguments(), request.chat(), request.person())) {
            return request.plain("approval.welcome");
        }
        return request.chat().kind() == ChatKind.PRIVATE ? claim.run(request) : request.plain("invite.wrong");
    }
}
