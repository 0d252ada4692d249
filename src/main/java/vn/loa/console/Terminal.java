package vn.loa.console;

import java.io.PrintStream;
import java.util.Objects;

/**
 * Describes the terminal.
 *
 * @param out where to write, in UTF-8
 * @param width in columns
 * @param styled whether it shows bold and the like
 * @param prompt what stands where a person types; an empty string where none does, as in a pipe
 */
public record Terminal(PrintStream out, int width, boolean styled, String prompt) {
    public Terminal {
        Objects.requireNonNull(out);
        Objects.requireNonNull(prompt);
        if (width < 20) {
            throw new IllegalArgumentException("a terminal of " + width + " columns");
        }
    }

    /** Writes whole lines in the place of the prompt, and the prompt anew below them. */
    void write(String lines) {
        out.print((prompt.isEmpty() ? "" : "\r") + lines + prompt);
        out.flush();
    }
}
