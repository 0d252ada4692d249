package vn.loa.console;

import java.io.PrintStream;
import java.util.Objects;

/**
 * What the terminal is like.
 *
 * @param out where to write, in UTF-8
 * @param width in columns
 * @param styled whether it shows bold and the like
 */
public record Terminal(PrintStream out, int width, boolean styled) {
    public Terminal {
        Objects.requireNonNull(out);
        if (width < 20) {
            throw new IllegalArgumentException("a terminal of " + width + " columns");
        }
    }
}
