package vn.loa.command.setting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.Roles;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.PersonalDataStore;

/**
 * Runs {@code /dulieu}: shows what Loa keeps of a chat and, in a private chat, of the person. What it keeps of a person is
 * nobody else's business, so a group does not hear of it.
 */
public final class PersonalDataCommand implements Command {
    private final PersonalDataStore data;
    private final PersonalDataStore.Retention retention;
    private final Roles roles;
    private final ZoneId zone;

    /** Makes the command. */
    public PersonalDataCommand(CommandContext context, PersonalDataStore data, PersonalDataStore.Retention retention) {
        this.data = data;
        this.retention = retention;
        this.roles = context.roles();
        this.zone = context.zone();
    }

    @Override
    public String name() {
        return "dulieu";
    }

    @Override
    public List<String> aliases() {
        return List.of("mydata");
    }

    @Override
    public List<String> plainWords() {
        return List.of("du lieu cua toi", "du lieu ca nhan");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        List<String> lines = request.chat().kind().shared() ? inGroup(request) : alone(request);
        return Reply.plain(String.join("\n", lines));
    }

    private List<String> inGroup(Request request) {
        List<String> lines = new ArrayList<>();
        lines.add(request.say("data.of-chat"));
        lines.addAll(ofChat(request));
        lines.add(request.say("data.ask-privately"));
        return lines;
    }

    private List<String> alone(Request request) {
        List<String> lines = new ArrayList<>();
        lines.add(request.say("data.of-person"));
        lines.addAll(ofPerson(request));
        lines.addAll(ofChat(request));
        data.heardAt(request.chat())
                .ifPresent(at -> lines.add(
                        request.say("data.interaction", DateFormats.minute(at, zone), InteractionStore.KEPT.toDays())));
        lines.add(request.say(
                "data.kept", retention.names().toDays(), retention.journal().toDays()));
        lines.add(request.say("data.erase"));
        return lines;
    }

    private List<String> ofPerson(Request request) {
        PersonalDataStore.OfPerson held = data.of(request.person());
        List<String> lines = new ArrayList<>();
        lines.add(request.say("data.number", request.person().key()));
        if (!held.names().isEmpty()) {
            lines.add(request.say("data.names", String.join(", ", held.names())));
        }
        held.firstReceipt()
                .ifPresent(first ->
                        lines.add(request.say("data.receipts", held.receipts(), DateFormats.minute(first, zone))));
        lines.add(request.say("data.acts", held.done(), held.journal(), held.chosen()));
        if (roles.isOperator(request.person())) {
            lines.add(request.say("data.operator"));
        }
        if (held.units() + held.chats() > 0) {
            lines.add(request.say("data.roles", held.units(), held.chats()));
        }
        return lines;
    }

    private List<String> ofChat(Request request) {
        PersonalDataStore.OfChat held = data.of(request.chat());
        return List.of(request.say(
                "data.chat",
                ChatAdmission.title(request.chat(), request.phrases()),
                held.subscriptions(),
                held.deliveries(),
                held.receipts(),
                held.people()));
    }
}
