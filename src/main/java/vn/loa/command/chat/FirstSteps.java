package vn.loa.command.chat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.CommandButtons.Typed;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;

/**
 * The tour for a chat that is new to Loa: what to follow, when to hear of it, a look at the news. Each step is one message
 * that the next one replaces; its other buttons run commands, whose answers come below.
 */
final class FirstSteps {
    private static final String FOLLOWING = "1";
    private static final String TIMES = "2";
    private static final String NEWS = "3";

    private final String command;
    private final CommandButtons buttons;

    /**
     * Makes the tour.
     *
     * @param command the name of the command that gets its presses
     */
    FirstSteps(String command, InstantSource clock) {
        this.command = command;
        this.buttons = new CommandButtons(clock);
    }

    /** Returns the button that leads in; none in a channel, where nobody can be led, and in a chat that has to wait. */
    List<List<Button>> entrance(Request request) {
        return request.chat().kind() == ChatKind.CHANNEL
                ? List.of()
                : List.of(List.of(step(request, "first.button.begin", FOLLOWING)));
    }

    /** Shows a step in place of the last one. */
    Reply step(Request request, String number) {
        OutgoingMessage shown = switch (number) {
            case FOLLOWING -> following(request);
            case TIMES -> times(request);
            default -> news(request);
        };
        return new Reply(List.of(), Optional.of(shown), Optional.empty());
    }

    private OutgoingMessage following(Request request) {
        return message(
                request,
                "first.following",
                row(run(request, "first.button.all", "theodoi", request.say("first.all-words"))),
                row(run(request, "first.button.choose", "theodoi", "")),
                List.of(step(request, "first.button.next", TIMES)));
    }

    private OutgoingMessage times(Request request) {
        return message(
                request,
                "first.times",
                row(run(request, "schedule.button.at-once", "lich", "ngay")),
                row(run(request, "schedule.button.morning", "lich", "7:00")),
                row(run(request, "schedule.button.twice", "lich", "7:00 16:30")),
                List.of(step(request, "menu.back", FOLLOWING), step(request, "first.button.next", NEWS)));
    }

    private OutgoingMessage news(Request request) {
        return message(
                request,
                "first.news",
                row(run(request, "talk.button.LATEST", "tinmoi", "")),
                row(run(request, "talk.button.LIST", "danhsach", "")),
                row(run(request, "talk.button.HELP", "trogiup", "")),
                List.of(step(request, "menu.back", TIMES)));
    }

    @SafeVarargs
    private static OutgoingMessage message(Request request, String key, List<Button>... rows) {
        List<List<Button>> filled = new ArrayList<>();
        for (List<Button> each : rows) {
            if (!each.isEmpty()) {
                filled.add(each);
            }
        }
        return OutgoingMessage.plain(request.say(key)).withButtons(filled);
    }

    private static List<Button> row(Optional<Button> button) {
        return button.map(List::of).orElse(List.of());
    }

    private Optional<Button> run(Request request, String label, String name, String words) {
        return buttons.button(request.say(label), new Typed(name, words));
    }

    private Button step(Request request, String label, String number) {
        return new Button.Action(request.say(label), ButtonData.of(command, number));
    }
}
