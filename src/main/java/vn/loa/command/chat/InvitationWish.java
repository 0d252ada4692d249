package vn.loa.command.chat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what somebody wants an invitation for, as one line says it: {@code xã Phú Xuyên: văn hóa, tập huấn; 3 ngày}, or as
 * tables of people have it, {@code thôn Thượng; văn hóa, tập huấn}.
 *
 * @param unit the words for the unit to which the chat will belong, an empty string for none
 * @param follow the words for what it will follow
 * @param goodFor how long the code will be valid
 */
record InvitationWish(String unit, List<String> follow, Duration goodFor) {
    /** The most lines of a list. */
    static final int MOST = 50;

    /** A bullet or a number before a line of a list. */
    private static final Pattern MARK = Pattern.compile("^(?:[-–•*+]\\s+|\\d{1,2}\\s?[.)]\\s+)");
    /** A tab or a bar stands between the cells of a table that was copied. */
    private static final Pattern CELLS = Pattern.compile("\\s*[\\t|]+\\s*");

    private static final String DAYS = "(?:;\\s*(\\d{1,2})\\s*(?:ngày|ngay|days?)\\s*)?";
    private static final Pattern WITH_COLON =
            Pattern.compile("([^:;]*)(?::([^;]*))?" + DAYS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WITH_SEMICOLON =
            Pattern.compile("([^:;]+);([^;]*)" + DAYS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    InvitationWish {
        Objects.requireNonNull(unit);
        follow = List.copyOf(follow);
        Objects.requireNonNull(goodFor);
    }

    /** Reads a list, a line each, or nothing at all, which is one wish for nothing particular; empty when one is unclear. */
    static Optional<List<InvitationWish>> read(String words) {
        List<String> lines = words.strip().isEmpty() ? List.of("") : lines(words);
        List<InvitationWish> wishes = lines.stream()
                .map(InvitationWish::line)
                .flatMap(Optional::stream)
                .toList();
        return wishes.size() == lines.size() ? Optional.of(wishes) : Optional.empty();
    }

    /** Returns a list in which this is followed wherever that was wished for. */
    static String replaced(String words, String item, String by) {
        return Pattern.compile("(?<=[:;,])[ \\t]*" + Pattern.quote(item) + "[ \\t]*(?=[,;\\r\\n]|$)")
                .matcher(words)
                .replaceAll(Matcher.quoteReplacement(" " + by));
    }

    /** Returns the lines of a list, without the marks and numbers before them and with a semicolon between two cells. */
    static List<String> lines(String words) {
        return words.lines()
                .map(line -> MARK.matcher(line.strip()).replaceFirst("").strip())
                .map(line -> CELLS.matcher(line).replaceAll("; "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns whether a line of a list tells what is wanted. */
    static boolean clear(String line) {
        return line(line).isPresent();
    }

    private static Optional<InvitationWish> line(String line) {
        Matcher colon = WITH_COLON.matcher(line);
        if (colon.matches()) {
            return wish(colon);
        }
        Matcher semicolon = WITH_SEMICOLON.matcher(line);
        return semicolon.matches() ? wish(semicolon) : Optional.empty();
    }

    private static Optional<InvitationWish> wish(Matcher said) {
        int days = said.group(3) == null ? (int) Invitations.GOOD_FOR.toDays() : Integer.parseInt(said.group(3));
        List<String> follow = said.group(2) == null
                ? List.of()
                : Arrays.stream(said.group(2).split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
        return days == 0
                ? Optional.empty()
                : Optional.of(new InvitationWish(said.group(1).strip(), follow, Duration.ofDays(days)));
    }
}
