package vn.loa.command.intent;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times of day in a sentence: {@code 7h}, {@code 7:30}, {@code bảy giờ sáng}, {@code 4 rưỡi chiều}, {@code 8 giờ
 * kém 15}.
 */
final class ClockTimes {
    private static final Pattern GLUED =
            Pattern.compile("(\\d{1,2})(?:(?:h|g|gio)(?:(\\d{1,2})(?:p|ph|phut)?)?|:(\\d{2}))(am|pm)?");

    private static final Set<String> HOURS = Set.of("gio", "h", "g");
    private static final Set<String> HALVES = Set.of("sang", "trua", "chieu", "toi", "dem", "khuya", "am", "pm");

    /** Words between a part of the day and its time: "buổi tối lúc 8 giờ". */
    private static final Set<String> LINKS = Set.of("luc", "vao", "khoang", "tam", "cu", "thi");

    /** Words that make a part of the day a habit: "mỗi tối". */
    private static final Set<String> HABITS = Set.of("moi", "buoi", "hang", "cac");

    private ClockTimes() {}

    /** Holds the part of a time that has been read so far. */
    private record Partial(int hour, int minute, int at, boolean told) {}

    /** Reads the time that begins at a position, with the part of the day before it where there is one. */
    static Optional<Tag> at(Sentence sentence, int from) {
        boolean halfFirst = isHalf(sentence, from);
        int start = halfFirst ? from + 1 : from;
        Optional<Partial> hour = hour(sentence, start);
        if (hour.isEmpty()) {
            return Optional.empty();
        }
        Partial whole = minutes(sentence, hour.get());
        boolean halfLast = isHalf(sentence, whole.at()) && !isHalfOfNext(sentence, whole.at());
        if (!whole.told() && !halfLast || halfFirst && !whole.told()) {
            return Optional.empty();
        }
        int end = halfLast ? whole.at() + 1 : whole.at();
        String half = halfLast
                ? sentence.word(whole.at()).folded()
                : halfFirst ? sentence.word(from).folded() : habit(sentence, from);
        return time(whole, half).map(time -> Tag.time(time, from, end));
    }

    private static boolean isHalf(Sentence sentence, int at) {
        if (at >= sentence.size() || !HALVES.contains(sentence.word(at).folded())) {
            return false;
        }
        SpokenWord word = sentence.word(at);
        boolean person = word.lower().equals("tôi")
                || word.lower().equals("toi")
                        && at > 0
                        && sentence.word(at - 1).folded().equals("cho");
        return !person && (word.unmarked() || !word.lower().equals("tới"));
    }

    /** Returns the part of the day that a habit before the time names, or an empty string. */
    private static String habit(Sentence sentence, int from) {
        int at = from - 1;
        while (at > 0 && LINKS.contains(sentence.word(at).folded())) {
            at--;
        }
        boolean named = at > 0
                && isHalf(sentence, at)
                && HABITS.contains(sentence.word(at - 1).folded());
        return named ? sentence.word(at).folded() : "";
    }

    /** Tells whether the part of the day belongs to the next time, as in "sáng 7h chiều 4h". */
    private static boolean isHalfOfNext(Sentence sentence, int at) {
        return hour(sentence, at + 1)
                .map(next -> minutes(sentence, next))
                .filter(Partial::told)
                .isPresent();
    }

    private static Optional<Partial> hour(Sentence sentence, int at) {
        if (at >= sentence.size()) {
            return Optional.empty();
        }
        Matcher glued = GLUED.matcher(sentence.word(at).folded());
        if (glued.matches()) {
            int minute = number(glued.group(2)) + number(glued.group(3));
            int hour = Integer.parseInt(glued.group(1)) + ("pm".equals(glued.group(4)) ? 12 : 0);
            return Optional.of(new Partial(hour, minute, at + 1, true));
        }
        return NumberWords.at(sentence, at).map(number -> {
            int next = at + number.length();
            boolean named =
                    next < sentence.size() && HOURS.contains(sentence.word(next).folded());
            return new Partial(number.value(), 0, named ? next + 1 : next, named || endsWithHour(sentence, at, next));
        });
    }

    /** Tells whether a lone number ends a clause as its hour: "gửi tin lúc 7". */
    private static boolean endsWithHour(Sentence sentence, int at, int next) {
        boolean end = next == sentence.size() || sentence.word(next - 1).ends();
        return end && at > 0 && sentence.word(at - 1).folded().equals("luc");
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Reads the minutes: "rưỡi", "kém 15", "30 phút". */
    private static Partial minutes(Sentence sentence, Partial hour) {
        int at = hour.at();
        if (at < sentence.size() && sentence.word(at).folded().equals("ruoi")) {
            return new Partial(hour.hour(), 30, at + 1, true);
        }
        if (!hour.told() || hour.minute() > 0) {
            return hour;
        }
        boolean less = at < sentence.size() && sentence.word(at).folded().equals("kem");
        Optional<NumberWords.SaidNumber> minutes = NumberWords.at(sentence, less ? at + 1 : at);
        if (minutes.isEmpty() || minutes.get().value() >= 60 || minutes.get().value() == 0) {
            return hour;
        }
        int end = (less ? at + 1 : at) + minutes.get().length();
        boolean named = end < sentence.size()
                && Set.of("phut", "p", "ph").contains(sentence.word(end).folded());
        boolean alone = end == sentence.size() || named || isHalf(sentence, end);
        if (!less && !alone) {
            return hour;
        }
        int minute = minutes.get().value();
        return new Partial(
                less ? hour.hour() - 1 : hour.hour(), less ? 60 - minute : minute, named ? end + 1 : end, true);
    }

    private static Optional<LocalTime> time(Partial told, String half) {
        int hour = inHalf(told.hour(), half);
        return hour >= 0 && hour < 24 && told.minute() < 60
                ? Optional.of(LocalTime.of(hour, told.minute()))
                : Optional.empty();
    }

    /** Returns the hour of the day. Twelve at night is midnight, and so is the hour 24. */
    private static int inHalf(int hour, String half) {
        boolean small = hour < 12;
        return switch (half) {
            case "chieu", "pm" -> small ? hour + 12 : hour;
            case "toi" -> small ? hour + 12 : hour == 12 ? 0 : hour;
            case "dem", "khuya" -> small && hour >= 6 ? hour + 12 : hour % 12 == 0 ? 0 : hour;
            case "trua" -> hour < 10 ? hour + 12 : hour;
            default -> hour == 24 ? 0 : hour;
        };
    }
}
