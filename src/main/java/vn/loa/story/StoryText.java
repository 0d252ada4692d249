package vn.loa.story;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.model.ArticleContent;

/**
 * An article's lead and body in the form in which stories are compared: hashes of its shingles (four words in a row,
 * folded), and its facts (numbers and names) with the words around each. The title is left out: portals change it first.
 */
public final class StoryText {
    private static final int SHINGLE = 4;
    private static final int CONTEXT = 2;
    private static final String MASK = "#";
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})(?<mark>[/.-])(\\d{1,2})(?<year>[/.-]\\d{4})?");
    /** Stand before a day that is written without its year, as does the name of a weekday; "3/4 hộ" is a part. */
    private static final Set<String> DAY_WORDS = Set.of(
            "ngay", "sang", "trua", "chieu", "toi", "dem", "hom", "tu", "den", "hai", "ba", "nam", "sau", "bay", "nhat",
            "nay", "qua", "mai");

    /** The word before the name of a place, and of which kind it is: a village is named beside its province. */
    private static final Map<String, String> PLACE_KINDS = Map.ofEntries(
            Map.entry("tinh", "province"),
            Map.entry("huyen", "district"),
            Map.entry("quan", "district"),
            Map.entry("xa", "commune"),
            Map.entry("phuong", "commune"),
            Map.entry("tran", "commune"),
            Map.entry("ubnd", "commune"),
            Map.entry("hdnd", "commune"),
            Map.entry("mttq", "commune"),
            Map.entry("thon", "village"),
            Map.entry("xom", "village"),
            Map.entry("ap", "village"),
            Map.entry("ban", "village"),
            Map.entry("buon", "village"),
            Map.entry("khu", "quarter"),
            Map.entry("pho", "town"));

    /** Beside a number that tells a time or how old an anniversary is, not how many. */
    private static final Set<String> TIME_WORDS = Set.of("nam", "gio", "ngay", "thang", "h", "phut", "tuoi");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d(?:-(?:19|20)\\d\\d)?|\\d{1,2}h\\d{0,2}");

    /** Says that something is put off or set anew; "di dời" and "đẩy lùi" do not. */
    private static final Pattern PUTS_OFF = Pattern.compile("(?iu)(?<!\\p{L})(?:(?<!di )dời|hoãn|(?<!đẩy )lùi"
            + "|(?:điều chỉnh|thay đổi|đổi|chuyển) (?:lại )?(?:thời gian|lịch|ngày|giờ|địa điểm))(?!\\p{L})");

    /** Coming things are announced within so many UTF-16 units, and paragraphs. */
    private static final int OPENING = 300;

    private static final int OPENING_PARTS = 3;

    private static final Pattern ANNOUNCES =
            Pattern.compile("(?iu)(?<!\\p{L})(?:sẽ|dự kiến|sắp|lấy ý kiến|thông báo(?! kết quả))(?!\\p{L})");

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Set<Long> shingles = new HashSet<>();
    private final Set<String> facts = new HashSet<>();
    private final Set<String> factWords = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> amounts = new HashSet<>();
    private final Map<Context, Set<String>> factsByContext = new HashMap<>();
    private final Set<MonthDay> days = new HashSet<>();
    private final boolean puttingOff;
    private final boolean announcing;
    private String firstPlace = "";

    /**
     * The words around a fact, with other facts masked.
     *
     * @param ofName whether the fact is a name
     * @param placeKind what kind of place they say that the fact names; empty when it names none
     * @param ofPeriod whether they say that the fact tells which of several months, weeks, rounds it is, or it is a date
     */
    record Context(String words, boolean ofName, String placeKind, boolean ofPeriod) {
        /** Returns whether the words around the fact say that it names a place. */
        boolean ofPlace() {
            return !placeKind.isEmpty();
        }
    }

    private StoryText(List<String> parts) {
        List<StoryWords.Word> words = StoryWords.of(parts);
        puttingOff = parts.stream().anyMatch(part -> PUTS_OFF.matcher(part).find());
        announcing = ANNOUNCES.matcher(opening(parts)).find();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(hash(words.subList(i, i + SHINGLE).stream()
                    .map(StoryWords.Word::folded)
                    .toList()));
        }
        readFacts(words);
    }

    /** Promises at the end of a report announce nothing. */
    private static String opening(List<String> parts) {
        String text = String.join(" ", parts.subList(0, Math.min(parts.size(), OPENING_PARTS)));
        return text.substring(0, Math.min(text.length(), OPENING));
    }

    /** Reads an article. */
    public static StoryText of(ArticleContent content) {
        List<String> parts = new ArrayList<>();
        parts.add(content.lead());
        parts.addAll(content.paragraphs());
        return new StoryText(parts);
    }

    /** FNV-1a over the letters, then the finalizer of MurmurHash3, so that the least hashes are a fair sample. */
    private static long hash(List<String> words) {
        long hash = FNV_OFFSET;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ ' ') * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** Neighbouring words of a name or a number are one fact. */
    private void readFacts(List<StoryWords.Word> words) {
        List<String> row = new ArrayList<>();
        boolean open = false;
        for (StoryWords.Word word : words) {
            if (word.fact() && open) {
                int last = row.size() - 1;
                row.set(last, row.get(last) + " " + word.folded());
            } else {
                row.add(word.fact() ? MASK + word.folded() : word.folded());
            }
            open = word.fact() && !word.last();
        }
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).startsWith(MASK)) {
                addFact(row, i);
            }
        }
    }

    private void addFact(List<String> row, int at) {
        String written = row.get(at).substring(MASK.length());
        String fact = FactForm.of(written);
        Context context = context(row, at);
        add(context, fact);
        Stream.of(fact.split(" "))
                .filter(word -> Character.isDigit(word.charAt(0)))
                .forEach(numbers::add);
        addAmounts(row, at, fact);
        FactForm.year(written)
                .ifPresent(year -> add(new Context("year of " + fact, false, "", true), fact + "/" + year));
        day(row, at).ifPresent(days::add);
        firstPlace = firstPlace.isEmpty() && context.ofPlace() ? fact : firstPlace;
    }

    /** The numbers that tell how many or how much: no days, years, hours or anniversaries. */
    private void addAmounts(List<String> row, int at, String fact) {
        String before = at > 0 ? row.get(at - 1) : "";
        String after = at + 1 < row.size() ? row.get(at + 1) : "";
        if (!TIME_WORDS.contains(before) && !TIME_WORDS.contains(after) && !StoryWords.PERIODS.contains(before)) {
            Stream.of(fact.split(" "))
                    .filter(word -> Character.isDigit(word.charAt(0)))
                    .filter(word ->
                            !DATE.matcher(word).matches() && !YEAR.matcher(word).matches())
                    .forEach(amounts::add);
        }
    }

    private void add(Context context, String fact) {
        facts.add(fact);
        factWords.addAll(List.of(fact.split(" ")));
        factsByContext.computeIfAbsent(context, key -> new HashSet<>()).add(fact);
    }

    private static Context context(List<String> row, int at) {
        StringBuilder context = new StringBuilder();
        for (int i = at - CONTEXT; i <= at + CONTEXT; i++) {
            String word = i < 0 || i >= row.size() ? "" : row.get(i);
            context.append(word.startsWith(MASK) ? MASK : word).append(' ');
        }
        String before = at > 0 ? row.get(at - 1) : "";
        String fact = row.get(at).substring(MASK.length());
        boolean named = !Character.isDigit(fact.charAt(0));
        boolean ofDay = before.equals("ngay") || DAY_WORDS.contains(before) && fact.indexOf('/') > 0;
        boolean ofPeriod = StoryWords.PERIODS.contains(before) || ofDay;
        String placeKind = named ? PLACE_KINDS.getOrDefault(before, "") : "";
        return new Context(context.toString(), named, placeKind, ofPeriod);
    }

    /** Returns the day that a fact such as {@code 21/4/2026}, or {@code 21/4} after a word for days, is. */
    private static Optional<MonthDay> day(List<String> row, int at) {
        String[] parts = row.get(at).substring(MASK.length()).split(" ");
        String before = at > 0 ? row.get(at - 1) : "";
        Matcher date = DATE.matcher(parts[parts.length - 1]);
        try {
            return date.matches() && isDay(date, parts.length > 1 ? parts[parts.length - 2] : before)
                    ? Optional.of(MonthDay.of(Integer.parseInt(date.group(3)), Integer.parseInt(date.group(1))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "Từ 2.5 ha đến 3-5 ha" tells no days, "từ 20/4 đến 22/4" does. */
    private static boolean isDay(Matcher date, String before) {
        boolean clear = date.group("mark").equals("/") || before.equals("ngay");
        return date.group("year") != null || clear && DAY_WORDS.contains(before);
    }

    /** Returns whether all words of a fact stand among the facts of this text: "17 Trưởng" and "17", "Trưởng thôn". */
    boolean tells(String fact) {
        return facts.contains(fact) || factWords.containsAll(List.of(fact.split(" ")));
    }

    /** Returns whether this text has the day, as one or among its numbers ("trước 15/10"). */
    boolean tellsOf(MonthDay day) {
        return days.contains(day) || numbers.contains(day.getDayOfMonth() + "/" + day.getMonthValue());
    }

    /** Returns the days that are told, without their years. */
    Set<MonthDay> days() {
        return Collections.unmodifiableSet(days);
    }

    /** Returns the first place that is named as one, an empty string when there is none. */
    String firstPlace() {
        return firstPlace;
    }

    /** Returns whether it says that something is put off. */
    boolean isPuttingOff() {
        return puttingOff;
    }

    /** Returns whether it tells of what is to come. */
    boolean isAnnouncing() {
        return announcing;
    }

    Set<Long> shingles() {
        return Collections.unmodifiableSet(shingles);
    }

    /** Returns hashes of the names of several words and of the amounts of several digits, by which stories are told apart. */
    Set<Long> tellingFacts() {
        Stream<String> names = facts.stream().filter(fact -> fact.indexOf(' ') > 0);
        Stream<String> counts = amounts.stream().filter(amount -> amount.length() > 1);
        return Stream.concat(names, counts)
                .map(fact -> hash(List.of(MASK, fact)))
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> facts() {
        return Collections.unmodifiableSet(facts);
    }

    /** Returns the numbers and days among the facts, days without their years. */
    Set<String> numbers() {
        return Collections.unmodifiableSet(numbers);
    }

    /** Returns the numbers that tell how many or how much. */
    Set<String> amounts() {
        return Collections.unmodifiableSet(amounts);
    }

    /** The facts that stand between the same words, which are the key. */
    Map<Context, Set<String>> factsByContext() {
        return Collections.unmodifiableMap(factsByContext);
    }
}
