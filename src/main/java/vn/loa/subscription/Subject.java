package vn.loa.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.loa.text.Commune;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;
import vn.loa.text.WordText;

/**
 * Matches the content of an article against keywords, topics and communes. One is made for each article and asked for
 * everything that anybody follows. For one thread.
 */
public final class Subject {
    /** In UTF-16 units, of all parts together; what patterns look through is bounded, phrases see everything. */
    private static final int LONGEST_FOR_PATTERNS = 10_000;

    private final Subjects subjects;
    private final List<String> parts;
    private final WordText words;
    private final Set<String> communes;
    private final List<String> patternTexts = new ArrayList<>();

    Subject(Subjects subjects, List<String> parts) {
        this.subjects = Objects.requireNonNull(subjects);
        this.parts = List.copyOf(parts);
        this.words = WordText.of(parts);
        this.communes = Commune.namedIn(parts);
    }

    /**
     * Returns whether a keyword stands in the article, by {@link Keyword#value}; a pattern that is none stands nowhere.
     */
    public boolean holds(String keyword) {
        return keyword.startsWith("/") ? fits(keyword) : !keyword.isEmpty() && words.holds(keyword);
    }

    private boolean fits(String pattern) {
        return subjects.keywords()
                .pattern(pattern)
                .filter(compiled -> forPatterns().stream()
                        .anyMatch(text -> compiled.matcher(text).find()))
                .isPresent();
    }

    /** Each part as it is written and folded, as far as patterns look; made when the first pattern asks. */
    private List<String> forPatterns() {
        if (patternTexts.isEmpty()) {
            int left = LONGEST_FOR_PATTERNS;
            for (String part : parts) {
                String text = PlainText.tidy(part);
                String seen = text.substring(0, Math.min(text.length(), left));
                left -= seen.length();
                patternTexts.add(seen);
                patternTexts.add(Folding.fold(seen));
            }
        }
        return patternTexts;
    }

    /** Returns whether the article is about a topic. */
    public boolean isAbout(String topic) {
        return subjects.topics().isAbout(topic, words);
    }

    /** Returns whether the article names a commune, by {@link Commune#value}. */
    public boolean names(String commune) {
        return Commune.isAmong(communes, commune);
    }
}
