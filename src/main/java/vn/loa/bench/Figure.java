package vn.loa.bench;

import java.util.Objects;

/**
 * One measured figure.
 *
 * @param name what was measured, an English phrase
 * @param value what came out, with its unit
 * @param goal what it should be, with its unit
 * @param met whether it is
 */
public record Figure(String name, String value, String goal, boolean met) {
    public Figure {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(goal);
    }
}
