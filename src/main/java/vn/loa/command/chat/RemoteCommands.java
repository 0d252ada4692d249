package vn.loa.command.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.text.Folding;

/**
 * Runs commands of one chat from another. The command does not know: it sees the chat that is meant, and presses of its
 * buttons come back through here.
 */
public final class RemoteCommands {
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** Makes them of the commands that change a chat. */
    public RemoteCommands(List<Command> onTheSpot) {
        for (Command command : onTheSpot) {
            commands.put(command.name(), command);
            command.aliases().forEach(alias -> commands.put(alias, command));
        }
    }

    /** Runs words as a command in the given chat. */
    Reply say(Request request, Chat chat, String words) {
        String[] parts = words.split("\\s+", 2);
        Optional<Command> command =
                Optional.ofNullable(commands.get(Folding.fold(parts[0]).replaceFirst("^/", "")));
        return command.map(each -> back(
                        request, chat, each.run(request.in(chat, parts.length > 1 ? parts[1] : "")), ChatsCommand.NAME))
                .orElseGet(() -> request.plain("chats.usage", Long.toString(chat.id())));
    }

    /** Presses a button of the chat; one without fields says the command's name. */
    Reply press(Request request, Chat chat, ButtonData data) {
        return press(request, chat, data, ChatsCommand.NAME);
    }

    /**
     * As {@link #press(Request, Chat, ButtonData)}.
     *
     * @param home the command to which buttons lead back
     */
    Reply press(Request request, Chat chat, ButtonData data, String home) {
        Command command = commands.get(data.command());
        if (command == null) {
            return request.toast("press.stale");
        }
        return data.fields().isEmpty()
                ? back(request, chat, command.run(request.in(chat, "")), home)
                : back(request, chat, command.press(request.in(chat, ""), data), home);
    }

    private static Reply back(Request request, Chat chat, Reply reply, String home) {
        return new Reply(
                reply.messages().stream()
                        .map(message -> back(request, chat, message, home))
                        .toList(),
                reply.edit().map(message -> back(request, chat, message, home)),
                reply.toast());
    }

    private static OutgoingMessage back(Request request, Chat chat, OutgoingMessage message, String home) {
        List<List<Button>> rows = new ArrayList<>();
        for (List<Button> row : message.buttons()) {
            List<Button> kept = row.stream()
                    .map(button -> back(chat, button, home))
                    .flatMap(Optional::stream)
                    .toList();
            if (!kept.isEmpty()) {
                rows.add(kept);
            }
        }
        rows.add(List.of(new Button.Action(
                request.say("chats.back", ChatAdmission.title(chat, request.phrases())),
                ButtonData.of(home, "o", chat.id()))));
        return message.withButtons(rows);
    }

    /**
     * Returns the button with data that leads back through here; empty when the data would grow too long, for the words
     * of the command can say the same.
     */
    private static Optional<Button> back(Chat chat, Button button, String home) {
        if (!(button instanceof Button.Action action)) {
            return Optional.of(button);
        }
        ButtonData data = ButtonData.of(home, "x", chat.id(), action.data());
        return data.fits() ? Optional.of(new Button.Action(action.label(), data)) : Optional.empty();
    }
}
