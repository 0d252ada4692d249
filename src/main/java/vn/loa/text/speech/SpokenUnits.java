package vn.loa.text.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of units by their signs, as {@code speech/units.txt} lists them. */
final class SpokenUnits {
    /** A unit that stands after its number; strokes divide units. */
    private static final Pattern AFTER = Pattern.compile(
            "\\s?((?:[%‰°º⁰˚℃'’′$€£₫]|tr\\.đ(?:ồng)?|ng\\.đ(?:ồng)?|[\\p{L}°º⁰˚µΩ]{1,6})(?:[²³]|[23](?!\\d|[.,]\\d))?)(?:(?=[xX]\\d)|(?![\\p{L}\\d²³]))");

    private static final Pattern PER =
            Pattern.compile("\\s?/\\s?((?:[\\p{L}µ]{1,8})(?:[²³]|[23](?!\\d|[.,]\\d))?)(?![\\p{L}\\d])");
    /** Signs that are no words, so that they are units without a number too. */
    private static final String BARE =
            "(?<![\\p{L}\\d])(?:km²|km2|m²|m2|m³|m3|cm²|cm2|cm³|cm3|mm2|km/h|m/s|kWh|kW|MW)(?![\\p{L}\\d])";

    private static final Pattern SCALED = Pattern.compile("(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn) $");
    /** Apart from their number these are names: {@code tòa 5 A}, {@code khối 3 K}. */
    private static final Set<String> ATTACHED = Set.of("k", "K", "s", "S", "A", "V", "v", "W", "w", "L", "M", "tr");

    /** Units whose signs mostly stand for something else, by the words that stand before their number. */
    private static final Map<String, Pattern> MEASURED = Map.of(
            "TV",
            Pattern.compile("(?iu)(?:tnhh|hữu hạn) \\d{1,2}$"),
            "T",
            Pattern.compile("(?iu)(?:tải|trọng lượng|nặng|xe)[^.;]{0,30}$"),
            "TB",
            Pattern.compile("(?iu)(?:dung lượng|ổ|ssd|hdd|bộ nhớ|lưu trữ|dữ liệu)[^.;]{0,30}$"),
            "HP",
            Pattern.compile("(?iu)(?:công suất|bơm|máy|động cơ|mô tơ|mô-tơ)[^.;]{0,30}$"));

    private static final Pattern MARK = Pattern.compile("(?<![\\d.,])\\d{1,2},\\d{1,2}$");
    private static final int LONGEST_MARK = 6;
    private static final int LOOKED_BACK = 60;
    private static final Pattern COMRADE = Pattern.compile("/(?:c|chí|tượng|vị|v)(?!\\p{L})");

    private final Map<String, String> names;

    private SpokenUnits(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    static SpokenUnits standard() {
        Map<String, String> names = new HashMap<>();
        SpeechTable.read("units.txt").forEach(row -> names.put(row.get(0), row.get(1)));
        return new SpokenUnits(names);
    }

    /**
     * A unit with its spoken words.
     *
     * @param words the unit in words, a space before it
     * @param end where it ends
     */
    record Found(String words, int end) {}

    /** Returns the unit that a text has at a place, behind a number. */
    Optional<Found> after(String text, int place) {
        Matcher unit = SpeechContext.at(AFTER, text, place);
        if (!unit.lookingAt() || !names.containsKey(unit.group(1)) || isElse(text, unit)) {
            return Optional.empty();
        }
        String name = isMark(text, unit) ? "điểm" : names.get(unit.group(1));
        return Optional.of(divided(text, new Found(name.isEmpty() ? "" : " " + name, unit.end())));
    }

    /**
     * A lone quotation mark closes a quotation; a unit of one letter apart from its number may be a name, and "đ/c" is no
     * money.
     */
    private static boolean isElse(String text, Matcher unit) {
        String sign = unit.group(1);
        boolean spaced = Character.isWhitespace(text.charAt(unit.start()));
        boolean quoted = "'’′".contains(sign) && (spaced || isOpened(text, unit.start(), sign.charAt(0)));
        boolean name = spaced && ATTACHED.contains(sign) && !(sign.equals("tr") && text.startsWith("/", unit.end()));
        boolean comrade =
                sign.equals("đ") && SpeechContext.at(COMRADE, text, unit.end(1)).lookingAt();
        return quoted || name || comrade || !isMeasured(text, unit);
    }

    /** {@code 9,5đ} are points, since no price has tenths. */
    private static boolean isMark(String text, Matcher unit) {
        return unit.group(1).equals("đ")
                && MARK.matcher(text.substring(Math.max(0, unit.start() - LONGEST_MARK), unit.start()))
                        .find();
    }

    private static boolean isMeasured(String text, Matcher unit) {
        Pattern measured = MEASURED.get(unit.group(1));
        return measured == null
                || measured.matcher(text.substring(Math.max(0, unit.start() - LOOKED_BACK), unit.start()))
                        .find();
    }

    /** Tells whether a quotation began before a place; a mark behind a digit begins none. */
    private static boolean isOpened(String text, int place, char mark) {
        char opening = mark == '’' ? '‘' : mark;
        for (int at = text.lastIndexOf(opening, place - 1); at >= 0; at = text.lastIndexOf(opening, at - 1)) {
            if (at == 0 || !Character.isDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private Found divided(String text, Found unit) {
        Found all = unit;
        boolean price = all.words().endsWith("đồng")
                || all.words().endsWith("Mỹ")
                || all.words().endsWith("phần trăm")
                || all.words().endsWith("lượt")
                || all.words().endsWith("nghìn")
                || all.words().endsWith("triệu");
        Matcher per = SpeechContext.at(PER, text, all.end());
        while (per.lookingAt() && names.containsKey(per.group(1))) {
            String by = price || per.group(1).equals("người") ? " một " : " trên ";
            all = new Found(all.words() + by + per(per.group(1)), per.end());
            per = SpeechContext.at(PER, text, all.end());
        }
        return all;
    }

    private String per(String sign) {
        String name = names.getOrDefault(sign, sign);
        return name.isEmpty() ? sign : name;
    }

    /** Returns the name of a unit by its sign. */
    Optional<String> named(String sign) {
        return Optional.ofNullable(names.get(sign));
    }

    /** Returns the rule for units without a number. */
    List<SpeechRule> bare() {
        return List.of(
                SpeechRule.of(
                        "[\\p{L}µ]{1,4}[23²³]?(?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> context.follows(SCALED) ? named(found.group()) : Optional.empty()),
                SpeechRule.of(
                        BARE,
                        SpeechContext.Kind.TEXT,
                        (found, context) -> after(" " + found.group(), 0)
                                .map(unit -> unit.words().strip())));
    }
}
