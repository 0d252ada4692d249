package vn.loa.command.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.text.Folding;

/**
 * Runs {@code /trogiup}: five subjects as buttons, and behind each what this person may do here about it, with an
 * example where a command takes words.
 */
public final class HelpCommand implements Command {
    private static final String NAME = "trogiup";
    private static final String ALL = "tat ca";

    private final List<Command> commands;

    /** Groups the commands as a person would look for them. A command that none names is among the last. */
    private enum Subject {
        FOLLOWING("start", "trogiup", "theodoi", "botheodoi", "danhsach", "nguon"),
        TIMES("lich", "caidat"),
        SEARCHING("tinmoi", "tim"),
        GROUP("xacnhan", "baocao", "nhom", "moi", "duyet", "donvi", "thongbao", "quantri"),
        OPERATION;

        private final Set<String> names;

        Subject(String... names) {
            this.names = Set.of(names);
        }

        static Subject of(Command command) {
            return Arrays.stream(values())
                    .filter(subject -> subject.names.contains(command.name()))
                    .findFirst()
                    .orElse(OPERATION);
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label(Request request) {
            return request.say("help.subject." + name());
        }
    }

    /** Makes the command. The list contains this command itself once it is complete. */
    public HelpCommand(List<Command> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return NAME;
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
    public boolean takes(String rest) {
        return Folding.fold(rest).strip().equals(ALL);
    }

    @Override
    public boolean concernsAskerAlone() {
        return true;
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
        String wish = Folding.fold(request.arguments()).strip();
        if (wish.equals(ALL)) {
            return Reply.of(list(request, command -> true, request.say("help.title")));
        }
        return Reply.of(subject(request, wish).map(each -> about(request, each)).orElseGet(() -> subjects(request)));
    }

    /** Returns the subject whose label holds these folded words; empty when there are none. */
    private Optional<Subject> subject(Request request, String wish) {
        return offered(request).stream()
                .filter(subject -> !wish.isEmpty())
                .filter(subject -> Folding.fold(subject.label(request)).contains(wish))
                .findFirst();
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        OutgoingMessage shown = offered(request).stream()
                .filter(subject -> subject.field().equals(data.field(0)))
                .findFirst()
                .map(subject -> about(request, subject))
                .orElseGet(() -> subjects(request));
        return new Reply(List.of(), Optional.of(shown), Optional.empty());
    }

    private List<Subject> offered(Request request) {
        return Arrays.stream(Subject.values())
                .filter(subject -> usable(request).stream().anyMatch(command -> Subject.of(command) == subject))
                .toList();
    }

    private List<Command> usable(Request request) {
        return commands.stream()
                .filter(command -> command.listed() && request.role().atLeast(command.needs()))
                .filter(command -> command.inGroups() || request.chat().kind() == ChatKind.PRIVATE)
                .toList();
    }

    private OutgoingMessage subjects(Request request) {
        List<List<Button>> rows = new ArrayList<>();
        offered(request)
                .forEach(subject -> rows.add(
                        List.of(new Button.Action(subject.label(request), ButtonData.of(NAME, subject.field())))));
        return OutgoingMessage.plain(request.say("help.subjects") + "\n\n" + request.say("help.footer"))
                .withButtons(rows);
    }

    private OutgoingMessage about(Request request, Subject subject) {
        return list(request, command -> Subject.of(command) == subject, subject.label(request))
                .withButtons(List.of(List.of(new Button.Action(request.say("menu.back"), ButtonData.of(NAME)))));
    }

    private OutgoingMessage list(Request request, Predicate<Command> wanted, String title) {
        RichText.Builder text = RichText.builder().bold(title);
        usable(request).stream()
                .filter(wanted)
                .forEach(command -> text.newline()
                        .plain("/" + command.name() + " – " + request.say("command." + command.name() + ".menu"))
                        .append(example(command, request)));
        return OutgoingMessage.of(text.build());
    }

    private static RichText example(Command command, Request request) {
        String example = request.say("command." + command.name() + ".example");
        RichText.Builder text = RichText.builder();
        return example.equals("/" + command.name())
                ? text.build()
                : text.plain(". " + request.say("help.example") + " ")
                        .code(example)
                        .build();
    }
}
