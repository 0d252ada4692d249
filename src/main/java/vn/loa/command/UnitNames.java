package vn.loa.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import vn.loa.model.Chat;
import vn.loa.model.Unit;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.UnitStore;
import vn.loa.text.Folding;

/** Finds units by name, and names them so that two with the same name are told apart. */
public final class UnitNames {
    private final UnitStore units;
    private final ZoneId zone;
    private final InstantSource clock;

    public UnitNames(UnitStore units, ZoneId zone, InstantSource clock) {
        this.units = units;
        this.zone = zone;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Returns the unit to which a chat belongs. */
    public Optional<Unit> of(Chat chat) {
        OptionalLong unit = units.of(chat.id());
        return unit.isPresent() ? units.byId(unit.getAsLong()) : Optional.empty();
    }

    /** Returns the units that exist today, by name. */
    public List<Unit> current() {
        LocalDate today = today();
        return units.all().stream()
                .filter(unit -> unit.exists(today))
                .sorted((one, other) -> Folding.fold(one.name()).compareTo(Folding.fold(other.name())))
                .toList();
    }

    /**
     * Returns the units that these words may mean: one by its number, or those with this name today, with or without
     * the kind of unit before it; or else those that once had it.
     */
    public List<Unit> find(String words) {
        String wanted = Folding.fold(words.strip());
        List<Unit> all = units.all();
        if (wanted.matches("#?\\d{1,9}")) {
            long id = Long.parseLong(wanted.replace("#", ""));
            return all.stream().filter(unit -> unit.id() == id).toList();
        }
        LocalDate today = today();
        List<Unit> now = all.stream()
                .filter(unit -> unit.names().stream().anyMatch(name -> name.holds(today) && called(name, wanted)))
                .toList();
        return now.isEmpty()
                ? all.stream()
                        .filter(unit -> unit.names().stream().anyMatch(name -> called(name, wanted)))
                        .toList()
                : now;
    }

    private static boolean called(Unit.Name name, String wanted) {
        String folded = Folding.fold(name.text());
        return folded.equals(wanted) || bare(folded).equals(wanted);
    }

    private static String bare(String folded) {
        return folded.replaceFirst(
                "^(xa|phuong|thi tran|dac khu|thon|to dan pho|khu pho|ap|ban|lang|huyen|quan|thi xa|thanh pho|tinh) ",
                "");
    }

    /**
     * Returns the unit's name with that of its parent, and its end when it has one: {@code thôn Thượng (xã Phú Xuyên)}.
     */
    public String full(Unit unit, Phrases phrases) {
        String name = unit.name();
        Optional<Unit> parent =
                unit.parent().isPresent() ? units.byId(unit.parent().getAsLong()) : Optional.empty();
        String placed = parent.map(each -> name + " (" + each.name() + ")").orElse(name);
        LocalDate end = unit.names().get(unit.names().size() - 1).to();
        return end.equals(LocalDate.MAX) ? placed : phrases.say("unit.until", placed, DateFormats.date(end));
    }

    /** Returns the one unit that these words mean, or an answer that says why it is not clear. */
    public Found one(String words, Phrases phrases) {
        List<Unit> found = find(words);
        if (found.size() == 1) {
            return new Found(Optional.of(found.get(0)), "");
        }
        String told = found.isEmpty()
                ? phrases.say("unit.unknown", words)
                : phrases.say(
                        "unit.which",
                        words,
                        found.stream()
                                .map(unit -> "\n• #" + unit.id() + " " + full(unit, phrases))
                                .collect(Collectors.joining()));
        return new Found(Optional.empty(), told);
    }

    /**
     * Holds the result of looking for one unit.
     *
     * @param problem the answer when it is not one unit
     */
    public record Found(Optional<Unit> unit, String problem) {}
}
