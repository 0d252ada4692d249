package vn.loa.command.intent;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.command.intent.Until.Unit;

/**
 * Collects the features of a sentence that the rules look at.
 *
 * @param concepts all concepts in the sentence
 * @param first the concepts of its first words that are no filler
 * @param content the subject, as it was typed; an empty string for none
 * @param placeName the place that the subject is, without its office; an empty string for none
 * @param sought what the word for a search is followed by; an empty string for nothing
 * @param named whether the subject is a name in capitals
 * @param leftover whether words were said that belong neither to the content nor to a concept
 * @param toOthers whether something is to be sent to others than the asker
 * @param keeps whether something is not to be stopped
 * @param days the days that stand beside the subject
 */
record Signals(
        Set<Concept> concepts,
        Set<Concept> first,
        String content,
        String placeName,
        String sought,
        boolean named,
        boolean leftover,
        boolean toOthers,
        boolean keeps,
        Optional<NewsDays> days,
        List<Tag> tags) {
    private static final Set<String> TOWARDS = Set.of("cho", "toi", "den");

    Signals {
        Objects.requireNonNull(concepts);
        Objects.requireNonNull(first);
        Objects.requireNonNull(content);
        Objects.requireNonNull(placeName);
        Objects.requireNonNull(sought);
        tags = List.copyOf(tags);
    }

    static Signals of(Sentence sentence, List<Tag> read) {
        List<Tag> tags = TagCorrections.of(sentence, read);
        Set<Concept> concepts = EnumSet.noneOf(Concept.class);
        tags.forEach(tag -> concepts.addAll(tag.concepts()));
        Set<Concept> first = tags.stream()
                .filter(tag -> !tag.is(Concept.FILLER))
                .findFirst()
                .map(Tag::concepts)
                .orElse(Set.of());
        List<Content> runs = Content.runs(tags);
        Optional<Content> content = Content.chosen(runs);
        return new Signals(
                concepts,
                first,
                shown(sentence, content),
                shown(sentence, content.flatMap(Content::place)),
                shown(sentence, Content.searched(tags)),
                content.filter(run -> isNamed(sentence, run)).isPresent(),
                runs.size() > 1,
                sends(sentence, tags),
                keeps(sentence, tags),
                days(tags, content),
                tags);
    }

    /** A day within the subject belongs to it: a meeting on that day, not news of it. */
    private static Optional<NewsDays> days(List<Tag> tags, Optional<Content> content) {
        return tags.stream()
                .filter(tag -> content.filter(run -> tag.from() >= run.from() && tag.to() <= run.to())
                        .isEmpty())
                .flatMap(tag -> tag.days().stream())
                .findFirst();
    }

    private static String shown(Sentence sentence, Optional<Content> content) {
        return content.map(run -> sentence.shown(run.from(), run.to())).orElse("");
    }

    /** Tells whether each of two or more words begins with a capital, as in a name of a commune without its kind. */
    private static boolean isNamed(Sentence sentence, Content run) {
        return run.to() > run.from() + 1
                && sentence.words().subList(run.from(), run.to()).stream().allMatch(SpokenWord::capital)
                && run.to() - run.from() < sentence.size();
    }

    /** Tells whether something is to be sent to others: "gửi ... cho bà con", "thông báo tới các thôn". */
    private static boolean sends(Sentence sentence, List<Tag> tags) {
        boolean sending = false;
        for (int i = 0; i < tags.size(); i++) {
            int from = tags.get(i).from();
            String before = from == 0 ? "" : sentence.word(from - 1).folded();
            boolean others = tags.get(i).is(Concept.OTHERS) && TOWARDS.contains(before);
            if (sending && (others || before.equals("cho") && isGroup(sentence, tags, i))) {
                return true;
            }
            sending = sending || tags.get(i).is(Concept.SEND);
        }
        return false;
    }

    /** "Các trưởng thôn" and others that are not listed; what news are about stands rather after "đến". */
    private static boolean isGroup(Sentence sentence, List<Tag> tags, int at) {
        return sentence.word(tags.get(at).from()).lower().equals("các")
                && at + 1 < tags.size()
                && tags.get(at + 1).isContent();
    }

    boolean place() {
        return !placeName.isEmpty();
    }

    /** Tells whether the subject stands before everything else that is asked of it: "tập huấn có gì mới". */
    boolean opens() {
        return tags.stream()
                .filter(tag -> !tag.is(Concept.FILLER) && !tag.is(Concept.ABOUT))
                .findFirst()
                .filter(Tag::isContent)
                .isPresent();
    }

    boolean has(Concept... any) {
        for (Concept concept : any) {
            if (concepts.contains(concept)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a part of one kind stands before one of another. */
    boolean inOrder(Concept earlier, Concept later) {
        return tags.stream().dropWhile(tag -> !tag.is(earlier)).anyMatch(tag -> tag.is(later));
    }

    /** Tells whether each part of the sentence is of one of these kinds. */
    boolean only(Concept... kinds) {
        return tags.stream().allMatch(tag -> Stream.of(kinds).anyMatch(tag::is));
    }

    /** Tells whether the subject is a mere number or an hour that no day has, which nobody follows. */
    boolean ofDigits() {
        return !content.isEmpty() && Character.isDigit(content.charAt(0)) && content.length() < 4;
    }

    boolean bare() {
        return content.isEmpty();
    }

    /** Tells whether something is denied or to be stopped. */
    boolean denies() {
        return has(Concept.STOP, Concept.NOT);
    }

    /** Tells whether something is not to be stopped: "đừng tắt", "không dừng". */
    private static boolean keeps(Sentence sentence, List<Tag> tags) {
        for (int i = 1; i < tags.size(); i++) {
            Tag before = tags.get(i - 1);
            boolean pure = before.is(Concept.NOT) && !before.is(Concept.STOP) && !hears(before);
            if (tags.get(i).is(Concept.STOP)
                    && pure
                    && !sentence.word(before.to() - 1).ends()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hears(Tag tag) {
        return tag.is(Concept.SEND) || tag.is(Concept.RECEIVE) || tag.is(Concept.FOLLOW);
    }

    /** Tells whether the sentence speaks of receiving news. */
    boolean hears() {
        return has(Concept.RECEIVE, Concept.SEND, Concept.NEWS, Concept.FOLLOW);
    }

    boolean asks() {
        return has(Concept.ASK, Concept.EXISTS, Concept.WHERE);
    }

    /** Tells whether it asks how, when, where or if something is so, rather than for it to be done. */
    boolean wonders() {
        return has(Concept.HOW, Concept.WHEN, Concept.WHERE, Concept.YET) || has(Concept.EXISTS) && has(Concept.ASK);
    }

    OptionalInt count() {
        return tags.stream()
                .filter(tag -> tag.is(Concept.COUNT))
                .mapToInt(Tag::number)
                .findFirst();
    }

    List<LocalTime> times() {
        return tags.stream().map(Tag::time).flatMap(Optional::stream).toList();
    }

    /** Tells whether the news of some days are asked for. */
    boolean dated() {
        return period().isPresent() || days.isPresent();
    }

    Optional<Period> period() {
        for (Period period : List.of(
                Period.BEFORE_YESTERDAY,
                Period.YESTERDAY,
                Period.LAST_WEEK,
                Period.LAST_MONTH,
                Period.WEEK,
                Period.MONTH,
                Period.TODAY)) {
            if (concepts.contains(Concept.valueOf(period.name()))) {
                return Optional.of(period);
            }
        }
        return span().map(days -> days <= 1 ? Period.TODAY : days <= 7 ? Period.WEEK : Period.MONTH);
    }

    private Optional<Integer> span() {
        return tags.stream()
                .filter(tag -> tag.is(Concept.SPAN))
                .flatMap(tag -> tag.until().stream())
                .map(Until::number)
                .findFirst();
    }

    /** Tells whether something is wanted, or unwanted, from a day on that is not today; no rule begins later than now. */
    boolean later() {
        return !has(Concept.RESUME)
                && (has(Concept.FROM_TOMORROW)
                        || tags.stream().flatMap(tag -> tag.days().stream()).anyMatch(NewsDays::beginsOnNamedDay));
    }

    /** Tells whether a tag names the beginning alone: "từ 5/12". */
    private static boolean begins(Tag tag) {
        return tag.days().filter(NewsDays::open).isPresent();
    }

    private Optional<Until> namedEnd() {
        return tags.stream()
                .filter(tag -> tag.is(Concept.DAY) && (has(Concept.RESUME) || !begins(tag)))
                .flatMap(tag -> tag.until().stream())
                .reduce((earlier, later) -> later)
                .map(end -> has(Concept.FROM_TOMORROW) ? end.withDay() : end);
    }

    /**
     * Returns the end of the time for which something is unwanted: a day that is named, a span, or the end of the named
     * period.
     */
    Optional<Until> until() {
        Optional<Until> named = namedEnd();
        Optional<Until> span = tags.stream()
                .filter(tag -> tag.is(Concept.SPAN))
                .flatMap(tag -> tag.until().stream())
                .findFirst();
        if (has(Concept.RESUME) && has(Concept.FROM_TOMORROW)) {
            return Optional.of(Until.of(Unit.TOMORROW));
        }
        boolean untilDay = named.isPresent() && has(Concept.UNTIL, Concept.RESUME);
        return (untilDay ? named : span)
                .or(() -> has(Concept.WEEK) ? Optional.of(Until.of(Unit.END_OF_WEEK)) : Optional.empty())
                .or(() -> has(Concept.MONTH) ? Optional.of(Until.of(Unit.END_OF_MONTH)) : Optional.empty())
                .or(() -> has(Concept.TODAY) ? Optional.of(Until.of(Unit.TOMORROW)) : Optional.empty())
                .or(() -> named.map(Until::withDay));
    }
}
