package vn.loa.command.chat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.loa.command.ApprovalRequest;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.role.Roles;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.text.PoliteWords;

/** Runs {@code /duyet}: lists the chats that wait for admission; its buttons admit or decline them. */
public final class ApprovalCommand implements Command {
    private static final int SHOWN = 20;

    private final Database database;
    private final ChatStore chats;
    private final ChatAdmission admission;
    private final Roles roles;
    private final AuditStore audit;
    private final Notices notices;
    private final RunningProgram program;
    private final InstantSource clock;

    public ApprovalCommand(CommandContext context, ChatStore chats) {
        this.database = context.database();
        this.chats = chats;
        this.roles = context.roles();
        this.admission = context.admission();
        this.audit = context.audit();
        this.notices = context.notices();
        this.program = context.program();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return ApprovalRequest.COMMAND;
    }

    @Override
    public List<String> aliases() {
        return List.of("approve");
    }

    @Override
    public List<String> plainWords() {
        return List.of("duyet");
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        List<Chat> waiting = admission.waiting();
        boolean agreed = PoliteWords.words(request.arguments()).equals(List.of("dong", "y"));
        if (agreed && waiting.size() == 1) {
            return decide(request, waiting.get(0), true);
        }
        if (waiting.isEmpty()) {
            return request.plain("approval.none");
        }
        return Reply.of(waiting.stream()
                .limit(SHOWN)
                .map(chat -> admission.request(chat, request.phrases()))
                .toArray(OutgoingMessage[]::new));
    }

    /** Handles a press. The data is {@code CHAT:1} to admit and {@code CHAT:0} to decline. */
    @Override
    public Reply press(Request request, ButtonData data) {
        Optional<ApprovalRequest.Decision> decision = ApprovalRequest.read(data);
        return decision.flatMap(made -> chats.byId(made.chatId()))
                .map(chat -> decide(request, chat, decision.get().accepted()))
                .orElseGet(() -> request.toast("press.stale"));
    }

    private Reply decide(Request request, Chat chat, boolean accept) {
        String title = ChatAdmission.title(chat, request.phrases());
        if (chat.state() != ChatState.PENDING) {
            String already = request.say(
                    "approval.already",
                    title,
                    request.say("state." + chat.state().name()));
            return Reply.edit(OutgoingMessage.plain(already), already);
        }
        database.transaction(() -> settle(request, chat, accept));
        roles.changed();
        String done = request.say(accept ? "approval.accepted" : "approval.refused", title);
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    private String welcome(Request request, Chat chat) {
        return request.phrases().heardThrough(program.hearing(chat)).say("approval.welcome");
    }

    private void settle(Request request, Chat chat, boolean accept) {
        audit.add(request.person().key(), accept ? "approve" : "refuse", "" + chat.id(), clock.instant());
        if (accept) {
            admission.letIn(chat);
            notices.to(chat, "approval", OutgoingMessage.plain(welcome(request, chat)));
        } else {
            admission.turnAway(chat, "declined by an operator");
        }
    }
}
