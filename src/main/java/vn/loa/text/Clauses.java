package vn.loa.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ends of a sentence's clauses, to shorten it there. */
public final class Clauses {
    private static final Pattern END = Pattern.compile("[,;:](?=\\s)|\\s[–—-](?=\\s)");

    private Clauses() {}

    /**
     * Returns the index of each comma, semicolon, colon and dash between two clauses, in order. Those inside quotation
     * marks or brackets do not count, for a cut there would leave half a pair.
     */
    public static List<Integer> ends(String sentence) {
        Brackets brackets = Brackets.of(sentence);
        List<Integer> ends = new ArrayList<>();
        Matcher end = END.matcher(sentence);
        while (end.find()) {
            if (!brackets.spans(end.start())) {
                ends.add(end.start());
            }
        }
        return ends;
    }
}
