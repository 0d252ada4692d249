package vn.loa.text.pattern;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds the beginnings that a regular expression can match: "(?:tổ chức|khai mạc)" gives "tổ c" and "khai". Reads what
 * Loa's expressions are written with; what it does not know stands for anything, so that no match is ever missed. All
 * digits are told as 0.
 */
final class LiteralPrefixes {
    private static final String SPECIAL = "dDsSwWpPhHvVRXNkbBAGzZQEutnrfaexc0123456789";

    /** Positions rather than characters: they match nothing by themselves. */
    private static final String POSITIONS = "bBAGzZ";

    private final String regex;
    private boolean caseless;
    private int at;

    private LiteralPrefixes(String regex, boolean caseless) {
        this.regex = regex;
        this.caseless = caseless;
    }

    /**
     * Returns the beginnings, each of 1 to {@value PrefixTable#LONGEST} characters.
     *
     * @param regex an expression that {@link java.util.regex.Pattern} takes
     * @param caseless whether capitals and small letters are the same where the expression does not say
     * @throws IllegalArgumentException when it can match at any letter, or nothing at all
     */
    static Set<Beginning> of(String regex, boolean caseless) {
        Set<Beginning> all = new LiteralPrefixes(regex, caseless).alternatives();
        if (all.stream().anyMatch(beginning -> beginning.text().isEmpty())) {
            throw new IllegalArgumentException("can begin with anything: " + regex);
        }
        return all;
    }

    private Set<Beginning> alternatives() {
        Set<Beginning> all = new HashSet<>(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private Set<Beginning> sequence() {
        Set<Beginning> all = Beginning.NOTHING;
        while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
            all = Beginning.joined(all, repeated(item()));
        }
        return all;
    }

    private Set<Beginning> item() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> new CharacterClass(regex, at, caseless).read(end -> at = end);
            case '\\' -> escaped();
            case '.' -> Beginning.ANYTHING;
            case '^', '$' -> Beginning.NOTHING;
            default -> Beginning.of(c, caseless);
        };
    }

    /** A look ahead or back is left to the expression itself. */
    private Set<Beginning> group() {
        boolean looks = regex.startsWith("?=", at)
                || regex.startsWith("?!", at)
                || regex.startsWith("?<=", at)
                || regex.startsWith("?<!", at);
        boolean before = caseless;
        if (regex.charAt(at) == '?') {
            readHead();
        }
        if (regex.charAt(at - 1) == ')') { // Only flags, for the rest of the group around it.
            return Beginning.NOTHING;
        }
        Set<Beginning> inside = alternatives();
        caseless = before;
        at++;
        return looks ? Beginning.NOTHING : inside;
    }

    /** Goes past {@code ?:}, {@code ?<name>}, {@code ?<!} and {@code ?iu:}, which holds up to the end of its group. */
    private void readHead() {
        at++;
        boolean named = regex.charAt(at) == '<' && Character.isLetter(regex.charAt(at + 1));
        String ends = named ? ">" : ":=!>)";
        int from = at;
        while (ends.indexOf(regex.charAt(at)) < 0) {
            at++;
        }
        String flags = named ? "" : regex.substring(from, at);
        caseless = flags.contains("i") ? !flags.startsWith("-") : caseless;
        at++;
    }

    private Set<Beginning> escaped() {
        char c = regex.charAt(at++);
        if (c == 'd' || regex.startsWith("p{Nd}", at - 1)) {
            at += c == 'd' ? 0 : "{Nd}".length();
            return Beginning.of('0', false);
        }
        if (c == 'u') {
            at += 4;
            return Beginning.of((char) Integer.parseInt(regex.substring(at - 4, at), 16), caseless);
        }
        if (POSITIONS.indexOf(c) >= 0) {
            return Beginning.NOTHING;
        }
        if (at < regex.length() && "{<".indexOf(regex.charAt(at)) >= 0 && "pPk".indexOf(c) >= 0) {
            at = regex.indexOf(regex.charAt(at) == '{' ? '}' : '>', at) + 1;
        }
        return SPECIAL.indexOf(c) >= 0 ? Beginning.ANYTHING : Beginning.of(c, caseless);
    }

    private Set<Beginning> repeated(Set<Beginning> item) {
        char c = at < regex.length() ? regex.charAt(at) : ' ';
        if ("?*+{".indexOf(c) < 0) {
            return item;
        }
        int end = c == '{' ? regex.indexOf('}', at) : at;
        int least = c == '{' ? least(regex.substring(at + 1, end)) : c == '+' ? 1 : 0;
        boolean once = c == '?' || (c == '{' && regex.substring(at + 1, end).equals("0,1"));
        at = end + 1;
        if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
            at++;
        }
        return Beginning.repeated(item, least, once);
    }

    private static int least(String bounds) {
        int comma = bounds.indexOf(',');
        return Integer.parseInt(comma < 0 ? bounds : bounds.substring(0, comma));
    }
}
