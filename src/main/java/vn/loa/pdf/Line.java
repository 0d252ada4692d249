package vn.loa.pdf;

import java.util.ArrayList;
import java.util.List;

/** Words that stand beside each other. */
final class Line {
    private final List<Word> words = new ArrayList<>();
    private float width;
    private boolean last;

    /** Returns whether a word has room; the first always has. */
    boolean fits(Word word, float widest) {
        return words.isEmpty() || width + word.space() + word.width() <= widest;
    }

    void add(Word word) {
        boolean first = words.isEmpty();
        words.add(first ? new Word(word.run(), word.text(), word.width(), 0, word.endsLine()) : word);
        width += (first ? 0 : word.space()) + word.width();
    }

    /** Notes that the next line begins anew. */
    void end() {
        last = true;
    }

    /** Returns whether the words are not spread to the margins. */
    boolean isLast() {
        return last;
    }

    List<Word> words() {
        return words;
    }

    float width() {
        return width;
    }

    /** Returns the height of the highest word, in points. */
    float height(float otherwise) {
        return (float) words.stream().mapToDouble(Word::height).max().orElse(otherwise);
    }

    /** Returns how many blanks there are to spread. */
    long blanks() {
        return words.stream().filter(word -> word.space() > 0).count();
    }
}
