package vn.loa.summary;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.text.privacy.PrivacyKind;
import vn.loa.text.privacy.PrivateData;

/**
 * Holds the given names of the people whom an article names in full where it is private: "gia đình bà Lê Thị Nhà" makes
 * "bà Nhà" private in every other sentence.
 */
final class PrivatePeople {
    private static final Pattern PERSON = Pattern.compile(
            "(?<!\\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Bb]é) (\\p{Lu}\\p{L}*+)(?! \\p{Lu})");

    private final Set<String> givenNames;

    private PrivatePeople(Set<String> givenNames) {
        this.givenNames = givenNames;
    }

    static PrivatePeople in(List<SummarySentence> lines) {
        return new PrivatePeople(lines.stream()
                .map(SummarySentence::text)
                .flatMap(text -> PrivateData.findings(text).stream()
                        .filter(found -> found.kind() == PrivacyKind.NAME)
                        .map(found -> text.substring(found.start(), found.end())))
                .filter(name -> name.contains(" "))
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .collect(Collectors.toSet()));
    }

    /** Returns whether a sentence names one of them by the given name alone. */
    boolean isNamedAgain(String sentence) {
        if (givenNames.isEmpty()) {
            return false;
        }
        Matcher person = PERSON.matcher(sentence);
        return person.results().anyMatch(found -> givenNames.contains(found.group(1)));
    }

    /** Returns whether names are the only private data in a sentence. */
    static boolean isAllThatIsPrivate(String sentence) {
        return PrivateData.findings(sentence).stream().allMatch(found -> found.kind() == PrivacyKind.NAME);
    }
}
