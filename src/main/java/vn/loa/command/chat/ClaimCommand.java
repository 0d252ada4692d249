package vn.loa.command.chat;

import java.util.ArrayList;
import java.util.List;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.OneTimeCode;
import vn.loa.command.role.OperatorClaim;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.store.chat.ChatStore;

/** Runs {@code /nhanquyen mã}: makes the person who started the program the first operator. */
public final class ClaimCommand implements Command {
    private final OperatorClaim claim;
    private final ChatStore chats;
    private final ChatAdmission admission;

    public ClaimCommand(OperatorClaim claim, ChatAdmission admission, ChatStore chats) {
        this.claim = claim;
        this.admission = admission;
        this.chats = chats;
    }

    @Override
    public String name() {
        return "nhanquyen";
    }

    @Override
    public List<String> aliases() {
        return List.of("claim");
    }

    @Override
    public List<String> plainWords() {
        return List.of("nhan quyen");
    }

    @Override
    public boolean takes(String rest) {
        return OneTimeCode.resembledBy(rest);
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    /** Returns false: the code comes with instructions for its use. */
    @Override
    public boolean listed() {
        return false;
    }

    /** Tells whether the claim is still open. */
    boolean isOpen() {
        return claim.isOpen();
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain(claim.burn(request.arguments()) ? "claim.burned" : "claim.private");
        }
        if (!claim.redeem(request.arguments(), request.person())) {
            return request.plain("claim.wrong");
        }
        chats.approve(request.chat().id());
        List<OutgoingMessage> messages = new ArrayList<>();
        messages.add(OutgoingMessage.plain(request.say("claim.done")));
        waiting().forEach(chat -> messages.add(admission.request(chat, request.phrases())));
        return Reply.of(messages.toArray(OutgoingMessage[]::new));
    }

    /** Returns the chats that asked for admission before there was an operator. */
    private List<Chat> waiting() {
        return admission.waiting().stream().limit(20).toList();
    }
}
