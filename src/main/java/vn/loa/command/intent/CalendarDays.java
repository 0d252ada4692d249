package vn.loa.command.intent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days and spans in a sentence: {@code 30/4}, {@code ngày 30 tháng 4}, {@code thứ hai}, {@code ngày mai}, {@code
 * 3 ngày}.
 */
final class CalendarDays {
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-]\\d{2,4})?");
    /** Words for "times", as in "two times a day". */
    static final Set<String> TURNS = Set.of("lan", "luot", "cu", "dot");

    private static final Set<String> DAY_WORDS = Set.of("ngay", "mung", "hom");
    private static final Map<String, Integer> SPANS =
            Map.of("ngay", 1, "hom", 1, "bua", 1, "tuan", 7, "thang", 30, "buoi", 1);

    private static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("hai", 1),
            Map.entry("2", 1),
            Map.entry("ba", 2),
            Map.entry("3", 2),
            Map.entry("tu", 3),
            Map.entry("4", 3),
            Map.entry("nam", 4),
            Map.entry("5", 4),
            Map.entry("sau", 5),
            Map.entry("6", 5));

    private CalendarDays() {}

    /** Reads the day or span that begins at a position. */
    static Optional<Tag> at(Sentence sentence, int from) {
        return date(sentence, from)
                .or(() -> named(sentence, from))
                .or(() -> weekday(sentence, from))
                .or(() -> span(sentence, from));
    }

    private static String folded(Sentence sentence, int at) {
        return at < sentence.size() ? sentence.word(at).folded() : "";
    }

    private static Optional<Tag> date(Sentence sentence, int from) {
        int at = DAY_WORDS.contains(folded(sentence, from)) ? from + 1 : from;
        Matcher date = DATE.matcher(folded(sentence, at));
        if (date.matches()) {
            int day = Integer.parseInt(date.group(1));
            return Optional.of(Tag.until(Concept.DAY, Until.date(day, Integer.parseInt(date.group(2))), from, at + 1));
        }
        if (at >= sentence.size() || !sentence.word(at).isNumber()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(sentence.word(at).lower());
        if (folded(sentence, at + 1).equals("thang")
                && at + 2 < sentence.size()
                && sentence.word(at + 2).isNumber()) {
            int month = Integer.parseInt(sentence.word(at + 2).lower());
            return Optional.of(Tag.until(Concept.DAY, Until.date(number, month), from, at + 3));
        }
        boolean alone = at > from && number >= 1 && number <= 31 && !TURNS.contains(folded(sentence, at + 1));
        return alone ? Optional.of(Tag.until(Concept.DAY, Until.date(number, 0), from, at + 1)) : Optional.empty();
    }

    private static Optional<Tag> named(Sentence sentence, int from) {
        String first = folded(sentence, from);
        String second = folded(sentence, from + 1);
        if (first.equals("ngay") && second.equals("mai")) {
            return Optional.of(Tag.until(Concept.DAY, Until.of(Until.Unit.TOMORROW), from, from + 2));
        }
        if (first.equals("tuan") && (second.equals("sau") || second.equals("toi"))) {
            return Optional.of(Tag.until(Concept.DAY, Until.of(Until.Unit.END_OF_WEEK), from, from + 2));
        }
        if (first.equals("thang") && (second.equals("sau") || second.equals("toi"))) {
            return Optional.of(Tag.until(Concept.DAY, Until.of(Until.Unit.END_OF_MONTH), from, from + 2));
        }
        return first.equals("mai")
                ? Optional.of(Tag.until(Concept.DAY, Until.of(Until.Unit.TOMORROW), from, from + 1))
                : Optional.empty();
    }

    private static Optional<Tag> weekday(Sentence sentence, int from) {
        Integer day = WEEKDAYS.get(folded(sentence, from + 1));
        return folded(sentence, from).equals("thu") && day != null
                ? Optional.of(Tag.until(Concept.DAY, Until.weekday(day), from, from + 2))
                : Optional.empty();
    }

    private static Optional<Tag> span(Sentence sentence, int from) {
        return NumberWords.at(sentence, from).flatMap(number -> {
            int at = from + number.length();
            Integer days = SPANS.get(folded(sentence, at));
            return days == null || number.value() > 300
                    ? Optional.<Tag>empty()
                    : Optional.of(Tag.until(Concept.SPAN, Until.days(number.value() * days), from, at + 1));
        });
    }
}
