package vn.loa.attachment.extract;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.text.LegacyFont;
import vn.loa.text.PlainText;

/**
 * Collects a document's text, passage by passage, up to a bound. What is in an encoding of the fonts from before Unicode
 * is converted. One thread writes, another may take what is there.
 */
final class TextSink {
    private static final String BETWEEN = "\n\n";

    private final int most;

    @GuardedBy("this")
    private final List<String> passages = new ArrayList<>();

    @GuardedBy("this")
    private int length;

    @GuardedBy("this")
    private boolean full;

    @GuardedBy("this")
    private boolean ocr;

    @GuardedBy("this")
    private boolean cut;

    @GuardedBy("this")
    private int pages;

    TextSink(int most) {
        this.most = most;
    }

    /** There is as much text as is wanted. */
    static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FullException() {
            super("enough text", null, false, false);
        }
    }

    /** Holds the text so far; the parameters are those of a document's text. */
    record Taken(String text, boolean ocr, boolean cut, int pages) {}

    /** Adds a passage of one or more lines; an empty line will part it from the others. */
    synchronized void passage(String raw) {
        if (raw.isBlank()) {
            return;
        }
        int room = most - length;
        passages.add(raw.length() <= room ? raw : raw.substring(0, Math.max(0, room)));
        length += raw.length() + BETWEEN.length();
        if (length >= most) {
            full = true;
            throw new FullException();
        }
    }

    /** Notes that one more page was read. */
    synchronized void page() {
        pages++;
    }

    /** Notes that text was recognised in a picture. */
    synchronized void recognised() {
        ocr = true;
    }

    /** Notes that some of the document is left out. */
    synchronized void leaveOut() {
        cut = true;
    }

    synchronized Taken taken() {
        Optional<LegacyFont> font = font();
        String text = passages.stream()
                .map(passage -> clean(passage, font))
                .filter(passage -> !passage.isEmpty())
                .collect(Collectors.joining(BETWEEN));
        return new Taken(text.substring(0, Math.min(text.length(), most)), ocr, cut || full, pages);
    }

    /** A heading of two words does not tell that it is in a font's encoding; the rest of the document does. */
    @GuardedBy("this")
    private Optional<LegacyFont> font() {
        return passages.stream()
                .map(LegacyFont::of)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> LegacyFont.of(String.join("\n", passages)));
    }

    private static String clean(String passage, Optional<LegacyFont> font) {
        return passage.lines()
                .map(line -> font.filter(each -> LegacyFont.mayBe(line) && each.mends(line))
                        .map(each -> each.convert(line))
                        .orElse(line))
                // After it, for the soft hyphen is a letter in TCVN 3.
                .map(PlainText::tidy)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", BETWEEN)
                .strip();
    }
}
