package vn.loa.command.announce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.store.delivery.Repetition;
import vn.loa.text.Folding;

/** Reads how often an announcement is to go: {@code 7h thứ hai hằng tuần}. Pure. */
final class RepetitionReader {
    private static final int LONGEST = 80;
    private static final Pattern EVERY = Pattern.compile("(?<![a-z])(?:hang|moi)( hai)? (ngay|tuan|thang)(?![a-z])");

    private RepetitionReader() {}

    /** Returns how often; empty for once. */
    static Optional<Repetition> read(String words) {
        String folded = Folding.fold(words.strip());
        if (folded.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher every = EVERY.matcher(folded);
        if (!every.find() || every.group(1) != null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (every.group(2)) {
                    case "ngay" -> Repetition.DAILY;
                    case "tuan" -> Repetition.WEEKLY;
                    default -> Repetition.MONTHLY;
                });
    }
}
