package vn.loa.command.intent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads days and spans in a sentence: {@code 30/4}, {@code ngày 30 tháng 4}, {@code thứ hai}, {@code ngày mai}, {@code
 * 3 ngày}.
 */
final class CalendarDays {
    /** Words for "times", as in "two times a day". */
    static final Set<String> TURNS = Set.of("lan", "luot", "cu", "dot");

    /** Ends a span that lies behind: {@code 3 ngày nay}. */
    private static final Set<String> PASSED = Set.of("nay", "qua");

    private static final Map<String, Integer> SPANS =
            Map.of("ngay", 1, "hom", 1, "bua", 1, "tuan", 7, "thang", 30, "buoi", 1);

    private CalendarDays() {}

    /** Reads the day or span that begins at a position. */
    static Optional<Tag> at(Sentence sentence, int from) {
        return toEnd(sentence, from)
                .or(() -> day(sentence, from))
                .or(() -> few(sentence, from))
                .or(() -> span(sentence, from));
    }

    private static Optional<Tag> day(Sentence sentence, int from) {
        return SpokenDays.at(sentence, from).or(() -> named(sentence, from));
    }

    /** Reads "đến hết ngày 30/11", "hết tháng 12": what is named still belongs to it. */
    private static Optional<Tag> toEnd(Sentence sentence, int from) {
        int whole = SpokenDays.TO.contains(folded(sentence, from)) ? from + 1 : from;
        return folded(sentence, whole).equals(SpokenDays.WHOLE)
                ? day(sentence, whole + 1).map(day -> day.toItsEnd(from))
                : Optional.empty();
    }

    private static String folded(Sentence sentence, int at) {
        return at >= 0 && at < sentence.size() ? sentence.word(at).folded() : "";
    }

    private static Optional<Tag> named(Sentence sentence, int from) {
        String first = folded(sentence, from);
        String second = folded(sentence, from + 1);
        if (isPlace(sentence, from)) {
            return Optional.empty();
        }
        if (Set.of("ngay", "sang").contains(first) && second.equals("mai")) {
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

    /** "Chuyển sang Mai Lâm", "gửi sang mai Đình": a commune rather than tomorrow, unless the morning has its mark. */
    private static boolean isPlace(Sentence sentence, int from) {
        int at = folded(sentence, from).equals("sang") ? from + 1 : from;
        boolean sent =
                folded(sentence, at - 1).equals("sang") && sentence.word(at - 1).unmarked();
        return folded(sentence, at).equals("mai")
                && (sent || at > 0 && sentence.word(at).capital())
                && isCapitalised(sentence, at + 1);
    }

    /** A text in capitals alone capitalises nothing. */
    private static boolean isCapitalised(Sentence sentence, int at) {
        String shown = at < sentence.size() ? sentence.word(at).shown() : "";
        return shown.length() > 1 && Character.isUpperCase(shown.charAt(0)) && Character.isLowerCase(shown.charAt(1));
    }

    /** Takes "vài bữa nữa" for three days. */
    private static Optional<Tag> few(Sentence sentence, int from) {
        Integer days = SPANS.get(folded(sentence, from + 1));
        boolean ahead = Set.of("nua", "toi").contains(folded(sentence, from + 2));
        return folded(sentence, from).equals("vai") && ahead && days != null
                ? Optional.of(Tag.until(Concept.SPAN, Until.days(3 * days), from, from + 3))
                : Optional.empty();
    }

    private static Optional<Tag> span(Sentence sentence, int from) {
        return NumberWords.at(sentence, from).flatMap(number -> {
            int at = from + number.length();
            Integer days = SPANS.get(folded(sentence, at));
            return days == null || number.value() > 300
                    ? Optional.<Tag>empty()
                    : Optional.of(Tag.until(
                            Concept.SPAN,
                            Until.days(number.value() * days),
                            from,
                            PASSED.contains(folded(sentence, at + 1)) ? at + 2 : at + 1));
        });
    }
}
