package vn.loa.command.office;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.model.Chat;
import vn.loa.model.Unit;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.UnitStore;
import vn.loa.xlsx.OfficeSheet;

/**
 * Heads and signs tables as an office does (Decree 30/2020/NĐ-CP, appendix I): with the configured letterhead, or else
 * with the unit for which a chat speaks and the unit above it. What nobody has said is left to be filled in by hand.
 */
public final class OfficePaper {
    private static final Pattern KIND = Pattern.compile(
            "(?iu)^(?:xã|phường|thị trấn|đặc khu|thôn|bản|ấp|tổ dân phố|khu phố|tỉnh|thành phố) (?=\\p{Lu})");
    private static final Pattern VILLAGE = Pattern.compile("(?iu)^(?:thôn|bản|ấp|tổ dân phố|khu phố) .*");

    private final Letterhead letterhead;
    private final UnitStore units;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Makes the paper, dated in this zone. */
    public OfficePaper(Letterhead letterhead, UnitStore units, ZoneId zone, InstantSource clock) {
        this.letterhead = letterhead;
        this.units = units;
        this.zone = zone;
        this.clock = clock;
    }

    /** Returns the columns that a phrase names, divided by bars, with these widths in characters. */
    public static List<OfficeSheet.Column> columns(String names, List<Integer> widths) {
        String[] parts = names.split("\\|", -1);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new OfficeSheet.Column(parts[i], widths.get(i)))
                .toList();
    }

    /** Returns what stands above the title of a paper that this chat asks for. */
    public OfficeSheet.Head head(Chat chat, Phrases phrases) {
        Optional<Unit> unit = unit(chat);
        Optional<Unit> above = unit.flatMap(this::above);
        String place = unit.filter(each -> VILLAGE.matcher(each.name()).matches())
                .flatMap(village -> above)
                .or(() -> unit)
                .map(each -> KIND.matcher(each.name()).replaceFirst(""))
                .orElse(phrases.say("office.unknown"));
        return new OfficeSheet.Head(
                told(letterhead.superior(), letterhead.issuer().isEmpty() ? above.map(Unit::name) : Optional.empty()),
                told(letterhead.issuer(), unit.map(Unit::name).or(() -> Optional.of(phrases.say("office.unknown")))),
                List.of(phrases.say("office.nation"), phrases.say("office.motto")),
                dated(letterhead.place().isEmpty() ? place : letterhead.place(), phrases));
    }

    /** Returns who signs: who made the table at the left, who answers for it at the right. */
    public List<OfficeSheet.Signature> signatures(Phrases phrases) {
        String signer = letterhead.signer().isEmpty() ? phrases.say("office.signer") : letterhead.signer();
        return List.of(
                new OfficeSheet.Signature(phrases.say("office.maker"), phrases.say("office.maker.hint")),
                new OfficeSheet.Signature(signer, phrases.say("office.signer.hint")));
    }

    private static String told(String configured, Optional<String> known) {
        return (configured.isEmpty() ? known.orElse("") : configured).toUpperCase(Locale.ROOT);
    }

    /** Days below ten and the first two months have two digits. */
    private String dated(String place, Phrases phrases) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        int month = today.getMonthValue();
        return phrases.say(
                "office.dated",
                place,
                "%02d".formatted(today.getDayOfMonth()),
                month < 3 ? "0" + month : Integer.toString(month),
                Integer.toString(today.getYear()));
    }

    /** Where a chat has no unit, it is the only one that has none above it. */
    private Optional<Unit> unit(Chat chat) {
        OptionalLong of = units.of(chat.id());
        if (of.isPresent()) {
            return units.byId(of.getAsLong());
        }
        List<Unit> highest =
                units.all().stream().filter(unit -> unit.parent().isEmpty()).toList();
        return Stream.of(highest)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0))
                .findFirst();
    }

    private Optional<Unit> above(Unit unit) {
        return unit.parent().isPresent() ? units.byId(unit.parent().getAsLong()) : Optional.empty();
    }
}
