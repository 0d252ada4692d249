package vn.loa.text.date;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The offset that a date line may name: {@code Z}, {@code +0700}, {@code GMT+7}, {@code [GMT+07:00]}, {@code ICT}. */
final class UtcOffset {
    /** RFC 822's names, and the ones that feeds of the region print. */
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("ict", 7),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("sgt", 8),
            Map.entry("jst", 9));

    private UtcOffset() {}

    /** The offset written at a position, perhaps in brackets. */
    static Optional<ZoneOffset> at(DateTokens tokens, int position) {
        int at = tokens.isSign(position, "([,") ? position + 1 : position;
        Integer named = tokens.isWord(at) ? HOURS.get(tokens.text(at)) : null;
        if (named == null) {
            return signed(tokens, at, false);
        }
        return signed(tokens, at + 1, true).or(() -> Optional.of(ZoneOffset.ofHours(named)));
    }

    private static Optional<ZoneOffset> signed(DateTokens tokens, int at, boolean afterName) {
        boolean plus = tokens.isSign(at, "+");
        boolean offset = plus || tokens.isSign(at, "-");
        int number = at + 1;
        if (!offset || !tokens.isNumber(number, 1, 4) || !(tokens.isGlued(number) || afterName)) {
            return Optional.empty();
        }
        int minutes = minutes(tokens, number, afterName || plus);
        boolean possible = minutes >= 0 && minutes <= 14 * 60;
        return possible ? Optional.of(ZoneOffset.ofTotalSeconds((plus ? 60 : -60) * minutes)) : Optional.empty();
    }

    /** In minutes, or -1; after a bare minus a lone or dated number is no offset but what follows a dash. */
    private static int minutes(DateTokens tokens, int at, boolean certain) {
        if (tokens.isNumber(at, 4, 4)) {
            boolean dated = tokens.isSign(at + 1, "/-.") && tokens.isNumber(at + 2);
            return dated ? -1 : tokens.number(at) / 100 * 60 + tokens.number(at) % 100;
        }
        if (!tokens.isNumber(at, 1, 2)) {
            return -1;
        }
        if (tokens.isSign(at + 1, ":") && tokens.isNumber(at + 2, 2, 2)) {
            return tokens.number(at) * 60 + tokens.number(at + 2);
        }
        return certain ? tokens.number(at) * 60 : -1;
    }
}
