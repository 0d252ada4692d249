package vn.loa.portal.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** The patterns of one rule. RE2: they take linear time, whatever the rule and whatever the page. */
public record Patterns(List<Pattern> patterns) {
    public static Patterns of(List<String> sources) {
        return new Patterns(sources.stream().map(Pattern::compile).toList());
    }

    public boolean isIn(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** Returns the first group of the first pattern that is found. */
    public Optional<String> groupIn(String text) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> found.groupCount() == 0 ? found.group() : found.group(1));
    }

    /** Returns the text without what one of the patterns matches at its start. */
    public String removedFromStart(String text) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.lookingAt() && matcher.end() > 0) {
                return text.substring(matcher.end()).strip();
            }
        }
        return text;
    }
}
