package vn.loa.command.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.loa.text.Folding;

/**
 * Takes words that merely look like listed ones without their marks for what they are: beside a word of a name they
 * belong to the name. In {@code nhận tin về vay vốn} the word "vay" is not "vậy", for the person types marks; in {@code
 * tim tin kinh phi} the word "kinh" is not "kính", for nothing is called "phi".
 */
final class LookalikeWords {
    private final Sentence sentence;
    private final IntentWords words;
    private final boolean marked;

    LookalikeWords(Sentence sentence, IntentWords words) {
        this.sentence = sentence;
        this.words = words;
        this.marked = typedWithMarks(sentence);
    }

    /** Tells whether at least half of the words have marks; about a quarter of all Vietnamese words have none. */
    private static boolean typedWithMarks(Sentence sentence) {
        long marks = sentence.words().stream()
                .filter(word -> !Folding.fold(word.shown()).equals(word.shown().toLowerCase(Locale.ROOT)))
                .count();
        return marks * 2 >= sentence.size();
    }

    List<Tag> corrected(List<Tag> tags) {
        List<Tag> all = new ArrayList<>(tags);
        for (int i = 0; i < all.size(); i++) {
            if (isOfName(all, i) || isOfSubject(all, i)) {
                all.set(i, Tag.of(Concept.RAW, all.get(i).from(), all.get(i).to()));
            }
        }
        return all;
    }

    private boolean isOfName(List<Tag> tags, int at) {
        boolean beside = marked ? isBesideName(tags, at) || isCapital(tags, at) : completes(tags, at);
        return mayBeOther(tags.get(at)) && beside;
    }

    /** Tells whether a word for help begins what is asked for: "tìm hướng dẫn nộp thuế", "tin hỗ trợ bão". */
    private boolean isOfSubject(List<Tag> tags, int at) {
        return tags.get(at).is(Concept.HELP)
                && at + 1 < tags.size()
                && tags.get(at + 1).isContent()
                && !endsClause(tags, at)
                && tags.subList(0, at).stream().anyMatch(Content::announces);
    }

    /** Tells whether a tag is a single word that stands for a listed one only when marks are added to it. */
    private boolean mayBeOther(Tag tag) {
        return tag.length() == 1
                && !tag.isContent()
                && tag.joins()
                && !words.isExactly(sentence.words().subList(tag.from(), tag.to()));
    }

    private boolean isCapital(List<Tag> tags, int at) {
        return at > 0
                && !sentence.shouts()
                && sentence.word(tags.get(at).from()).capital();
    }

    private boolean isBesideName(List<Tag> tags, int at) {
        return isRaw(tags, at - 1) && !endsClause(tags, at - 1) || isRaw(tags, at + 1) && !endsClause(tags, at);
    }

    /** Tells whether the only syllable of a name beside it lacks another. */
    private boolean completes(List<Tag> tags, int at) {
        boolean plain = words.isPlainlyListed(sentence.word(tags.get(at).from()));
        boolean before = isLone(tags, at + 1) && !endsClause(tags, at);
        boolean after = isLone(tags, at - 1) && !endsClause(tags, at - 1);
        return !plain && (before || after);
    }

    private boolean isLone(List<Tag> tags, int at) {
        return isRaw(tags, at)
                && !sentence.word(tags.get(at).from()).isNumber()
                && !isRaw(tags, at - 1)
                && !isRaw(tags, at + 1);
    }

    private static boolean isRaw(List<Tag> tags, int at) {
        return at >= 0 && at < tags.size() && tags.get(at).is(Concept.RAW);
    }

    private boolean endsClause(List<Tag> tags, int at) {
        return sentence.word(tags.get(at).to() - 1).ends();
    }
}
