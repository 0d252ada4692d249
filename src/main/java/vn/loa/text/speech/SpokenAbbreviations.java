package vn.loa.text.speech;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.speech.AbbreviationTable.Abbreviation;

/** Says abbreviations in full; those that are not listed stay as they are. */
final class SpokenAbbreviations {
    private static final String TOKEN = "[\\p{L}][\\p{L}\\d]{0,15}(?:[.&/-][\\p{L}\\d]{1,12}){0,6}+";
    private static final Pattern ONE = Pattern.compile("(?<![\\p{L}\\p{M}])" + TOKEN);
    private static final Pattern TWO = Pattern.compile("(?<![\\p{L}\\p{M}])(" + TOKEN + " )" + TOKEN);
    private static final Pattern JOINED =
            Pattern.compile("(?<![\\p{L}\\p{M}])(" + TOKEN + "(?: (?:và|&) |, ?))" + TOKEN);
    private static final Pattern SPACED = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\d])(?<![\\p{Lu}] ?[-&] ?)[A-ZĐƯ]{2,6}(?:(?: ?[-–&] ?|, ?)[A-ZĐƯ]{2,6}){1,3}+(?![\\p{L}\\d])(?! ?[-&] ?\\p{Lu}{2})");
    private static final Pattern PAIR = Pattern.compile("(?<!\\p{L})\\p{Lu}{2}(?!\\p{L})");
    private static final Pattern BLANKS = Pattern.compile(" ");
    /** No times behind them: {@code X1-X5}. */
    private static final Pattern SERIES = Pattern.compile("[-–,(] ?$");

    private static final Pattern NAME = Pattern.compile("\\.? ?[\\p{Lu}\\d]");
    private static final Pattern DOTTED_NAME = Pattern.compile("\\. ?[\\p{Lu}\\d]");
    private static final Pattern NUMBER = Pattern.compile("\\.? (?:số:? ?)?\\d++(?![.,]\\d| ?%)");
    /** Kinds of documents whose number is written without a blank: {@code NQ57}. */
    private static final Set<String> RESOLVED = Set.of("NQ", "NĐ", "QĐ", "KL");

    private static final Pattern ATTACHED = Pattern.compile("\\d{2,4}(?![\\p{L}\\d])");
    private static final Pattern DIGITS = Pattern.compile("\\.? ?[1-9]");
    private static final Pattern FULL_STOP = Pattern.compile("\\.(?= ?[\\p{L}\\d]|[,;:)])");
    /** Joins two abbreviations: {@code UB.MTTQ}. */
    private static final Pattern JOINING_STOP = Pattern.compile("\\.(?=\\p{Lu}{2})");

    private static final Pattern AFTER_NAME = Pattern.compile("\\p{Lu}\\p{Ll}{1,6} $");

    /** Words whose second syllable is not the first word of a name: "Đại hội HND", "cán bộ BNV". */
    private static final Pattern COMPOUND =
            Pattern.compile("(?<!\\p{L})(?:(?:đại|hiệp|xã|quốc|lễ) hội|(?:cán|tiểu|nội|đồng) bộ|quốc gia) $");

    /** "2 viên x 3 lần". */
    private static final Pattern COUNTED =
            Pattern.compile("(?<!\\d)\\d{1,4} ?(?:\\p{Ll}{2,6}|m)(?:/\\p{Ll}{2,6})? $" + "|\\d[^.;:]{0,40} $");

    /** Parts of an address that is spelled out. */
    private static final Pattern HOST_GOES_ON = Pattern.compile(" (?:chấm|a còng|gạch) ");

    private static final Pattern IN_HOST = Pattern.compile(" (?:chấm|a còng|gạch ngang|gạch dưới) $");
    private static final Pattern ON_WEEKDAY =
            Pattern.compile("(?<!\\p{L})(?:ngày|sáng|trưa|chiều|tối|đêm|nghỉ|trừ|\\d{1,2}h\\d{0,2}) $");

    private static final Pattern WEEKLY = Pattern.compile(
            " (?:hằng|hàng|mỗi) tuần| (?:nghỉ|làm việc|trực)(?!\\p{L})| tuần (?:này|tới|sau|trước)(?!\\p{L})| (?:và|&) (?:CN|T[2-7])(?!\\p{L})|,? ?(?:ngày |\\()\\d{1,2}/\\d");

    private static final Pattern CALLED = Pattern.compile("(?:\\d ?\\(|\\d - ?|liên hệ:? |lh:? |gặp:? )$");
    private static final Map<String, String> ADDRESSED = Map.of("A", "anh", "C", "chị", "Ô", "ông", "B", "bà");

    /** Stations whose channels are called by the sign and a number. */
    private static final Set<String> STATIONS = Set.of("VTV", "VOV", "HTV", "THVL", "VTC", "SCTV");

    private static final Pattern CHANNEL = Pattern.compile(" ?\\d| (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín)(?!\\p{L})");

    private final AbbreviationTable table;
    private final AbbreviationSenses senses = AbbreviationSenses.standard();

    SpokenAbbreviations(AbbreviationTable table) {
        this.table = table;
    }

    List<SpeechRule> rules() {
        return List.of(
                days(),
                day(),
                SpeechRule.of(
                        "(?<![\\p{L}\\d])T(1[0-2]|0?[1-9])[/-]((?:19|20)\\d{2})(?!\\d)",
                        SpeechContext.Kind.DATE,
                        (found, context) -> Optional.of("tháng " + SpokenNumbers.month(Integer.parseInt(found.group(1)))
                                + " năm " + SpokenNumbers.cardinal(found.group(2)))),
                SpeechRule.of(
                        "(?<=[Rr]ằm )T(1[0-2]|[1-9])(?![\\p{L}\\d])",
                        SpeechContext.Kind.DATE,
                        (found, context) ->
                                Optional.of("tháng " + SpokenNumbers.month(Integer.parseInt(found.group(1))))),
                SpeechRule.of(
                        "(?<![\\p{L}\\d])T([2-7])(?![\\p{L}\\d]|[/.-]\\d)",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> context.follows(ON_WEEKDAY) || context.precedes(found.end(), WEEKLY)
                                ? Optional.of("thứ " + SpokenNumbers.ordinal(Long.parseLong(found.group(1))))
                                : Optional.empty()),
                SpeechRule.of(
                        "(?<![\\p{L}\\d])Q\\.? ?(?:([1-4])|(I{1,3}|IV))/((?:19|20)\\d{2})(?!\\d)",
                        SpeechContext.Kind.DATE,
                        (found, context) -> Optional.of("quý "
                                + SpokenNumbers.cardinal(
                                        found.group(1) == null
                                                ? SpokenRomanNumerals.value(found.group(2))
                                                : Integer.parseInt(found.group(1)))
                                + " năm " + SpokenNumbers.cardinal(found.group(3)))),
                SpeechRule.of(
                        "[xX](?=\\s?\\d|\\s(?:rộng|cao|dài|sâu|dày|hệ số)\\s\\d)",
                        SpeechContext.Kind.TEXT,
                        (found, context) -> (context.last() == SpeechContext.Kind.NUMBER || context.follows(COUNTED))
                                        && !SERIES.matcher(context.before()).find()
                                ? Optional.of(" nhân ")
                                : Optional.empty()),
                SpeechRule.of(
                        "(?<![\\p{L}\\d])([PQ])(?=\\d{1,2}, ?(?:[PQ]\\.? ?\\d|[QP]\\. ?\\p{Lu}|[Tt][Pp]|[Qq]uận|[Tt]hành phố))",
                        SpeechContext.Kind.TEXT,
                        (found, context) -> Optional.of(found.group(1).equals("P") ? "phường " : "quận ")),
                person(),
                SpeechRule.of(
                        "(?<![\\p{L}\\d])BS(?=:? ?\\d{2} ?[A-ZĐ])",
                        SpeechContext.Kind.TEXT, (found, context) -> Optional.of("biển số")),
                this::spaced,
                context -> listed(context, JOINED),
                context -> listed(context, TWO),
                context -> listed(context, ONE));
    }

    /** {@code 0912345678 (A. Tuấn)}: how whoever is called is addressed. */
    private static SpeechRule person() {
        return SpeechRule.of(
                "(?<![\\p{L}\\d])([ACÔB])\\. ?(?=\\p{Lu}\\p{Ll}{0,6}[),.;]|\\p{Lu}\\p{Ll}{0,6}$)",
                SpeechContext.Kind.TEXT,
                (found, context) -> context.follows(CALLED)
                        ? Optional.ofNullable(ADDRESSED.get(found.group(1))).map(word -> word + " ")
                        : Optional.empty());
    }

    /** Three days with hyphens are no span: {@code T3-T5-T7}. */
    private static SpeechRule days() {
        return SpeechRule.of(
                "(?<![\\p{L}\\d])(?:T[2-7]-){2,5}+(?:T[2-7]|CN)(?![\\p{L}\\d])",
                SpeechContext.Kind.NUMBER,
                (found, context) -> Optional.of(Stream.of(found.group().split("-"))
                        .map(day -> day.equals("CN")
                                ? "chủ nhật"
                                : "thứ " + SpokenNumbers.ordinal(Long.parseLong(day.substring(1))))
                        .collect(Collectors.joining(", "))));
    }

    /** Days of the week as opening hours write them: {@code T2-T6}. */
    private static SpeechRule day() {
        return SpeechRule.of(
                "(?<![\\p{L}\\d])(?:T([2-7])(?=(?:\\s?[-–,]\\s?|\\sđến\\s)(?:T[2-7]|CN)(?![\\p{L}\\d]))|(?<=T[2-7](?:\\s?[-–,]\\s?|\\sđến\\s))(?:T([2-7])|CN))(?![\\p{L}\\d])",
                SpeechContext.Kind.NUMBER,
                (found, context) -> {
                    String day = found.group(1) == null ? found.group(2) : found.group(1);
                    return Optional.of(day == null ? "chủ nhật" : "thứ " + SpokenNumbers.ordinal(Long.parseLong(day)));
                });
    }

    /** Signs with blanks around their hyphens: {@code Sở TN - MT}, {@code Phòng LĐ - TB & XH}. */
    private Optional<SpeechRule.Spoken> spaced(SpeechContext context) {
        Matcher found = SpeechContext.at(SPACED, context.text(), context.start());
        if (!found.lookingAt() || !PAIR.matcher(found.group()).find()) {
            return Optional.empty();
        }
        return table.find(BLANKS.matcher(found.group()).replaceAll(""))
                .filter(sign -> sign.marks().isEmpty())
                .map(sign -> spoken(sign.words(), context, found.end(), false));
    }

    /** Finds the longest part of a token that is listed. */
    private Optional<SpeechRule.Spoken> listed(SpeechContext context, Pattern form) {
        Matcher token = SpeechContext.at(form, context.text(), context.start());
        if (!token.lookingAt()) {
            return Optional.empty();
        }
        int least = form == ONE ? context.start() : token.end(1);
        for (int end = token.end(); end > least; end = shorter(context.text(), end)) {
            Optional<SpeechRule.Spoken> said = isHalf(context, end) ? Optional.empty() : said(context, end);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /** Two letters that hang on other capitals are half of something: {@code TP-HT}. */
    private static boolean isHalf(SpeechContext context, int end) {
        String text = context.text();
        return end - context.start() <= 2
                && end + 1 < text.length()
                && "-&".indexOf(text.charAt(end)) >= 0
                && Character.isUpperCase(text.charAt(end + 1))
                && (end + 2 == text.length() || !Character.isLowerCase(text.charAt(end + 2)));
    }

    /** The end of the part before the last sign, or before the digits that letters end with. */
    private static int shorter(String text, int end) {
        boolean digits = Character.isDigit(text.charAt(end - 1));
        int at = end - 1;
        while (at > 0
                && Character.isLetterOrDigit(text.charAt(at))
                && (digits || !Character.isDigit(text.charAt(at)))) {
            if (digits && Character.isLetter(text.charAt(at))) {
                return at + 1;
            }
            at--;
        }
        return Character.isDigit(text.charAt(at)) ? at + 1 : at;
    }

    private Optional<SpeechRule.Spoken> said(SpeechContext context, int end) {
        String text = context.text();
        boolean whole = end == text.length() || !Character.isLetter(text.charAt(end));
        String written = text.substring(context.start(), end);
        Optional<String> sense = whole ? senses.find(written, context, end) : Optional.empty();
        if (sense.isPresent()) {
            return Optional.of(spoken(sense.get(), context, end, true));
        }
        String kind = SpokenDocumentSigns.KINDS.get(written);
        if (kind != null
                && (context.precedes(end, NUMBER) || RESOLVED.contains(written) && context.precedes(end, ATTACHED))) {
            return Optional.of(spoken(kind, context, end, true));
        }
        return table.find(written)
                .filter(found -> whole && !isInHost(written, context, end))
                .flatMap(found -> {
                    if (counts(found, context, end)) {
                        return Optional.of(spoken(
                                found.words(), context, end, !found.marks().isEmpty()));
                    }
                    return Optional.of(found.elsewhere())
                            .filter(words -> !words.isEmpty())
                            .map(words -> spoken(words, context, end, false));
                });
    }

    private static boolean isInHost(String written, SpeechContext context, int end) {
        return Character.isLowerCase(written.charAt(0))
                && (context.precedes(end, HOST_GOES_ON) || context.follows(IN_HOST));
    }

    private static SpeechRule.Spoken spoken(String words, SpeechContext context, int end, boolean stop) {
        boolean stopped = stop && context.precedes(end, FULL_STOP) || context.precedes(end, JOINING_STOP);
        int after = stopped ? end + 1 : end;
        String written = context.text().substring(context.start(), end);
        return new SpeechRule.Spoken(notTwice(words, written, context), after, SpeechContext.Kind.TEXT);
    }

    /** Leaves out the first word where it was written before the abbreviation, as in "đường ĐT.428" or "Ban BCĐ". */
    private static String notTwice(String words, String written, SpeechContext context) {
        int blank = words.indexOf(' ');
        String first = lower(words.substring(0, blank + 1));
        boolean twice = blank > 0
                && (" " + context.before()).endsWith(" " + first)
                && !COMPOUND.matcher(context.before()).find()
                && !lower(written).startsWith(first);
        return twice ? words.substring(blank + 1) : words;
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    private static boolean counts(Abbreviation found, SpeechContext context, int end) {
        boolean digits = end < context.text().length()
                && Character.isDigit(context.text().charAt(end));
        if (STATIONS.contains(context.text().substring(context.start(), end)) && context.precedes(end, CHANNEL)) {
            return false;
        }
        if (found.has('p')) {
            return context.precedes(end, DOTTED_NAME)
                    && !AFTER_NAME.matcher(context.written()).find();
        }
        if (found.has('#')) {
            return context.precedes(end, DIGITS);
        }
        return found.has('n') ? context.precedes(end, NAME) : !digits || end - context.start() > 2;
    }
}
