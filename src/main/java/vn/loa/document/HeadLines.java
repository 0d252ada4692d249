package vn.loa.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines as they stand on the first page of a document. */
final class HeadLines {
    /** Where a number's sign goes on below its last hyphen. */
    private static final Pattern WRAPPED_SIGN =
            Pattern.compile("(?<=\\p{Lu}[-/]) {0,3}\n {0,3}(?=\\p{Lu}[\\p{Lu}\\d&]{1,7} {0,3}\n)");

    /** The hyphen of a sign that a file holds as one for the end of a line. */
    private static final Pattern SOFT_HYPHEN = Pattern.compile("(?<=\\p{Lu})\u00ad(?=\\p{Lu})");

    private HeadLines() {}

    /** Returns the lines of a text with single blanks and nothing around them. */
    static List<String> of(String text) {
        return text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
    }

    /**
     * Returns the beginning of a page as it was meant: without the bars of a table, and in capitals where a font of
     * capitals (for example {@code .VnTimeH}) left small letters, as a motto in small letters betrays.
     *
     * @param longest the most characters that are returned
     */
    static String restored(String page, int longest) {
        String start = page.length() <= longest ? page : page.substring(0, longest);
        String head = SOFT_HYPHEN
                .matcher(WRAPPED_SIGN
                        .matcher(NumberReader.slashed(start).replace('|', ' '))
                        .replaceAll(""))
                .replaceAll("-");
        return head.contains("cộng hòa xã hội chủ nghĩa") || head.contains("cộng hoà xã hội chủ nghĩa")
                ? head.lines()
                        .map(line -> line.equals(line.toLowerCase(Locale.ROOT)) ? line.toUpperCase(Locale.ROOT) : line)
                        .collect(Collectors.joining("\n"))
                : head;
    }

    /** Returns whether nearly all letters of a line are capitals; a scan may lose one. */
    static boolean isCapitals(String line) {
        long letters = line.codePoints().filter(Character::isLetter).count();
        long small = line.codePoints().filter(Character::isLowerCase).count();
        return letters >= 2 && small * 8 <= letters;
    }
}
