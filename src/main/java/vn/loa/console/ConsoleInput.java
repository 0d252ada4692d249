package vn.loa.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.Reply;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Press;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Button;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;

/** Listens to what is typed in the terminal. The end of the input ends the listening and nothing else. */
public final class ConsoleInput {
    /** The person at the terminal. */
    public static final PersonId PERSON = new PersonId(Platform.CONSOLE, "terminal");

    private static final Logger log = LoggerFactory.getLogger(ConsoleInput.class);
    /** The id of the message that was shown last; no other can be changed or chosen from. */
    private static final String LAST = "last";

    private static final Sender SENDER = new Sender(PERSON, "", () -> true);

    private final BufferedReader in;
    private final ConsoleMessenger messenger;
    private final Function<IncomingCommand, Reply> handler;

    /** @param handler answers; what it throws is logged */
    public ConsoleInput(BufferedReader in, ConsoleMessenger messenger, Function<IncomingCommand, Reply> handler) {
        this.in = in;
        this.messenger = messenger;
        this.handler = handler;
    }

    /** Listens on a thread of its own, which does not keep the program alive. */
    public void start() {
        Thread listener = new Thread(this::listen, "console");
        listener.setDaemon(true);
        listener.start();
    }

    void listen() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                hear(line.strip());
            }
        } catch (IOException e) {
            log.debug("the terminal does not talk any more: {}", e.getMessage());
        }
    }

    private void hear(String line) {
        if (line.isEmpty()) {
            return;
        }
        try {
            show(handler.apply(incoming(line)));
        } catch (RuntimeException e) {
            log.error("a line from the terminal failed", e);
        }
    }

    private IncomingCommand incoming(String line) {
        Optional<Button.Action> pressed =
                line.matches("\\d{1,3}") ? messenger.choice(Integer.parseInt(line)) : Optional.empty();
        return new IncomingCommand(
                ConsoleMessenger.CHAT,
                ChatKind.PRIVATE,
                "",
                SENDER,
                pressed.map(Button.Action::data).orElse(line),
                pressed.map(button -> new Press.OfButton(LAST)),
                true);
    }

    private void show(Reply reply) {
        reply.toast().ifPresent(messenger::line);
        reply.edit().ifPresent(message -> messenger.edit(ConsoleMessenger.CHAT, LAST, message));
        reply.messages().forEach(message -> messenger.send(ConsoleMessenger.CHAT, message));
    }
}
