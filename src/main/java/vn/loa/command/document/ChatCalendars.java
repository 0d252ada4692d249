package vn.loa.command.document;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.loa.command.CommandContext;
import vn.loa.command.role.SecretDigest;
import vn.loa.command.role.WebLogins;
import vn.loa.delivery.format.DocumentLines;
import vn.loa.phrases.Phrases;
import vn.loa.store.document.CalendarStore;
import vn.loa.store.document.ReminderStore;
import vn.loa.store.document.SetDeadline;

/**
 * Makes the calendars of chats, with the deadlines that come up and the events in what they were told, and gives each an
 * address that nobody can guess. A new address ends the former one.
 */
public final class ChatCalendars {
    /** The path at which the web server shows a calendar. */
    public static final String PATH = "/calendar";

    private static final int DAYS_AHEAD = 60;

    private final ReminderStore reminders;
    private final CalendarStore calendars;
    private final WebLogins addresses;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the calendars over these stores.
     *
     * @param addresses knows under which address people reach the web server, and makes secrets
     */
    public ChatCalendars(
            CommandContext context, ReminderStore reminders, CalendarStore calendars, WebLogins addresses) {
        this.reminders = reminders;
        this.calendars = calendars;
        this.addresses = addresses;
        this.zone = context.zone();
        this.clock = context.clock();
    }

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

    /** Returns the events of today and later in what a chat was told. */
    List<CalendarStore.ToldEvent> events(long chatId) {
        return calendars.events(chatId, today(), today().plusDays(DAYS_AHEAD));
    }

    /** Returns a chat's calendar as an iCalendar file. */
    byte[] file(long chatId, Phrases phrases) {
        DocumentLines lines = new DocumentLines(phrases);
        CalendarFile file = new CalendarFile(zone, clock.instant());
        coming(chatId)
                .forEach(each -> file.add(
                        each.set(), each.due(), lines.deadline(each.set().deadline(), each.due(), today().getYear())));
        events(chatId).forEach(file::add);
        return file.content();
    }

    /** Returns a new address of a chat's calendar; empty when people do not reach the web server. */
    Optional<URI> newAddress(long chatId) {
        return addresses.links().to(PATH).map(secret -> {
            calendars.replace(chatId, SecretDigest.of(secret.token()), clock.instant());
            return secret.address();
        });
    }

    /** Returns the calendar at an address, by its secret; empty when there is none. */
    Optional<byte[]> at(String token, Phrases phrases) {
        return calendars.chat(SecretDigest.of(token)).map(chatId -> file(chatId, phrases));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
