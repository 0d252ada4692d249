package vn.loa.text.pattern;

import java.util.HashSet;
import java.util.Set;

/**
 * The first characters of what a part of an expression matches.
 *
 * @param text at most {@value PrefixTable#LONGEST} characters
 * @param whole whether the part matches exactly this; else anything may follow it
 * @param caseless whether a letter of it may be a capital or small
 */
record Beginning(String text, boolean whole, boolean caseless) {
    /** Matches a position and none of the text. */
    static final Set<Beginning> NOTHING = Set.of(new Beginning("", true, false));

    static final Set<Beginning> ANYTHING = Set.of(new Beginning("", false, false));

    static Set<Beginning> of(char c, boolean caseless) {
        return Set.of(new Beginning(String.valueOf(c), true, caseless));
    }

    /** Returns the beginnings of two parts, one after the other. */
    static Set<Beginning> joined(Set<Beginning> first, Set<Beginning> second) {
        Set<Beginning> joined = new HashSet<>();
        for (Beginning start : first) {
            if (!start.whole || start.text.length() >= PrefixTable.LONGEST) {
                joined.add(new Beginning(start.text, false, start.caseless));
            } else {
                second.forEach(next -> joined.add(start.then(next)));
            }
        }
        return joined;
    }

    /**
     * Returns the beginnings of a part that is repeated.
     *
     * @param least how often at least
     * @param once whether not more than once
     */
    static Set<Beginning> repeated(Set<Beginning> part, int least, boolean once) {
        Set<Beginning> all = NOTHING;
        for (int i = 0; i < Math.min(least, PrefixTable.LONGEST); i++) {
            all = joined(all, part);
        }
        Set<Beginning> more = new HashSet<>(NOTHING);
        more.addAll(once ? part : joined(part, ANYTHING));
        return joined(all, more);
    }

    private Beginning then(Beginning next) {
        String both = text + next.text;
        boolean cut = both.length() > PrefixTable.LONGEST;
        String kept = cut ? both.substring(0, PrefixTable.LONGEST) : both;
        return new Beginning(kept, !cut && next.whole, caseless || next.caseless);
    }
}
