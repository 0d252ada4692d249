package vn.loa.document;

import java.util.List;

/** Lines as they stand on the first page of a document. */
final class HeadLines {
    private HeadLines() {}

    /** Returns the lines of a text with single blanks and nothing around them. */
    static List<String> of(String text) {
        return text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
    }

    /** Returns whether nearly all letters of a line are capitals; a scan may lose one. */
    static boolean isCapitals(String line) {
        long letters = line.codePoints().filter(Character::isLetter).count();
        long small = line.codePoints().filter(Character::isLowerCase).count();
        return letters >= 2 && small * 8 <= letters;
    }
}
