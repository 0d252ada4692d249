package vn.loa.text;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders titles as Vietnamese readers expect it: by the Vietnamese alphabet, and numbers by their value. */
public final class TitleOrder implements Comparator<String> {
    private static final Pattern PART = Pattern.compile("\\d{1,18}|\\D+|\\d+");

    private final Collator letters = Collator.getInstance(Locale.forLanguageTag("vi"));

    @Override
    public int compare(String one, String other) {
        Matcher ones = PART.matcher(one);
        Matcher others = PART.matcher(other);
        boolean more = ones.find();
        boolean moreOthers = others.find();
        while (more && moreOthers) {
            int order = comparePart(ones.group(), others.group());
            if (order != 0) {
                return order;
            }
            more = ones.find();
            moreOthers = others.find();
        }
        return Boolean.compare(more, moreOthers);
    }

    private int comparePart(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers && one.length() <= 18 && other.length() <= 18
                ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                : letters.compare(one, other);
    }
}
