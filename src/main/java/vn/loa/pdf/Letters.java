package vn.loa.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The font's letters; what it lacks, for example most emoji, is left out. */
final class Letters {
    private static final float UNITS = 1000;

    private final PDFont font;
    private final Map<Integer, Boolean> known = new HashMap<>();
    private final Map<Integer, Float> widths = new HashMap<>();

    Letters(PDFont font) {
        this.font = font;
    }

    PDFont font() {
        return font;
    }

    /** Returns a text without what the font lacks. */
    String printable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(each -> known.computeIfAbsent(each, this::has)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private boolean has(int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return !Character.isISOControl(codePoint);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the width of a printable text, in points. */
    float width(String text, float size) throws IOException {
        float units = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            units += units(text.codePointAt(i));
        }
        return units / UNITS * size;
    }

    /** Returns the length of the longest start of a printable text that is no wider, one letter at least. */
    int fitting(String text, float size, float widest) throws IOException {
        float units = 0;
        int end = 0;
        while (end < text.length()) {
            units += units(text.codePointAt(end));
            if (end > 0 && units / UNITS * size > widest) {
                return end;
            }
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /** The font asks for them slowly, and a text is the sum of its letters. */
    private float units(int codePoint) throws IOException {
        Float asked = widths.get(codePoint);
        if (asked == null) {
            asked = font.getStringWidth(Character.toString(codePoint));
            widths.put(codePoint, asked);
        }
        return asked;
    }
}
