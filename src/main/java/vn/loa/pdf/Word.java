package vn.loa.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.loa.docx.PrintedDocument.Paragraph;
import vn.loa.docx.PrintedDocument.Run;

/**
 * A word or a picture in a line.
 *
 * @param run how it looks
 * @param width in points
 * @param space the blank before it, in points
 * @param endsLine whether the next one begins a line
 */
record Word(Run run, String text, float width, float space, boolean endsLine) {
    /** Returns the words of a paragraph; one that is wider than a line is cut. */
    static List<Word> of(Paragraph paragraph, Letters letters, float widest) throws IOException {
        List<Word> words = new ArrayList<>();
        for (Run run : paragraph.runs()) {
            if (run.picture().isPresent()) {
                words.add(new Word(run, "", run.picture().get().width(), 0, false));
            } else {
                add(words, run, letters, widest);
            }
        }
        return words;
    }

    private static void add(List<Word> words, Run run, Letters letters, float widest) throws IOException {
        String[] lines = run.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            String[] parts = lines[i].split(" ", -1);
            for (int j = 0; j < parts.length; j++) {
                float space = j == 0 ? 0 : letters.width(" ", run.size());
                cut(
                        words,
                        new Word(run, letters.printable(parts[j]), 0, space, !last && j == parts.length - 1),
                        letters,
                        widest);
            }
        }
    }

    private static void cut(List<Word> words, Word word, Letters letters, float widest) throws IOException {
        float size = word.run().size();
        String rest = word.text();
        float space = word.space();
        for (int end = letters.fitting(rest, size, widest);
                end < rest.length();
                end = letters.fitting(rest, size, widest)) {
            String part = rest.substring(0, end);
            words.add(new Word(word.run(), part, letters.width(part, size), space, false));
            rest = rest.substring(end);
            space = 0;
        }
        words.add(new Word(word.run(), rest, letters.width(rest, size), space, word.endsLine()));
    }

    /** Returns how high it stands above the line, in points. */
    float height() {
        return run.picture().map(picture -> picture.height()).orElse(run.size());
    }
}
