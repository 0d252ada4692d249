package vn.loa.command;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;

/** {@code /moi}: an operator gets a code that lets one chat in. */
final class InviteCommand implements Command {
    private final Invitations invitations;
    private final RandomGenerator random = new SecureRandom();

    InviteCommand(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return "moi";
    }

    @Override
    public List<String> aliases() {
        return List.of("invite");
    }

    @Override
    public List<String> plainWords() {
        return List.of("ma moi");
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        String code = invitations.issue(random, request.person());
        return Reply.of(OutgoingMessage.of(RichText.builder()
                .plain(request.say("invite.code", Invitations.GOOD_FOR.toDays()) + "\n")
                .code("/start " + code)
                .build()));
    }
}
