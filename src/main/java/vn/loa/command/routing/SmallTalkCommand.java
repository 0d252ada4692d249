package vn.loa.command.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.intent.Intent;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.CommandButtons.Typed;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;

/** Answers small talk: thanks or a greeting. One instance for each. */
public final class SmallTalkCommand implements Command {
    private final Intent said;
    private final ChatAdmission admission;
    private final RunningProgram program;
    private final CommandButtons buttons;

    /**
     * Makes the command for one intent.
     *
     * @param said {@link Intent#THANKS} or {@link Intent#GREETING}
     */
    public SmallTalkCommand(Intent said, CommandContext context) {
        this.said = said;
        this.admission = context.admission();
        this.program = context.program();
        this.buttons = new CommandButtons(context.clock());
    }

    /** Returns the name of the command that answers an intent. */
    static String named(Intent intent) {
        return "talk" + intent.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return named(said);
    }

    @Override
    public List<String> aliases() {
        return List.of();
    }

    @Override
    public List<String> plainWords() {
        return List.of();
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Reply run(Request request) {
        return switch (said) {
            case GREETING ->
                Reply.of(OutgoingMessage.plain(admission.greeting(request.chat(), request.phrases()))
                        .withButtons(ways(request)));
            // Where messages are counted they are for news.
            default ->
                request.chat().kind().shared()
                                && program.metered(request.chat().address().bot())
                        ? Reply.none()
                        : request.plain("talk.thanks");
        };
    }

    private List<List<Button>> ways(Request request) {
        List<List<Button>> rows = new ArrayList<>();
        for (Intent intent : List.of(Intent.FOLLOW_MENU, Intent.LATEST, Intent.HELP)) {
            String label = request.say("talk.button." + intent.name());
            String command = switch (intent) {
                case FOLLOW_MENU -> "theodoi";
                case LATEST -> "tinmoi";
                default -> "trogiup";
            };
            buttons.button(label, new Typed(command, "")).map(List::of).ifPresent(rows::add);
        }
        return rows;
    }
}
