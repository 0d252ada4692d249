package vn.loa.command.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.loa.text.Folding;

/**
 * Reads the words of {@code src/main/resources/intents.txt}, each with its concepts, and the abbreviations people type.
 */
final class IntentWords {
    private static final String FILE = "/intents.txt";
    private static final String SPELLING = "spelling";
    private static final String UNMARKED = "unmarked";
    /** Words for oneself: a wish of three or more words that is listed with "tôi" is understood with each. */
    private static final List<String> SELVES =
            List.of("tui", "tao", "tau", "tớ", "mình", "em", "anh", "chị", "bác", "cô", "chú", "cháu", "mệ");

    private static final Set<Concept> SHARED = EnumSet.of(Concept.FILLER, Concept.KIND, Concept.THANKS);

    /** Represents a phrase with its marks. */
    private record Phrase(List<String> words, Set<Concept> concepts) {}

    /**
     * Represents words of a sentence that are a listed phrase.
     *
     * @param length the number of words
     */
    record Found(int length, Set<Concept> concepts) {
        Found {
            Objects.requireNonNull(concepts);
        }
    }

    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");

    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> unmarked = new HashSet<>();
    private int longest = 1;

    private IntentWords() {}

    /** Returns the words that come with Loa, for wishes. */
    static IntentWords ofWishes() {
        return standard(concept -> !concept.ofAcknowledgements());
    }

    /** Returns the words that come with Loa, for acknowledgements. */
    static IntentWords ofAcknowledgements() {
        return standard(concept -> concept.ofAcknowledgements() || SHARED.contains(concept));
    }

    private static IntentWords standard(Predicate<Concept> wanted) {
        try (InputStream in = IntentWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /**
     * Reads lines: a concept stands alone, its phrases follow indented, {@code #} begins a remark.
     *
     * @throws IllegalArgumentException for a concept that the rules do not know
     */
    static IntentWords read(String lines, Predicate<Concept> wanted) {
        IntentWords words = new IntentWords();
        String section = SPELLING;
        for (String line : lines.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0))) {
                section = line.strip();
            } else if (section.equals(SPELLING)) {
                words.spell(line);
            } else if (section.equals(UNMARKED)) {
                words.unmarked.addAll(List.of(line.strip().split("\\s*,\\s*")));
            } else {
                Concept concept = Concept.valueOf(section.toUpperCase(Locale.ROOT));
                if (wanted.test(concept)) {
                    words.add(concept, line);
                }
            }
        }
        return words;
    }

    private void spell(String line) {
        for (String pair : line.strip().split("\\s*,\\s*")) {
            String[] sides = pair.split("=", 2);
            spellings.put(sides[0], sides[1]);
        }
    }

    private void add(Concept concept, String line) {
        for (String listed : line.strip().split("\\s*,\\s*")) {
            List<String> words = List.of(listed.split(" "));
            add(concept, words);
            if (words.size() > 2 && words.contains("tôi") && !concept.ofAcknowledgements()) {
                SELVES.forEach(self -> add(
                        concept,
                        words.stream()
                                .map(word -> word.equals("tôi") ? self : word)
                                .toList()));
            }
        }
    }

    private void add(Concept concept, List<String> words) {
        longest = Math.max(longest, words.size());
        words.forEach(word -> known.add(Folding.fold(word)));
        List<Phrase> alike = phrases.computeIfAbsent(key(String.join(" ", words)), folded -> new ArrayList<>());
        alike.stream()
                .filter(phrase -> phrase.words().equals(words))
                .findFirst()
                .ifPresentOrElse(
                        phrase -> phrase.concepts().add(concept),
                        () -> alike.add(new Phrase(words, EnumSet.of(concept))));
    }

    /** Returns the key for a listed word; "kí" and "ký" have the same. */
    private static String key(String listed) {
        return Folding.fold(listed).replace('y', 'i');
    }

    /**
     * Returns the words that a typed one, in lower case, stands for: itself, its expansion as an abbreviation, or the
     * word of its Telex keys.
     */
    List<String> written(String lower) {
        String spelled = spellings.get(lower);
        if (spelled != null) {
            return List.of(spelled.split(" "));
        }
        return List.of(isKnown(lower) ? lower : corrected(lower));
    }

    /** Returns the listed word that was meant by one with the keys of its marks in it, or with a letter typed twice. */
    private String corrected(String lower) {
        return Telex.read(lower)
                .filter(this::isKnown)
                .or(() -> Optional.of(DOUBLED.matcher(lower).replaceAll("$1"))
                        .filter(once -> !once.equals(lower) && once.length() > 1 && isKnown(once)))
                .orElse(lower);
    }

    /** Tells whether some word of a sentence shows that the keys of marks were typed in the words themselves. */
    boolean typedInKeys(List<String> typed) {
        long read = typed.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !isKnown(word) && Telex.read(word).isPresent())
                .count();
        return read > 1
                || read == 1
                        && typed.stream()
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .filter(word -> !isKnown(word))
                                .flatMap(word -> Telex.read(word).stream())
                                .anyMatch(this::isKnown);
    }

    /** Tells whether it is a word of any phrase. */
    private boolean isKnown(String lower) {
        return known.contains(Folding.fold(lower));
    }

    /** Tells whether a word without marks is nearly always the listed one, so that it belongs to no name beside it. */
    boolean isPlainlyListed(SpokenWord word) {
        return unmarked.contains(word.folded());
    }

    /** Returns the longest phrase that begins at a position. */
    Optional<Found> at(Sentence sentence, int from) {
        int most = Math.min(longest, sentence.size() - from);
        for (int length = most; length > 0; length--) {
            Optional<Found> found = of(sentence.words().subList(from, from + length));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the phrase that these words are together; with just their marks, or else the first that is listed. */
    Optional<Found> of(List<SpokenWord> typed) {
        List<Phrase> alike = alike(typed);
        return alike.stream()
                .filter(phrase -> exact(typed, phrase))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(phrase -> !isWrittenOut(typed) && fits(typed, phrase))
                        .findFirst())
                .map(phrase -> new Found(typed.size(), phrase.concepts()));
    }

    /** Tells whether they are several words, each listed with just its marks: "tôi dừng" is no "tối đừng". */
    private boolean isWrittenOut(List<SpokenWord> typed) {
        return typed.size() > 1 && typed.stream().allMatch(word -> !word.unmarked() && isExactly(List.of(word)));
    }

    /** Tells whether these words are just as they are listed under a concept, marks and all. */
    boolean isExactly(List<SpokenWord> typed, Concept concept) {
        return alike(typed).stream().anyMatch(phrase -> phrase.concepts().contains(concept) && exact(typed, phrase));
    }

    /** Tells whether these words are just as they are listed anywhere. */
    boolean isExactly(List<SpokenWord> typed) {
        return alike(typed).stream().anyMatch(phrase -> exact(typed, phrase));
    }

    private List<Phrase> alike(List<SpokenWord> typed) {
        return phrases.getOrDefault(
                key(String.join(" ", typed.stream().map(SpokenWord::lower).toList())), List.of());
    }

    /** Returns a phrase as it is listed under a concept, with its marks, for one typed without. */
    Optional<String> marked(String typed, Concept concept) {
        return phrases.getOrDefault(key(typed), List.of()).stream()
                .filter(phrase -> phrase.concepts().contains(concept))
                .findFirst()
                .map(phrase -> String.join(" ", phrase.words()));
    }

    private static boolean exact(List<SpokenWord> typed, Phrase phrase) {
        return typed.stream().map(SpokenWord::lower).toList().equals(phrase.words());
    }

    private static boolean fits(List<SpokenWord> typed, Phrase phrase) {
        for (int i = 0; i < typed.size(); i++) {
            if (!WordMarks.fit(typed.get(i).lower(), phrase.words().get(i))) {
                return false;
            }
        }
        return !phrase.concepts().equals(EnumSet.of(Concept.KIND));
    }
}
