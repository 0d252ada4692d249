package vn.loa.bench;

import java.util.Objects;

/**
 * Represents one measured figure.
 *
 * @param name the quantity, an English phrase
 * @param value the result, with its unit
 * @param goal the expected result, with its unit
 * @param met whether the goal is met
 */
public record Figure(String name, String value, String goal, boolean met) {
    public Figure {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(goal);
    }
}
