package vn.loa.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A commune by its kind and name, as texts name it: {@code xã Phú Xuyên}, {@code phường 12}.
 *
 * @param value the folded words: {@code xa phu xuyen}
 * @param label how people write it
 */
public record Commune(String value, String label) {
    private static final String WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’-]*+|\\d{1,2}(?![\\p{L}\\d/.-]))";
    private static final String NAME = WORD + "(?:[ \\u00a0]" + WORD + "){0,7}+";
    private static final String KIND = "(?iu:xã|phường|thị trấn|đặc khu)";
    /** Several of a kind are named in a row: {@code các xã Phú Xuyên, Chuyên Mỹ và Đại Xuyên}. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{M}])(" + KIND + ")\\s*+:?\\s*+(" + NAME
            + "(?:(?:\\s*+[,;]\\s*+|\\s++(?iu:và)\\s++)" + NAME + "){0,40}+)");

    private static final Pattern PARTS = Pattern.compile("\\s*+[,;]\\s*+|\\s++(?iu:và)\\s++");
    /** The same in a text without marks, where "xa" may mean far and "phuong" may be "địa phương". */
    private static final Pattern NAMED_UNMARKED =
            Pattern.compile("(?<!(?iu:dia|doi) )(?<!\\p{L})((?iu:xa|phuong|thi tran|dac khu)) (\\p{Lu}[a-zA-Z']*+(?:"
                    + " \\p{Lu}[a-zA-Z']*+){0,7}+)");

    private static final Pattern TYPED = Pattern.compile("(?iu)(xã|phường|thị trấn|đặc khu|xa|phuong|thi tran|dac"
            + " khu)\\s+([\\p{L}\\p{M}\\d'’-]+(?:\\s+[\\p{L}\\p{M}\\d'’-]+){0,4})");
    /** Words that begin like a commune when they are typed without marks, or are none with them. */
    private static final Set<String> OTHER_WORDS =
            Set.of("xa hoi", "phuong an", "phuong phap", "phuong tien", "phuong huong", "phuong thuc", "phuong dong");

    /** After a commune's name these begin a person's: {@code Chủ tịch xã Phú Xuyên Nguyễn Văn A}. */
    private static final Set<String> SURNAMES = Set.of(
            "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
            "duong", "ly", "dinh", "doan", "trinh", "dao", "luong", "truong");

    public Commune {
        Objects.requireNonNull(value);
        Objects.requireNonNull(label);
    }

    /** Returns the folded words without the kind: {@code phu xuyen}. */
    public String name() {
        String[] words = value.split(" ", value.startsWith("thi tran ") || value.startsWith("dac khu ") ? 3 : 2);
        return words[words.length - 1];
    }

    /** Parses a person's input as the name of a commune with its kind, of at most five words; empty when it is none. */
    public static Optional<Commune> typed(String words) {
        String typed = PlainText.tidy(words);
        Matcher read = TYPED.matcher(typed);
        if (!read.matches()) {
            return Optional.empty();
        }
        String kind = read.group(1).toLowerCase(Locale.ROOT);
        String value = WordText.words(typed);
        boolean marked = !Folding.fold(kind).equals(kind);
        boolean other = OTHER_WORDS.stream().anyMatch(word -> (value + " ").startsWith(word + " "));
        if (other && (!marked || value.startsWith("xa hoi"))) {
            return Optional.empty();
        }
        return Optional.of(new Commune(value, kind + " " + capitalised(read.group(2))));
    }

    private static String capitalised(String name) {
        return Stream.of(name.split("\\s+"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /**
     * Returns the values of the communes that a text names; some with more words after the name, so ask
     * {@link #isAmong}.
     */
    public static Set<String> namedIn(List<String> parts) {
        Set<String> named = new HashSet<>();
        for (String part : parts) {
            String text = PlainText.tidy(part);
            collect(NAMED.matcher(text), named);
            if (Folding.fold(text).equals(text.toLowerCase(Locale.ROOT))) {
                collect(NAMED_UNMARKED.matcher(text), named);
            }
        }
        return named;
    }

    private static void collect(Matcher found, Set<String> named) {
        while (found.find()) {
            String kind = Folding.fold(found.group(1));
            for (String name : PARTS.split(found.group(2))) {
                String value = kind + " " + WordText.words(name);
                boolean shouted = name.length() > 3 && name.equals(name.toUpperCase(Locale.ROOT));
                named.add(shouted ? value + " *" : value);
            }
        }
    }

    /**
     * Returns whether a commune is among those that a text names. In capitals, and before a person's name, the name's
     * end is not seen, and what begins with it counts.
     */
    public static boolean isAmong(Set<String> named, String value) {
        return named.contains(value)
                || named.stream().anyMatch(each -> each.startsWith(value + " ") && ends(each, value));
    }

    private static boolean ends(String named, String value) {
        String rest = named.substring(value.length() + 1);
        return named.endsWith("*") || (SURNAMES.contains(rest.split(" ")[0]) && rest.contains(" "));
    }

    /**
     * Returns the commune a source's name begins with, by name alone: {@code Phú Xuyên} of {@code Phú Xuyên · Văn hóa}
     * and of {@code Cổng thông tin xã Phú Xuyên}; empty when the name tells none. Its value is the folded words.
     */
    public static Optional<Commune> ofSource(String sourceName) {
        String name = PlainText.tidy(sourceName);
        Matcher named = NAMED.matcher(name);
        if (named.find()) {
            return Optional.of(new Commune(WordText.words(named.group(2)), named.group(2)));
        }
        String[] parts = name.split("\\s*[·|:]\\s*", 2);
        return parts.length < 2 || WordText.words(parts[0]).isEmpty()
                ? Optional.empty()
                : Optional.of(new Commune(WordText.words(parts[0]), parts[0]));
    }
}
