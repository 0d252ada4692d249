package vn.loa.text.date;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The offset that a date line may name: {@code Z}, {@code +0700}, {@code GMT+7}, {@code [GMT+07:00]}, {@code ICT},
 * {@code Asia/Ho_Chi_Minh}.
 *
 * @param zone where the time holds
 * @param end the position after its last token
 */
record UtcOffset(ZoneId zone, int end) {
    private static final int HOUR = 60;
    private static final int MOST = 14 * HOUR;

    /** RFC 822's names, and the ones that feeds of the region and of its guests print; in minutes. */
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("wet", 0),
            Map.entry("ict", 7 * HOUR),
            Map.entry("wib", 7 * HOUR),
            Map.entry("est", -5 * HOUR),
            Map.entry("edt", -4 * HOUR),
            Map.entry("cst", -6 * HOUR),
            Map.entry("cdt", -5 * HOUR),
            Map.entry("mst", -7 * HOUR),
            Map.entry("mdt", -6 * HOUR),
            Map.entry("pst", -8 * HOUR),
            Map.entry("pdt", -7 * HOUR),
            Map.entry("bst", HOUR),
            Map.entry("cet", HOUR),
            Map.entry("cest", 2 * HOUR),
            Map.entry("eet", 2 * HOUR),
            Map.entry("eest", 3 * HOUR),
            Map.entry("msk", 3 * HOUR),
            Map.entry("ist", 5 * HOUR + 30),
            Map.entry("sgt", 8 * HOUR),
            Map.entry("hkt", 8 * HOUR),
            Map.entry("jst", 9 * HOUR),
            Map.entry("kst", 9 * HOUR),
            Map.entry("aest", 10 * HOUR),
            Map.entry("aedt", 11 * HOUR));

    private static final Map<String, String> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/"))
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));
    /** {@code america / argentina / buenos _ aires}. */
    private static final int LONGEST_REGION = 12;

    /** Returns the offset written at a position, perhaps in brackets or behind a comma or dash. */
    static Optional<UtcOffset> at(DateTokens tokens, int position) {
        int at = tokens.isSign(position, "([,") ? position + 1 : position;
        int name = tokens.isSign(position, "-|") ? position + 1 : at;
        Integer named = tokens.isWord(name) ? MINUTES.get(tokens.text(name)) : null;
        if (named != null) {
            return signed(tokens, name + 1, true).or(() -> Optional.of(of(named, name + 1)));
        }
        return region(tokens, at).or(() -> signed(tokens, at, false)).map(offset -> offset.closed(tokens));
    }

    private static UtcOffset of(int minutes, int end) {
        return new UtcOffset(ZoneOffset.ofTotalSeconds(60 * minutes), end);
    }

    private UtcOffset closed(DateTokens tokens) {
        return tokens.isSign(end, ")]") ? new UtcOffset(zone, end + 1) : this;
    }

    /** {@code Asia/Ho_Chi_Minh} as the time zone database has it. */
    private static Optional<UtcOffset> region(DateTokens tokens, int at) {
        if (!tokens.isWord(at) || !tokens.isSign(at + 1, "/")) {
            return Optional.empty();
        }
        StringBuilder id = new StringBuilder(tokens.text(at));
        int end = at + 1;
        while (end < at + LONGEST_REGION && tokens.isGlued(end) && (tokens.isWord(end) || tokens.isSign(end, "/_-"))) {
            id.append(tokens.text(end++));
        }
        int last = end;
        return Optional.ofNullable(REGIONS.get(id.toString())).map(known -> new UtcOffset(ZoneId.of(known), last));
    }

    private static Optional<UtcOffset> signed(DateTokens tokens, int at, boolean afterName) {
        boolean plus = tokens.isSign(at, "+");
        boolean offset = plus || tokens.isSign(at, "-");
        int number = at + 1;
        if (!offset || !tokens.isNumber(number, 1, 4) || !(tokens.isGlued(number) || afterName)) {
            return Optional.empty();
        }
        boolean colon =
                tokens.isNumber(number, 1, 2) && tokens.isSign(number + 1, ":") && tokens.isNumber(number + 2, 2, 2);
        int minutes = colon
                ? tokens.number(number) * HOUR + tokens.number(number + 2)
                : minutes(tokens, number, afterName || plus);
        boolean possible = minutes >= 0 && minutes <= MOST;
        return possible
                ? Optional.of(of(plus ? minutes : -minutes, colon ? number + 3 : number + 1))
                : Optional.empty();
    }

    /** In minutes, or -1; after a bare minus a lone or dated number is no offset but what follows a dash. */
    private static int minutes(DateTokens tokens, int at, boolean certain) {
        if (tokens.isNumber(at, 3, 4)) {
            boolean dated = tokens.isSign(at + 1, "/-.") && tokens.isNumber(at + 2);
            return dated ? -1 : tokens.number(at) / 100 * HOUR + tokens.number(at) % 100;
        }
        return certain ? tokens.number(at) * HOUR : -1;
    }
}
