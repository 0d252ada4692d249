package vn.loa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds numbers with signs in text: {@code 27/KH-MTTQ-BTT}, {@code 15/2026/QĐ-UBND}, {@code 132/UBND-VX} as the state and
 * the Front write them, {@code 12-KH/ĐU} as the Party does.
 */
final class NumberReader {
    private static final String PART = "\\p{Lu}[\\p{L}\\d&]{0,14}+";
    private static final String EDGE = "(?<![\\p{L}\\d/.,:-])";

    /** In running text blanks end a number, but for those around the first hyphen. */
    private static final Pattern RUNNING =
            Pattern.compile(EDGE + "(?<digits>\\d{1,5}[A-Da-dĐđ]?)(?:/(?<year>(?:19|20)\\d{2}))?"
                    + "(?<first>[/-])(?<sign>" + PART + "(?: ?[-–] ?" + PART
                    + ")?(?:[-–./]" + PART + "){0,3})");

    /** In a head each mark may stand apart; only there a lone letter of a scan is forgiven. */
    private static final Pattern SPACED = Pattern.compile(
            "(?<digits>\\d{1,5}(?:[Oo]\\d{1,3}(?=/))?[A-Da-dĐđ]?)\\s{0,3}(?:/\\s{0,2}(?<year>(?:19|20)\\d{2})\\s{0,2}(?=/))?"
                    + "(?<first>[/–-])\\s{0,2}(?<sign>" + PART + "(?: {0,2}[-–./] {0,2}" + PART + "){0,4})");

    private static final Pattern PART_END = Pattern.compile(" {0,2}[-–./] {0,2}|$");
    private static final Pattern ROAD = Pattern.compile("(?:QL|TL|ĐT|ĐH|HL)\\d.*|[A-Z]\\d?");

    private NumberReader() {}

    /** Returns a text in which other strokes (of fractions, of division, of full width) are slashes. */
    static String slashed(String text) {
        return text.replace('\u2044', '/').replace('\u2215', '/').replace('\uff0f', '/');
    }

    /** A number and where it stands. */
    record Found(DocumentNumber number, int start, int end) {}

    /** Returns all numbers of a running text, in order. */
    static List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = RUNNING.matcher(text);
        while (matcher.find()) {
            read(matcher, text).ifPresent(found::add);
        }
        return found;
    }

    /** Returns the number that stands at a position of a running text. */
    static Optional<Found> at(String text, int start) {
        Matcher matcher = RUNNING.matcher(text).region(start, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? read(matcher, text) : Optional.empty();
    }

    /** Returns the number that stands at a position of a head, blanks forgiven. */
    static Optional<Found> inHead(String text, int start) {
        Matcher matcher = SPACED.matcher(text).region(start, text.length());
        return matcher.lookingAt() ? read(matcher, text) : Optional.empty();
    }

    private static Optional<Found> read(Matcher matcher, String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder sign = new StringBuilder();
        String raw = matcher.group("sign");
        int end = 0;
        Matcher ends = PART_END.matcher(raw);
        int from = 0;
        String joint = "";
        while (from < raw.length() && ends.find(from)) {
            String part = raw.substring(from, ends.start());
            boolean apart = ends.start() > 0 && from > 0 && raw.charAt(from - 1) == ' ' && !joint.startsWith(" ");
            if (!isSignPart(part) || apart) {
                break;
            }
            sign.append(joint.strip().replace('–', '-')).append(part);
            parts.add(part);
            end = ends.start();
            joint = ends.group();
            from = ends.end();
        }
        boolean cut = end < raw.length();
        return parts.isEmpty() || (!cut && goesOn(text, matcher.end())) || !isSign(parts)
                ? Optional.empty()
                : number(matcher, sign.toString(), parts, matcher.start("sign") + end);
    }

    private static Optional<Found> number(Matcher matcher, String sign, List<String> parts, int end) {
        String year = matcher.group("year") == null ? "" : "/" + matcher.group("year");
        String first = matcher.group("first").replace('–', '-');
        if (first.equals("-") && (!year.isEmpty() || !sign.contains("/"))) {
            return Optional.empty();
        }
        String digits = matcher.group("digits").replaceAll("[Oo]", "0");
        DocumentNumber number = new DocumentNumber(digits + year + first + sign, digits, parts.get(0));
        return Optional.of(new Found(number, matcher.start(), end));
    }

    /** Mostly capitals; {@code TTr}, {@code CTr} and {@code QyĐ} are, {@code Ban} is not. */
    private static boolean isSignPart(String part) {
        long capitals = part.codePoints().filter(Character::isUpperCase).count();
        long letters = part.codePoints().filter(Character::isLetter).count();
        return capitals * 2 > letters || part.equals("TTg") || part.equals("QĐi");
    }

    /** A plate's number, a telephone's or a measure goes on with digits. */
    private static boolean goesOn(String text, int end) {
        return end + 1 < text.length()
                && "-./:".indexOf(text.charAt(end)) >= 0
                && Character.isDigit(text.charAt(end + 1));
    }

    /** {@code 12/A} is a house, {@code 12/QL1A} a road. */
    private static boolean isSign(List<String> parts) {
        return !ROAD.matcher(parts.get(0)).matches()
                && parts.stream().collect(Collectors.joining()).length() >= 2;
    }
}
