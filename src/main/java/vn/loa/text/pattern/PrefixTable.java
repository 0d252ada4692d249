package vn.loa.text.pattern;

import java.util.Set;
import java.util.stream.Collectors;

/** The beginnings that an expression can match, to be looked up at each place of a text. */
final class PrefixTable {
    /** The number of characters of a beginning that count: so many fit into a number. */
    static final int LONGEST = 4;

    /** Vietnamese letters and the marks of running text all stand below. */
    private static final int DIRECT = 0x2100;

    private static final int BITS = 16;
    private static final int SPARSE = 8;
    /** Two to the 64th over the golden ratio, odd: spreads neighbours (Knuth, The Art of Computer Programming 6.4). */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private static final char[] SMALL = all(true);
    private static final char[] CASED = all(false);

    /** For each character, a bit for each position of a beginning at which it can stand. */
    private final byte[] positions = new byte[DIRECT];

    /** The beginnings as numbers, each at the place that its hash gives or at the next free one; 0 is free. */
    private final long[] keys;

    /** Leaves of a hash the highest bits, which all characters of the key have part in. */
    private final int shift;

    private final boolean[] lengths = new boolean[LONGEST + 1];

    private final boolean caseless;

    private PrefixTable(Set<String> prefixes, boolean caseless) {
        this.caseless = caseless;
        this.keys = new long[Integer.highestOneBit(prefixes.size()) * SPARSE];
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(keys.length);
        for (String prefix : prefixes) {
            lengths[prefix.length()] = true;
            enter(key(prefix));
        }
        for (int position = 0; position < LONGEST; position++) {
            mark(position, prefixes);
        }
    }

    /**
     * Makes a table.
     *
     * @param beginnings each of 1 to {@value #LONGEST} characters
     */
    static PrefixTable of(Set<Beginning> beginnings) {
        Set<String> prefixes = beginnings.stream().map(Beginning::text).collect(Collectors.toSet());
        return new PrefixTable(prefixes, beginnings.stream().anyMatch(Beginning::caseless));
    }

    /** After a shorter beginning anything may stand. */
    private void mark(int position, Set<String> prefixes) {
        boolean[] wanted = new boolean[1 + Character.MAX_VALUE];
        boolean any = false;
        for (String prefix : prefixes) {
            any |= prefix.length() <= position;
            if (prefix.length() > position) {
                wanted[folded(prefix.charAt(position))] = true;
            }
        }
        for (char c = 0; c < DIRECT; c++) {
            positions[c] |= (byte) (any || wanted[folded(c)] ? 1 << position : 0);
        }
    }

    /** Returns the first place from a place on where one of the beginnings stands; -1 when there is none. */
    int next(String text, int from) {
        int end = text.length();
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if ((c >= DIRECT || (positions[c] & 1) != 0) && goesOn(text, at) && isOneAt(text, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns whether one of the beginnings stands at a place. */
    boolean holds(String text, int at) {
        return at < text.length() && isOneAt(text, at);
    }

    /** Letters beyond the table, such as the Kelvin sign, may be another case of one in it. */
    private boolean goesOn(String text, int at) {
        int length = Math.min(LONGEST, text.length() - at);
        for (int position = 1; position < length; position++) {
            char c = text.charAt(at + position);
            if (c < DIRECT && (positions[c] & 1 << position) == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isOneAt(String text, int at) {
        int longest = Math.min(LONGEST, text.length() - at);
        long key = 0;
        for (int length = 1; length <= longest; length++) {
            key = key << BITS | folded(text.charAt(at + length - 1));
            if (lengths[length] && isEntered(key)) {
                return true;
            }
        }
        return false;
    }

    private void enter(long key) {
        keys[place(key)] = key;
    }

    private boolean isEntered(long key) {
        return keys[place(key)] == key;
    }

    private int place(long key) {
        int place = (int) (key * GOLDEN >>> shift);
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }

    private long key(String prefix) {
        long key = 0;
        for (int i = 0; i < prefix.length(); i++) {
            key = key << BITS | folded(prefix.charAt(i));
        }
        return key;
    }

    private char folded(char c) {
        if (c >= DIRECT) {
            return folded(c, caseless);
        }
        return caseless ? SMALL[c] : CASED[c];
    }

    private static char[] all(boolean caseless) {
        char[] all = new char[DIRECT];
        for (char c = 0; c < DIRECT; c++) {
            all[c] = folded(c, caseless);
        }
        return all;
    }

    /** As {@link java.util.regex.Pattern#UNICODE_CASE} compares; digits are all alike. */
    private static char folded(char c, boolean caseless) {
        if (Character.isDigit(c)) {
            return '0';
        }
        return caseless ? Character.toLowerCase(Character.toUpperCase(c)) : c;
    }
}
