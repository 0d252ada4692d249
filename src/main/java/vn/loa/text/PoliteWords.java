package vn.loa.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises the polite words at the beginning and end of a message, which do not change its meaning. */
public final class PoliteWords {
    private static final Set<String> BEFORE = withAndWithoutMarks(
            "dạ vâng thưa kính xin nhờ mời hãy cho gửi loa bot ơi ạ à ừ ok tôi mình em anh chị đồng chí các please hi hello");
    private static final Set<String> AFTER =
            withAndWithoutMarks("ạ à nhé nha nghe với đi ơi rồi rõ dạ vâng thưa xin cảm cám"
                    + " ơn giúp giùm hộ cho nữa đó đấy loa bot ad admin tôi mình em anh chị bác ông bà cô chú đồng chí các cả nhà mọi"
                    + " người ban quý vị chào ok please thanks thank you");

    private PoliteWords() {}

    private static Set<String> withAndWithoutMarks(String words) {
        Set<String> all = new HashSet<>();
        for (String word : words.split(" ")) {
            all.add(word);
            all.add(Folding.fold(word));
        }
        return all;
    }

    /**
     * Returns the words of a text, folded and without the marks of punctuation around them; one that is only such marks
     * is an empty string, so that they stand where the words stand.
     */
    public static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .map(word -> bare(Folding.fold(word)))
                .toList();
    }

    private static String bare(String word) {
        return word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }

    /** Returns how many words at the beginning may be mere politeness; the first one that means something ends them. */
    public static int before(String text) {
        int count = 0;
        for (String word : typed(text)) {
            if (!word.isEmpty() && !BEFORE.contains(word)) {
                return count;
            }
            count++;
        }
        return count;
    }

    /** Returns whether these words, said after something, add nothing to it. */
    public static boolean only(String text) {
        return typed(text).stream().allMatch(word -> word.isEmpty() || AFTER.contains(word));
    }

    /** Returns the words of a text as {@link #words}, but with their marks: {@code cá} is not {@code cả}. */
    public static List<String> typed(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Arrays.stream(composed.strip().split("\\s+"))
                .map(PoliteWords::bare)
                .toList();
    }
}
