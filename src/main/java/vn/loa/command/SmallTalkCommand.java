package vn.loa.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.command.intent.Intent;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.CommandButtons.Typed;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;

/** Answers small talk: thanks, a greeting, or the question why something was sent. One instance for each. */
public final class SmallTalkCommand implements Command {
    private final Intent said;
    private final ChatAdmission admission;
    private final Command list;
    private final CommandButtons buttons;

    /**
     * Makes the command for one intent.
     *
     * @param said {@link Intent#THANKS}, {@link Intent#GREETING} or {@link Intent#WHY}
     * @param list shows a chat's subscriptions
     */
    public SmallTalkCommand(Intent said, CommandContext context, Command list) {
        this.said = said;
        this.admission = context.admission();
        this.list = list;
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
            case WHY -> why(request);
            default -> request.plain("talk.thanks");
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

    /** Explains an announcement by the chat's subscriptions. */
    private Reply why(Request request) {
        List<OutgoingMessage> messages = new ArrayList<>();
        messages.add(OutgoingMessage.plain(request.say("talk.why")));
        messages.addAll(list.run(request).messages());
        return new Reply(messages, Optional.empty(), Optional.empty());
    }
}
