package vn.loa.command;

import java.util.List;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;

/** Runs {@code /trogiup}: lists what this person may do here, with one example each. */
public final class HelpCommand implements Command {
    private final List<Command> commands;

    /** Makes the command. The list contains this command itself once it is complete. */
    public HelpCommand(List<Command> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "trogiup";
    }

    @Override
    public List<String> aliases() {
        return List.of("help", "huongdan");
    }

    @Override
    public List<String> plainWords() {
        return List.of("tro giup", "huong dan", "help");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean asksRole() {
        return true;
    }

    @Override
    public Reply run(Request request) {
        RichText.Builder text = RichText.builder().bold(request.say("help.title"));
        commands.stream()
                .filter(command -> command.listed() && request.role().atLeast(command.needs()))
                .filter(command -> command.inGroups() || request.chat().kind() == ChatKind.PRIVATE)
                .forEach(command -> text.newline()
                        .plain("/" + command.name() + " – " + request.say("command." + command.name() + ".menu"))
                        .append(example(command, request)));
        text.newline().newline().plain(request.say("help.footer"));
        return Reply.of(OutgoingMessage.of(text.build()));
    }

    private static RichText example(Command command, Request request) {
        String example = request.say("command." + command.name() + ".example");
        return RichText.builder()
                .plain(". " + request.say("help.example") + " ")
                .code(example)
                .build();
    }
}
