package vn.loa.command.intent;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Represents a text cut into words. Of a long text only the beginning is read.
 *
 * @param words the words in order
 * @param asks whether a question mark stands in it
 */
record Sentence(List<SpokenWord> words, boolean asks) {
    /** The longest part that is read, in UTF-16 units; nobody puts a wish into more. */
    private static final int LONGEST = 600;

    private static final int MOST_WORDS = 80;
    /** Between two times a dash is "to": {@code 22h-6h}. */
    private static final Pattern DASH = Pattern.compile("(?<=[0-9hg])\\s?[-–—]\\s?(?=\\d{1,2}(?:[hg:]|$))");

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}+/]+|[^\\p{L}\\p{N}]+$");
    private static final String ENDS = ".,;:!?)…";

    Sentence {
        words = List.copyOf(words);
    }

    /** Cuts a text into words; those without letters and digits are left out. */
    static Sentence of(String text, IntentWords known) {
        String cut = text.substring(0, Math.min(LONGEST, text.length()));
        String tidy = DASH.matcher(PlainText.tidy(cut)).replaceAll(" đến ");
        List<String> parts = List.of(tidy.split("[\\s,;!?()\"“”]+(?=\\S)|(?<=[,;!?])"));
        boolean keys = known.typedInKeys(parts.stream()
                .limit(MOST_WORDS)
                .map(part -> EDGES.matcher(part).replaceAll(""))
                .toList());
        List<SpokenWord> words = new ArrayList<>();
        for (String part : parts) {
            if (words.size() < MOST_WORDS) {
                words.addAll(read(keys ? marked(part) : part, known));
            }
        }
        return new Sentence(withEnds(words, tidy), tidy.indexOf('?') >= 0);
    }

    /** Writes a word with the marks whose keys were typed in it. */
    private static String marked(String part) {
        String bare = EDGES.matcher(part).replaceAll("");
        boolean capital = !bare.isEmpty() && Character.isUpperCase(bare.charAt(0));
        return Telex.read(bare.toLowerCase(Locale.ROOT))
                .map(word -> capital ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word)
                .map(word -> part.replace(bare, word))
                .orElse(part);
    }

    private static List<SpokenWord> read(String part, IntentWords known) {
        String shown = EDGES.matcher(part).replaceAll("");
        if (shown.isEmpty()) {
            return List.of();
        }
        String lower = Normalizer.normalize(shown.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        List<SpokenWord> words = new ArrayList<>();
        String left = shown;
        for (String word : known.written(lower)) {
            words.add(new SpokenWord(left, word, Folding.fold(word), false));
            left = "";
        }
        return words;
    }

    /** Marks the words that end a clause because punctuation follows. */
    private static List<SpokenWord> withEnds(List<SpokenWord> words, String text) {
        List<SpokenWord> all = new ArrayList<>();
        int at = 0;
        for (SpokenWord word : words) {
            at = Math.max(at, text.indexOf(word.shown(), at) + word.shown().length());
            boolean ends = at < text.length() && ENDS.indexOf(text.charAt(at)) >= 0;
            all.add(new SpokenWord(word.shown(), word.lower(), word.folded(), ends));
        }
        return all;
    }

    SpokenWord word(int at) {
        return words.get(at);
    }

    int size() {
        return words.size();
    }

    /** Returns the words from one position to another, as they were typed. */
    String shown(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (SpokenWord word : words.subList(from, to)) {
            text.append(text.isEmpty() || word.shown().isEmpty() ? "" : " ").append(word.shown());
        }
        return text.toString();
    }

    /** Tells whether the text is all in capitals, so that capitals mean nothing. */
    boolean shouts() {
        return words.stream().filter(SpokenWord::capital).count() * 3 > words.size() * 2L && words.size() > 2;
    }
}
