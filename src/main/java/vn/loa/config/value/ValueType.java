package vn.loa.config.value;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The type of a configuration value.
 *
 * @param parser reads the text, which is not blank and has its variables put in
 * @param right how to write one, for people
 * @param secret whether the text must not be shown
 */
public record ValueType<T>(Parser<T> parser, String right, boolean secret) {
    /** Parses a text. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(String text) throws Malformed;
    }

    /**
     * Makes a type of what the reader accepts; {@code what} describes a text that it refuses, as in "is not a
     * duration".
     */
    public static <T> ValueType<T> of(Function<String, T> reader, String what, String right) {
        return new ValueType<>(
                text -> {
                    try {
                        return reader.apply(text);
                    } catch (IllegalArgumentException | DateTimeException e) {
                        throw new Malformed(what, right);
                    }
                },
                right,
                false);
    }

    /** Returns the type of text that fits the pattern as a whole. */
    public static ValueType<String> matching(String pattern, String what, String right) {
        return of(Function.identity(), what, right).where(text -> text.matches(pattern), what);
    }

    /** Returns this type with its value changed after it was read. */
    public <U> ValueType<U> map(Function<T, U> change) {
        return new ValueType<>(text -> change.apply(parser.parse(text)), right, secret);
    }

    /** Returns the same type restricted to values that pass a test; {@code what} says what others are. */
    public ValueType<T> where(Predicate<T> good, String what) {
        return where(good, what, right);
    }

    /** Returns the same type restricted to values that pass a test, with advice of its own. */
    public ValueType<T> where(Predicate<T> good, String what, String advice) {
        Parser<T> checked = text -> {
            T value = parser.parse(text);
            if (!good.test(value)) {
                throw new Malformed(what, advice);
            }
            return value;
        };
        return new ValueType<>(checked, right, secret);
    }
}
