package vn.loa.command.setting;

import java.time.InstantSource;
import java.util.List;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.Roles;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.PersonalDataStore;

/**
 * Runs {@code /xoadulieu}: after a question, deletes what Loa keeps of a chat and, in the person's own private chat, of
 * the person. Roles stay, for they are given by others.
 */
public final class EraseDataCommand implements Command {
    private final Database database;
    private final PersonalDataStore data;
    private final AuditStore audit;
    private final Roles roles;
    private final InstantSource clock;

    /** Makes the command. */
    public EraseDataCommand(CommandContext context, PersonalDataStore data) {
        this.database = context.database();
        this.data = data;
        this.audit = context.audit();
        this.roles = context.roles();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "xoadulieu";
    }

    @Override
    public List<String> aliases() {
        return List.of("erasedata");
    }

    @Override
    public List<String> plainWords() {
        return List.of("xoa du lieu cua toi", "xoa du lieu ca nhan");
    }

    @Override
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    @Override
    public Reply run(Request request) {
        String question = isOwn(request.chat(), request.person())
                ? request.say("erase.ask-person")
                : request.say("erase.ask-chat", ChatAdmission.title(request.chat(), request.phrases()));
        String chat = Long.toString(request.chat().id());
        return Reply.of(OutgoingMessage.plain(question)
                .withButtons(List.of(List.of(
                        new Button.Action(request.say("erase.do"), ButtonData.of(name(), "y", chat)),
                        new Button.Action(request.say("erase.dont"), ButtonData.of(name(), "n", chat))))));
    }

    /** Handles a press. The data is {@code y:CHAT} or {@code n:CHAT}; rights are those in the chat of the button. */
    @Override
    public Reply press(Request request, ButtonData pressed) {
        String chat = Long.toString(request.chat().id());
        if (pressed.size() < 2 || !pressed.field(1).equals(chat)) {
            return request.toast("press.stale");
        }
        if (!pressed.field(0).equals("y")) {
            return Reply.edit(OutgoingMessage.plain(request.say("menu.cancelled")), request.say("menu.cancelled"));
        }
        boolean own = isOwn(request.chat(), request.person());
        database.transaction(() -> erase(request, own));
        return Reply.edit(OutgoingMessage.plain(done(request, own)), request.say("erase.toast"));
    }

    private void erase(Request request, boolean own) {
        data.erase(request.chat(), clock.instant());
        if (own) {
            data.erase(request.person());
        }
        String by = own ? "loa" : request.person().key();
        audit.add(by, "erase", own ? "" : Long.toString(request.chat().id()), clock.instant());
    }

    private String done(Request request, boolean own) {
        if (!own) {
            return request.say("erase.done-chat");
        }
        PersonalDataStore.OfPerson left = data.of(request.person());
        boolean hasRole = roles.isOperator(request.person()) || left.units() + left.chats() > 0;
        return request.say("erase.done-person") + (hasRole ? "\n" + request.say("erase.roles") : "");
    }

    /** Returns whether a private chat is this person's own: it has the person's number, after a mark on some platforms. */
    private static boolean isOwn(Chat chat, PersonId person) {
        String id = chat.address().chatId();
        return !chat.kind().shared()
                && chat.address().bot().platform() == person.platform()
                && id.substring(id.indexOf(':') + 1).equals(person.userId());
    }
}
