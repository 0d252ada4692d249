package vn.loa.text.pattern;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/** Reads a class of characters of an expression, "[Ôô]", from after its bracket on. */
final class CharacterClass {
    private static final int FEW = 64;

    private final String regex;
    private final Set<Beginning> characters = new HashSet<>();
    private final boolean caseless;
    private boolean known = true;
    private int at;

    /** @param caseless whether a letter of it stands for its other case too */
    CharacterClass(String regex, int from, boolean caseless) {
        this.regex = regex;
        this.caseless = caseless;
        this.at = from;
    }

    /**
     * Returns the characters; anything for a class that is negated, large or made of others.
     *
     * @param ended told the place after the class
     */
    Set<Beginning> read(IntConsumer ended) {
        int depth = 1;
        known = regex.charAt(at) != '^';
        while (depth > 0) {
            char c = regex.charAt(at++);
            if (c == '[' || c == '&') {
                known = false;
                depth += c == '[' ? 1 : 0;
            } else if (c == ']') {
                depth--;
            } else {
                take(c);
            }
        }
        ended.accept(at);
        return known && characters.size() <= FEW ? characters : Beginning.ANYTHING;
    }

    private void take(char c) {
        if (c == '\\') {
            escaped(regex.charAt(at++));
        } else if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
            range(c, regex.charAt(at + 1));
            at += 2;
        } else {
            characters.addAll(Beginning.of(c, caseless));
        }
    }

    private void range(char from, char to) {
        known &= to != '\\' && to != '[';
        boolean digits = Character.isDigit(from) && Character.isDigit(to);
        for (char c = from; c <= to && characters.size() <= FEW; c++) {
            characters.addAll(Beginning.of(digits ? '0' : c, caseless));
        }
    }

    private void escaped(char c) {
        if (c == 'd') {
            characters.addAll(Beginning.of('0', false));
        } else {
            known &= !Character.isLetterOrDigit(c);
            characters.addAll(Beginning.of(c, caseless));
        }
    }
}
