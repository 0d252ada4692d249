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
        return font.getStringWidth(text) / UNITS * size;
    }
}
