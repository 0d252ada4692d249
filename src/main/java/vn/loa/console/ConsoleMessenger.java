package vn.loa.console;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;

/** Speaks in the terminal, each message in a frame; buttons become numbers to type. */
public final class ConsoleMessenger implements Messenger {
    /** The one chat there is. */
    public static final ChatAddress CHAT = ChatAddress.of(new Bot(Platform.CONSOLE, "terminal"), "terminal");

    private static final String EDGE = "│ ";
    private static final int TEXT_LIMIT = 4096;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Terminal terminal;
    private final Phrases phrases;
    private final ZoneId zone;
    private final InstantSource clock;

    @GuardedBy("this")
    private int messages;

    @GuardedBy("this")
    private List<Button.Action> choices = List.of();

    public ConsoleMessenger(Terminal terminal, Phrases phrases, ZoneId zone, InstantSource clock) {
        this.terminal = terminal;
        this.phrases = phrases;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public Bot bot() {
        return CHAT.bot();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(TEXT_LIMIT, 0, true, true, terminal.styled(), true, Capabilities.Rates.UNLIMITED);
    }

    @Override
    public synchronized SendResult send(ChatAddress to, OutgoingMessage message) {
        messages++;
        show(phrases.say("console.title", time()), message);
        return new SendResult.Sent(Integer.toString(messages));
    }

    @Override
    public synchronized SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        show(phrases.say("console.edited", time()), message);
        return new SendResult.Sent(messageId);
    }

    @Override
    public synchronized SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        show(phrases.say("console.edited", time()), OutgoingMessage.plain("").withButtons(buttons));
        return new SendResult.Sent(messageId);
    }

    @Override
    public SendResult ping() {
        return new SendResult.Sent("");
    }

    /** Shows a line that is no message: a toast, or what the program does. */
    public synchronized void line(String text) {
        terminal.write(text + "\n");
    }

    /** The button with this number, counted from 1, among those shown last. */
    synchronized Optional<Button.Action> choice(int number) {
        return number >= 1 && number <= choices.size() ? Optional.of(choices.get(number - 1)) : Optional.empty();
    }

    private String time() {
        return TIME.format(clock.instant().atZone(zone));
    }

    @GuardedBy("this")
    private void show(String title, OutgoingMessage message) {
        StringBuilder shown = new StringBuilder("┌─ ").append(title).append('\n');
        new TerminalText(terminal.width() - EDGE.length(), terminal.styled())
                .lines(message.text())
                .forEach(line -> shown.append((EDGE + line).stripTrailing()).append('\n'));
        buttons(message).forEach(line -> shown.append(EDGE).append(line).append('\n'));
        terminal.write(shown.append("└─\n").toString());
    }

    @GuardedBy("this")
    private List<String> buttons(OutgoingMessage message) {
        List<String> lines = new ArrayList<>();
        List<Button.Action> actions = new ArrayList<>();
        message.buttons()
                .forEach(row -> row.forEach(button -> {
                    if (button instanceof Button.Link link) {
                        lines.add("→ " + link.label() + ": " + link.url());
                    } else {
                        actions.add((Button.Action) button);
                        lines.add("[" + actions.size() + "] " + button.label());
                    }
                }));
        if (!actions.isEmpty()) {
            lines.add(phrases.say("console.choose"));
            choices = List.copyOf(actions);
        }
        return lines;
    }
}
