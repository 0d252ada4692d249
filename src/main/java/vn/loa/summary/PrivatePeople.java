package vn.loa.summary;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import vn.loa.text.pattern.PrefilteredPattern;
import vn.loa.text.privacy.PrivacyKind;
import vn.loa.text.privacy.PrivateData;
import vn.loa.text.privacy.PrivatePassage;

/**
 * Holds the given names of the people whom an article names in full where it is private: "gia đình bà Lê Thị Nhà" makes
 * "bà Nhà" private in every other sentence.
 */
final class PrivatePeople {
    private static final PrefilteredPattern PERSON = PrefilteredPattern.of(
            "(?<!\\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Bb]é) (\\p{Lu}\\p{L}*+)(?! \\p{Lu})",
            0);

    private final Set<String> givenNames = new HashSet<>();
    private final Set<SummarySentence> withPrivateData = Collections.newSetFromMap(new IdentityHashMap<>());

    private PrivatePeople() {}

    static PrivatePeople in(List<SummarySentence> lines) {
        PrivatePeople people = new PrivatePeople();
        lines.forEach(people::read);
        return people;
    }

    private void read(SummarySentence line) {
        String text = line.text();
        List<PrivatePassage> found = PrivateData.findings(text);
        if (!found.isEmpty()) {
            withPrivateData.add(line);
        }
        found.stream()
                .filter(passage -> passage.kind() == PrivacyKind.NAME)
                .map(passage -> text.substring(passage.start(), passage.end()))
                .filter(name -> name.contains(" "))
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .forEach(givenNames::add);
    }

    /** Returns whether a line holds private data, before anything is taken off it. */
    boolean isPrivate(SummarySentence line) {
        return withPrivateData.contains(line);
    }

    /** Returns whether a sentence names one of them by the given name alone. */
    boolean isNamedAgain(String sentence) {
        if (givenNames.isEmpty()) {
            return false;
        }
        PrefilteredPattern.Search person = PERSON.in(sentence);
        while (person.find()) {
            if (givenNames.contains(person.match().group(1))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether names are the only private data in a sentence. */
    static boolean isAllThatIsPrivate(String sentence) {
        return PrivateData.findings(sentence).stream().allMatch(found -> found.kind() == PrivacyKind.NAME);
    }
}
