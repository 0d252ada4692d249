package vn.loa.config;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Describes the form of a configuration value.
 *
 * @param parser reads the text, which is not blank and has its variables put in
 * @param right how to write one, for people
 * @param secret whether the text must not be shown
 */
record ValueType<T>(Parser<T> parser, String right, boolean secret) {
    /** Reads a text. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws Malformed;
    }

    /**
     * Makes a type of what the reader accepts; {@code what} describes a text that it refuses, as in "is not a
     * duration".
     */
    static <T> ValueType<T> of(Function<String, T> reader, String what, String right) {
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

    /** Text that fits the pattern as a whole. */
    static ValueType<String> matching(String pattern, String what, String right) {
        return of(Function.identity(), what, right).where(text -> text.matches(pattern), what);
    }

    <U> ValueType<U> map(Function<T, U> change) {
        return new ValueType<>(text -> change.apply(parser.parse(text)), right, secret);
    }

    /** The same, but only when the value passes a test; {@code what} says what it is otherwise. */
    ValueType<T> where(Predicate<T> good, String what) {
        return where(good, what, right);
    }

    /** The same, with its own advice. */
    ValueType<T> where(Predicate<T> good, String what, String advice) {
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
