package vn.loa.console;

import java.util.ArrayList;
import java.util.List;
import vn.loa.model.RichText;

/** Writes rich text for a terminal: wrapped between words, styled where the terminal can, links in the open. */
final class TerminalText {
    private static final String BOLD = "\u001B[1m";
    private static final String ITALIC = "\u001B[3m";
    private static final String STRIKE = "\u001B[9m";
    private static final String END = "\u001B[0m";

    private final int width;
    private final boolean styled;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int column;

    TerminalText(int width, boolean styled) {
        this.width = width;
        this.styled = styled;
    }

    /** The lines, none wider than the terminal unless a single word is. */
    List<String> lines(RichText text) {
        text.spans().forEach(this::add);
        endLine();
        return List.copyOf(lines);
    }

    private void add(RichText.Span span) {
        String shown = span.link().map(url -> span.text() + " <" + url + ">").orElse(span.text());
        String[] paragraphs = printable(shown).split("\n", -1);
        for (int i = 0; i < paragraphs.length; i++) {
            if (i > 0) {
                endLine();
            }
            words(paragraphs[i], span.style());
        }
    }

    /** A portal must not be able to move the cursor or ring the bell. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || !Character.isISOControl(c)).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private void words(String text, RichText.Style style) {
        for (String piece : text.split("(?<= )")) {
            int columns = columns(piece.stripTrailing());
            if (column > 0 && column + columns > width) {
                endLine();
            }
            line.append(styled(piece, style));
            column += columns(piece);
        }
    }

    /** Combining marks take no room; everything else Vietnamese takes one column. */
    private static int columns(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    private String styled(String piece, RichText.Style style) {
        if (!styled || piece.isEmpty()) {
            return piece;
        }
        return switch (style) {
            case BOLD -> BOLD + piece + END;
            case ITALIC -> ITALIC + piece + END;
            case STRIKE -> STRIKE + piece + END;
            case PLAIN, CODE, FOLDED -> piece;
        };
    }

    private void endLine() {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        column = 0;
    }
}
