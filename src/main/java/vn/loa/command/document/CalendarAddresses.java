package vn.loa.command.document;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.model.Unit;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.document.CalendarStore.Owner;

/**
 * Gives the addresses of calendars and takes them away: {@code /han lịch} of this chat, {@code /han lịch đơn vị} of the
 * chat's unit and {@code /han lịch xã Phú Xuyên} of a unit by name, with those within it; {@code tắt} at the end ends
 * the address.
 */
final class CalendarAddresses {
    private static final Pattern WISH = Pattern.compile(
            "(?:dia chi lich|lich|dia chi|calendar|link)(?: (?!tat$|thoi$|huy$|off$)(?<unit>.+?))?(?<off> (?:tat|thoi|huy|off))?");

    private static final Set<String> OWN = Set.of("don vi", "cua don vi", "unit");

    private final ChatCalendars calendars;
    private final UnitNames names;
    private final UnitStore units;

    CalendarAddresses(ChatCalendars calendars, UnitNames names, UnitStore units) {
        this.calendars = calendars;
        this.names = names;
        this.units = units;
    }

    /**
     * The calendar that is meant.
     *
     * @param name how the answer names it
     * @param command asks for its address again
     */
    private record Meant(Owner owner, long id, String name, String command) {}

    /** Returns the answer to these folded words; empty when they do not ask for an address. */
    Optional<Reply> of(Request request, String words) {
        Matcher wish = WISH.matcher(words);
        if (!wish.matches()) {
            return Optional.empty();
        }
        boolean off = wish.group("off") != null;
        String unit = wish.group("unit");
        if (unit == null) {
            return Optional.of(answer(request, ofChat(request), off));
        }
        return Optional.of(
                OWN.contains(unit)
                        ? ofOwnUnit(request, off)
                        : ofNamed(request, typed(request, words.substring(0, wish.start("unit")), unit), off));
    }

    private static Meant ofChat(Request request) {
        return new Meant(
                Owner.CHAT, request.chat().id(), request.say("calendar.here"), request.say("calendar.ask-here"));
    }

    private Reply ofOwnUnit(Request request, boolean off) {
        return names.of(request.chat())
                .map(unit -> ofUnit(request, unit, request.say("calendar.ask-own"), off))
                .orElseGet(() -> request.plain("calendar.no-unit"));
    }

    /** Returns the words as they were typed that were folded to these. */
    private static String typed(Request request, String before, String folded) {
        String[] words = request.arguments().strip().split("\\s+");
        int from = before.strip().split(" ").length;
        int to = from + folded.split(" ").length;
        return to <= words.length ? String.join(" ", Arrays.copyOfRange(words, from, to)) : folded;
    }

    private Reply ofNamed(Request request, String words, boolean off) {
        UnitNames.Found found = names.one(words, request.phrases());
        String again = request.say("calendar.ask-unit", words);
        return found.unit()
                .map(unit -> ofUnit(request, unit, again, off))
                .orElseGet(() -> Reply.plain(found.problem()));
    }

    private Reply ofUnit(Request request, Unit unit, String again, boolean off) {
        return mayHave(request, unit)
                ? answer(request, new Meant(Owner.UNIT, unit.id(), unit.name(), again), off)
                : request.plain("calendar.forbidden", unit.name());
    }

    /** A unit's managers, operators, and the administrators of its own chats. */
    private boolean mayHave(Request request, Unit unit) {
        boolean own = names.of(request.chat()).filter(unit::equals).isPresent();
        return request.reach().all()
                || request.reach().units().contains(unit.id())
                || own && request.role().atLeast(Role.CHAT_ADMIN);
    }

    private Reply answer(Request request, Meant meant, boolean off) {
        if (off) {
            boolean had = calendars.revoke(meant.owner(), meant.id());
            return request.plain(had ? "calendar.revoked" : "calendar.none", meant.name(), meant.command());
        }
        boolean empty = meant.owner() == Owner.UNIT
                && units.chatsWithin(Set.of(meant.id())).isEmpty();
        return calendars
                .newAddress(meant.owner(), meant.id())
                .map(address -> Reply.of(OutgoingMessage.plain(
                        request.say("deadlines.address", meant.name(), address, subscribed(address), meant.command())
                                + (empty ? "\n\n" + request.say("calendar.no-chats", meant.name()) : ""))))
                .orElseGet(() -> request.plain("deadlines.no-address"));
    }

    /** Programs take an address of this scheme as a wish to subscribe. */
    private static URI subscribed(URI address) {
        return URI.create(
                "webcal" + address.toString().substring(address.getScheme().length()));
    }
}
