package vn.loa.command.intent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Cuts a sentence into numbers, times, days, places, listed phrases, and words that are none of these. */
final class SentenceTagger {
    private static final int LONGEST_KIND = 3;
    /** Vietnamese places have mostly two syllables, seldom more than four. */
    private static final int LONGEST_NAME = 5;

    private final IntentWords words;

    SentenceTagger(IntentWords words) {
        this.words = words;
    }

    List<Tag> tags(Sentence sentence) {
        List<Tag> tags = new ArrayList<>();
        int at = 0;
        while (at < sentence.size()) {
            Tag tag = longest(sentence, at);
            tags.add(tag);
            at = tag.to();
        }
        return new LookalikeWords(sentence, words).corrected(tags);
    }

    /**
     * Returns the longest tag that may begin at a position; of equally long ones a count, then a phrase just as it is
     * listed, then a place, time or day, last a phrase that is only like a listed one ("mai" like "mày"), where no
     * day begins.
     */
    private Tag longest(Sentence sentence, int at) {
        Optional<Tag> listed = words.at(sentence, at).map(found -> listed(found, at));
        Optional<Tag> exact =
                listed.filter(tag -> words.isExactly(sentence.words().subList(tag.from(), tag.to())));
        Optional<Tag> day = CalendarDays.at(sentence, at);
        return Stream.of(
                        count(sentence, at),
                        exact,
                        place(sentence, at),
                        ClockTimes.at(sentence, at),
                        day,
                        day.isPresent() ? exact : listed)
                .flatMap(Optional::stream)
                .reduce((a, b) -> b.length() > a.length() ? b : a)
                .orElse(Tag.of(Concept.RAW, at, at + 1));
    }

    /** Returns the tag of a listed phrase. A kind of place without a name is no subject of a sentence. */
    private static Tag listed(IntentWords.Found found, int at) {
        Set<Concept> concepts = EnumSet.copyOf(found.concepts());
        if (concepts.remove(Concept.KIND)) {
            concepts.add(Concept.FILLER);
            concepts.add(Concept.PLACE_WORD);
        }
        return Tag.of(concepts, at, at + found.length());
    }

    /** Reads a count of articles: "5 tin", "năm cái bài", "ba bài viết"; "7 lần" is none. */
    private Optional<Tag> count(Sentence sentence, int from) {
        return NumberWords.at(sentence, from).flatMap(number -> {
            int at = from + number.length();
            if (at < sentence.size()
                    && CalendarDays.TURNS.contains(sentence.word(at).folded())) {
                return Optional.of(Tag.of(EnumSet.of(Concept.DAILY, Concept.FREQUENCY), from, at + 1));
            }
            int next = at < sentence.size() && sentence.word(at).folded().equals("cai") ? at + 1 : at;
            return words.at(sentence, next)
                    .filter(found -> found.concepts().contains(Concept.NEWS))
                    .map(found -> Tag.count(number.value(), from, next + found.length()));
        });
    }

    /**
     * Reads a kind of place and its name: {@code xã Phú Xuyên}, {@code xa tan minh}, {@code thôn 5}, {@code tổ dân phố
     * số 3}.
     */
    private Optional<Tag> place(Sentence sentence, int at) {
        for (int length = Math.min(LONGEST_KIND, sentence.size() - at); length > 0; length--) {
            List<SpokenWord> kind = sentence.words().subList(at, at + length);
            if (words.isExactly(kind, Concept.KIND) && !kind.get(length - 1).ends()) {
                int from = at + length;
                int end = nameEnd(sentence, from);
                return end > from ? Optional.of(Tag.of(Concept.KIND, at, end)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private int nameEnd(Sentence sentence, int from) {
        if (from >= sentence.size()) {
            return from;
        }
        int number = sentence.word(from).folded().equals("so") ? from + 1 : from;
        if (number < sentence.size() && sentence.word(number).isNumber()) {
            return number + 1;
        }
        return sentence.word(from).capital() && !sentence.shouts()
                ? capitalsEnd(sentence, from)
                : smallEnd(sentence, from);
    }

    private static int capitalsEnd(Sentence sentence, int from) {
        int end = from;
        while (end < sentence.size()
                && end < from + LONGEST_NAME
                && sentence.word(end).capital()) {
            if (sentence.word(end++).ends()) {
                return end;
            }
        }
        return end;
    }

    /** Returns the end of a name in small letters: two syllables that nobody says to Loa otherwise. */
    private int smallEnd(Sentence sentence, int from) {
        boolean first = isOther(sentence, from);
        boolean second = from + 1 < sentence.size() && isOther(sentence, from + 1);
        if (first && sentence.word(from).ends()) {
            return from + 1;
        }
        if (first) {
            boolean goesOn = second || from + 1 < sentence.size() && mayBeOther(sentence, from + 1);
            return goesOn ? from + 2 : from + 1;
        }
        return second && isSyllable(sentence, from) ? from + 2 : from;
    }

    private boolean isOther(Sentence sentence, int at) {
        return words.at(sentence, at).isEmpty() && NumberWords.at(sentence, at).isEmpty();
    }

    /**
     * Tells whether a word is a plain syllable. "Chuyen" without marks begins a name as well as it is "chuyển", where
     * no other word of that kind follows.
     */
    private boolean isSyllable(Sentence sentence, int at) {
        SpokenWord word = sentence.word(at);
        boolean alone =
                words.at(sentence, at).filter(found -> found.length() > 1).isEmpty();
        return !word.isNumber() && alone && !words.isExactly(List.of(word));
    }

    /** Tells whether a word may also be another one: "minh" without marks is the end of a name as well as "mình". */
    private boolean mayBeOther(Sentence sentence, int at) {
        SpokenWord word = sentence.word(at);
        Optional<IntentWords.Found> found = words.at(sentence, at);
        boolean number = NumberWords.at(sentence, at).isPresent() && !word.isNumber();
        boolean filler = found.filter(each -> each.length() == 1
                        && (each.concepts().equals(EnumSet.of(Concept.FILLER))
                                || each.concepts().equals(EnumSet.of(Concept.NEW))))
                .isPresent();
        return (filler || number && found.isEmpty()) && !words.isExactly(List.of(word));
    }
}
