package vn.loa.command.menu;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.text.Folding;

/**
 * Makes and reads buttons that run a command as if it had been typed: {@code run:STAMP:tim:tập huấn}. The stamp holds
 * the time at which the button was made, so that an old one does nothing.
 */
public final class CommandButtons {
    private static final String NAME = "run";

    private final MenuPress.Codec presses;

    public CommandButtons(InstantSource clock) {
        this.presses = new MenuPress.Codec(NAME, clock);
    }

    /**
     * Represents a command with its words, as a button carries them.
     *
     * @param command the command's name
     */
    public record Typed(String command, String arguments) {}

    /** Returns true for the data of such a button. */
    public static boolean made(ButtonData data) {
        return data.command().equals(NAME) && data.size() > 0;
    }

    /** Makes a button; words that do not fit lose their marks, and empty is returned when they do not fit even so. */
    public Optional<Button> button(String label, Typed typed) {
        ButtonData start = ButtonData.of(NAME, presses.stamp(), typed.command());
        return Optional.of(start.with(typed.arguments()))
                .filter(ButtonData::fits)
                .or(() ->
                        Optional.of(start.with(Folding.fold(typed.arguments()))).filter(ButtonData::fits))
                .map(data -> new Button.Action(label, data));
    }

    /**
     * Makes a row for each of these commands, with what somebody would type as its label.
     *
     * @param typed each with its slash, for example {@code /baocao tuần}
     */
    public List<List<Button>> rows(String... typed) {
        return Stream.of(typed)
                .flatMap(line -> {
                    String[] parts = line.substring(1).split(" ", 2);
                    return button(line, new Typed(parts[0], parts.length > 1 ? parts[1] : "")).stream();
                })
                .map(List::of)
                .toList();
    }

    /** Reads a button's data; empty when it is not one of these, or too old. */
    public Optional<Typed> read(ButtonData data) {
        return made(data) && data.size() >= 3 && presses.isFresh(data.field(0))
                ? Optional.of(new Typed(data.field(1), data.from(2)))
                : Optional.empty();
    }
}
