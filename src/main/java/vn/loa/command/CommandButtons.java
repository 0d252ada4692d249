package vn.loa.command;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import vn.loa.model.Button;
import vn.loa.text.Folding;

/**
 * Buttons that run a command with its words, as if somebody had typed them: {@code run:STAMP:tim:tập huấn}. The stamp
 * tells when the button was made, so that one from long ago does nothing.
 */
public final class CommandButtons {
    private static final String NAME = "run";

    private final MenuPress.Desk presses;

    public CommandButtons(InstantSource clock) {
        this.presses = new MenuPress.Desk(NAME, clock);
    }

    /**
     * A command and its words, as a button carries them.
     *
     * @param command its name
     */
    public record Typed(String command, String arguments) {}

    /** Whether this is the data of such a button. */
    static boolean wrote(String data) {
        return data.startsWith(NAME + ":");
    }

    /** Makes a button; words that do not fit lose their marks, and empty is returned when they do not fit even so. */
    public Optional<Button> button(String label, Typed typed) {
        String start = NAME + ":" + presses.stamp() + ":" + typed.command() + ":";
        return Optional.of(start + typed.arguments())
                .filter(CommandButtons::fits)
                .or(() -> Optional.of(start + Folding.fold(typed.arguments())).filter(CommandButtons::fits))
                .map(data -> new Button.Action(label, data));
    }

    private static boolean fits(String data) {
        return data.getBytes(StandardCharsets.UTF_8).length <= Button.Action.MAX_DATA_BYTES;
    }

    /** Reads what a button carries; empty when it is not one of these, or too old. */
    Optional<Typed> read(String data) {
        String[] parts = data.split(":", 4);
        return parts.length == 4 && parts[0].equals(NAME) && presses.isFresh(parts[1])
                ? Optional.of(new Typed(parts[2], parts[3]))
                : Optional.empty();
    }
}
