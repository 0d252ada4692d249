package vn.loa.command.document;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.role.SecretDigest;
import vn.loa.command.role.WebLogins;
import vn.loa.delivery.format.DocumentLines;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.model.Chat;
import vn.loa.model.Unit;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.document.CalendarStore;
import vn.loa.store.document.CalendarStore.Owner;
import vn.loa.store.document.CalendarStore.ToldDeadline;
import vn.loa.store.document.ReminderStore;
import vn.loa.store.document.SetDeadline;

/**
 * Makes the calendars of chats and of units, with the deadlines that come up and the events in what they were told, and
 * gives each an address that nobody can guess. A new address ends the former one.
 */
public final class ChatCalendars {
    /** The path at which the web server shows a calendar. */
    public static final String PATH = "/calendar";

    private static final int DAYS_AHEAD = 60;

    private final ReminderStore reminders;
    private final CalendarStore calendars;
    private final ChatStore chats;
    private final UnitStore units;
    private final WebLogins addresses;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the calendars over these stores.
     *
     * @param addresses knows under which address people reach the web server, and makes secrets
     */
    public ChatCalendars(CommandContext context, Stores stores, WebLogins addresses) {
        this.reminders = stores.reminders();
        this.calendars = stores.calendars();
        this.chats = stores.chats();
        this.units = stores.units();
        this.addresses = addresses;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Holds the stores that calendars are made of. */
    public record Stores(ReminderStore reminders, CalendarStore calendars, ChatStore chats, UnitStore units) {}

    /** A deadline and its day that comes next. */
    record Coming(SetDeadline set, LocalDate due) {}

    /** Returns the deadlines that come up in what a chat was told and that it has not done, the earliest first. */
    List<Coming> coming(long chatId) {
        LocalDate today = today();
        LocalDate last = today.plusDays(DAYS_AHEAD);
        List<Coming> coming = new ArrayList<>();
        for (SetDeadline set : reminders.upcoming(chatId, today, last)) {
            set.deadline()
                    .occurrence(today)
                    .filter(due -> !due.isAfter(last) && !reminders.isDone(set, chatId, due))
                    .ifPresent(due -> coming.add(new Coming(set, due)));
        }
        coming.sort(Comparator.comparing(Coming::due));
        return coming;
    }

    /** Returns how many deadlines and events a chat's calendar has. */
    int count(long chatId) {
        LocalDate today = today();
        long events = calendars.events(Set.of(chatId), today, today.plusDays(DAYS_AHEAD)).stream()
                .filter(event -> !event.entry().cancelled())
                .count();
        return coming(chatId).size() + (int) events;
    }

    /** Returns a chat's calendar as an iCalendar file. */
    byte[] file(Chat chat, Phrases phrases) {
        return file(Set.of(chat.id()), phrases.say("calendar.of", ChatAdmission.title(chat, phrases)), phrases);
    }

    /** Leaves out deadlines that all these chats have met. */
    private byte[] file(Set<Long> chats, String name, Phrases phrases) {
        LocalDate today = today();
        LocalDate last = today.plusDays(DAYS_AHEAD);
        DocumentLines lines = new DocumentLines(phrases);
        CalendarFile file = new CalendarFile(zone, name, clock.instant());
        for (ToldDeadline told : calendars.deadlines(chats, today, last)) {
            Deadline deadline = told.set().deadline();
            Optional<LocalDate> done = deadline.occurrence(today).filter(day -> isDone(told.set(), chats, day));
            if (done.isEmpty() || deadline.recurrence() != Recurrence.NONE) {
                file.add(told, lines.deadline(deadline, deadline.date(), today.getYear()), done);
            }
        }
        calendars.events(chats, today, last).forEach(file::add);
        return file.content();
    }

    private boolean isDone(SetDeadline set, Set<Long> chats, LocalDate due) {
        return reminders.told(set).stream()
                .map(ReminderStore.Told::chatId)
                .filter(chats::contains)
                .allMatch(chat -> reminders.isDone(set, chat, due));
    }

    /** Returns a new address of a calendar; empty when people do not reach the web server. */
    Optional<URI> newAddress(Owner owner, long id) {
        return addresses.links().to(PATH).map(secret -> {
            calendars.replace(owner, id, SecretDigest.of(secret.token()), clock.instant());
            return secret.address();
        });
    }

    /** Takes the address of a calendar away; returns whether it had one. */
    boolean revoke(Owner owner, long id) {
        return calendars.revoke(owner, id);
    }

    /** Returns the calendar at an address, by its secret; empty when there is none. */
    Optional<byte[]> at(String token, Phrases phrases) {
        String digest = SecretDigest.of(token);
        return calendars
                .chat(digest)
                .flatMap(chats::byId)
                .map(chat -> file(chat, phrases))
                .or(() -> calendars.unit(digest).flatMap(units::byId).map(unit -> file(unit, phrases)));
    }

    /** Returns the calendar of a unit with all that is within it. */
    private byte[] file(Unit unit, Phrases phrases) {
        return file(units.chatsWithin(Set.of(unit.id())), phrases.say("calendar.of", unit.name()), phrases);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
