package vn.loa.command.intent;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.text.PlainText;

/**
 * Recognises acknowledgements in replies to an announcement, in any usual form: {@code Đã nắm ạ}, {@code Thôn Thượng
 * nhận rồi}, {@code ok anh}, {@code 🙏}. Negations, questions, conditions and postponements are none. Pure.
 */
public final class AcknowledgementReader {
    /** Code points without meaning of their own: the emoji style and skin tones. */
    private static final Set<Integer> MODIFIERS = Set.of(0xFE0F, 0x1F3FB, 0x1F3FC, 0x1F3FD, 0x1F3FE, 0x1F3FF, 0x200D);

    /** The most signs; a reply of more is a picture. */
    private static final int MOST_SIGNS = 20;

    /** The most words; a reply of more is a report, which somebody should read. */
    private static final int MOST_WORDS = 40;

    private static final Answer NONE = new Answer(false, false, Optional.empty());

    private final IntentWords words;
    private final SentenceTagger tagger;

    private AcknowledgementReader(IntentWords words) {
        this.words = words;
        this.tagger = new SentenceTagger(words);
    }

    /** Returns the reader with the words that come with Loa, which are read when it is first asked for. */
    public static AcknowledgementReader standard() {
        return Standard.READER;
    }

    private static final class Standard {
        static final AcknowledgementReader READER = new AcknowledgementReader(IntentWords.ofAcknowledgements());
    }

    /**
     * Holds the meaning of a reply.
     *
     * @param acknowledges whether it acknowledges
     * @param plainly whether it would acknowledge without an announcement that it answers ({@code đã nắm}, not {@code
     *     ok})
     * @param unit the unit it speaks for, as people write it ({@code thôn Thượng})
     */
    public record Answer(boolean acknowledges, boolean plainly, Optional<String> unit) {
        public Answer {
            Objects.requireNonNull(unit);
        }
    }

    /** Reads a reply. */
    public Answer read(String text) {
        Sentence sentence = Sentence.of(text, words);
        if (sentence.words().isEmpty()) {
            return new Answer(isSign(text), false, Optional.empty());
        }
        List<Tag> tags = tagger.tags(sentence);
        boolean denied = withoutAside(sentence, tags).stream()
                .anyMatch(tag -> tag.is(Concept.ACK_NO) && !tag.is(Concept.ACK_STRONG));
        if (denied || sentence.asks() || sentence.size() > MOST_WORDS) {
            return NONE;
        }
        Optional<Tag> strong = first(tags, Concept.ACK_STRONG);
        Optional<Tag> said = strong.or(() -> first(tags, Concept.ACK_WEAK));
        return said.filter(tag -> isAlone(sentence, tags, tag))
                .map(tag -> new Answer(true, strong.isPresent(), unit(sentence, tags)))
                .orElse(NONE);
    }

    /**
     * Returns the tags before a remark about a picture or file: "nắm rồi, còn ảnh thì chưa xem được" acknowledges. Who
     * only received something ("nhận rồi, còn file không mở được") does not know its content.
     */
    private static List<Tag> withoutAside(Sentence sentence, List<Tag> tags) {
        for (int i = 1; i < tags.size(); i++) {
            boolean begins = tags.get(i).is(Concept.ACK_ASIDE)
                    && sentence.word(tags.get(i).from() - 1).ends();
            List<Tag> before = tags.subList(0, i);
            if (begins && before.stream().anyMatch(tag -> knows(sentence, tag))) {
                return before;
            }
        }
        return tags;
    }

    private static boolean knows(Sentence sentence, Tag tag) {
        return tag.is(Concept.ACK_STRONG)
                && sentence.words().subList(tag.from(), tag.to()).stream()
                        .noneMatch(word -> word.folded().equals("nhan"));
    }

    private static Optional<Tag> first(List<Tag> tags, Concept concept) {
        return tags.stream().filter(tag -> tag.is(concept)).findFirst();
    }

    /** Tells whether signs alone acknowledge: one that does, and none that does not. */
    private boolean isSign(String text) {
        String tidy = PlainText.tidy(text.substring(0, Math.min(text.length(), 4 * MOST_SIGNS)));
        List<String> signs = tidy.codePoints()
                .filter(code -> !MODIFIERS.contains(code) && !Character.isWhitespace(code))
                .mapToObj(Character::toString)
                .toList();
        return signs.size() <= MOST_SIGNS
                && signs.stream().anyMatch(sign -> is(sign, Concept.ACK_SIGN))
                && signs.stream().noneMatch(sign -> is(sign, Concept.ACK_NO) || sign.equals("?"));
    }

    private boolean is(String sign, Concept concept) {
        return words.isExactly(List.of(new SpokenWord(sign, sign, sign, false)), concept);
    }

    /**
     * Tells whether a word acknowledges by itself: before it only names, units and politeness may stand, and after it
     * the thing that was noted, until a new clause begins; in "đã nhận quà" something else was received.
     */
    private static boolean isAlone(Sentence sentence, List<Tag> tags, Tag said) {
        boolean after = false;
        for (Tag tag : tags) {
            if (tag.is(Concept.RAW) && !sentence.word(tag.from()).capital()) {
                return false;
            }
            after = after || tag.equals(said);
            boolean clauseEnds = sentence.word(tag.to() - 1).ends() || tag.is(Concept.ACK_NEXT) && !tag.equals(said);
            if (after && (clauseEnds || tag.is(Concept.TIME) || tag.is(Concept.DAY))) {
                return true;
            }
        }
        return true;
    }

    private Optional<String> unit(Sentence sentence, List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.is(Concept.KIND) && tag.length() > 1)
                .map(tag -> named(sentence, tag))
                .findFirst()
                .or(() -> first(tags, Concept.ACK_UNIT)
                        .map(tag -> sentence.shown(tag.from(), tag.to()).toLowerCase(Locale.ROOT)));
    }

    /** Returns a unit's name, its kind as it is listed, the name with capitals. */
    private String named(Sentence sentence, Tag tag) {
        for (int end = tag.to() - 1; end > tag.from(); end--) {
            String typed = sentence.shown(tag.from(), end);
            Optional<String> kind = words.marked(typed, Concept.KIND);
            if (kind.isPresent()) {
                boolean abbreviated = typed.equals(typed.toUpperCase(Locale.ROOT));
                StringBuilder name = new StringBuilder(abbreviated ? typed : kind.get());
                sentence.words()
                        .subList(end, tag.to())
                        .forEach(word -> name.append(' ').append(capitalised(word)));
                return name.toString();
            }
        }
        return sentence.shown(tag.from(), tag.to());
    }

    private static String capitalised(SpokenWord word) {
        return word.folded().equals("so") || word.shown().isEmpty()
                ? word.lower()
                : word.shown().substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.shown().substring(1);
    }
}
