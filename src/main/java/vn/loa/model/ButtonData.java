package vn.loa.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries what a button brings back when it is pressed: the name of the command that made it and reads it, and the
 * fields that the command wrote. On the platform and in the database it is one text, {@code command:field:field}.
 *
 * @param command the command's name
 * @param fields none for a button that only calls the command
 */
public record ButtonData(String command, List<String> fields) {
    /** The longest text, in bytes of UTF-8 (Bot API, InlineKeyboardButton.callback_data). */
    public static final int MAX_BYTES = 64;

    private static final String SEPARATOR = ":";

    public ButtonData {
        Objects.requireNonNull(command);
        fields = List.copyOf(fields);
    }

    /** Makes data of these fields; a field that holds the separator comes back as several. */
    public static ButtonData of(String command, Object... fields) {
        return parse(Stream.concat(Stream.of(command), Arrays.stream(fields).map(Object::toString))
                .collect(Collectors.joining(SEPARATOR)));
    }

    /** Reads {@link #text()} back. */
    public static ButtonData parse(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        return new ButtonData(parts.get(0), parts.subList(1, parts.size()));
    }

    /** Returns the same with more fields after these. */
    public ButtonData with(Object... more) {
        return of(text(), more);
    }

    /** Returns the form in which a platform keeps it. */
    public String text() {
        return Stream.concat(Stream.of(command), fields.stream()).collect(Collectors.joining(SEPARATOR));
    }

    /** Returns false when it is longer than a button may hold. */
    public boolean fits() {
        return text().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    /** Returns how many fields there are. */
    public int size() {
        return fields.size();
    }

    /** Returns a field, counted from 0; an empty string when there are not so many. */
    public String field(int at) {
        return at < fields.size() ? fields.get(at) : "";
    }

    /** Returns the text of a field and all after it; an empty string when there are not so many. */
    public String from(int at) {
        return at < fields.size() ? String.join(SEPARATOR, fields.subList(at, fields.size())) : "";
    }
}
