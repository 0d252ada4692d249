package vn.loa.command.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.store.document.CalendarStore.Entry;
import vn.loa.store.document.CalendarStore.ToldDeadline;
import vn.loa.store.document.CalendarStore.ToldEvent;

/**
 * Writes deadlines and events as an iCalendar file (RFC 5545), a deadline at its time or over its whole day. The same
 * entries make the same file: its stamps are those of the entries.
 */
final class CalendarFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** RFC 5545, 3.1: octets of a line without its end. */
    private static final int LONGEST_LINE = 75;

    /** After the shortest month there is no such day in each. */
    private static final int SURE_DAY = 28;

    private final StringBuilder text = new StringBuilder();
    private final ZoneId zone;
    private final boolean fixed;

    /**
     * Begins a file.
     *
     * @param name of the calendar, as programs show it
     * @param now tells whether the zone's clocks are still moved
     */
    CalendarFile(ZoneId zone, String name, Instant now) {
        this.zone = zone;
        this.fixed = zone.getRules().nextTransition(now) == null;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Loa//VI");
        line("CALSCALE:GREGORIAN");
        line("NAME:" + escaped(name));
        line("X-WR-CALNAME:" + escaped(name));
        line("X-WR-TIMEZONE:" + zone.getId());
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        line("X-PUBLISHED-TTL:PT1H");
        if (fixed) {
            zone(zone.getRules().getOffset(now));
        }
    }

    private void zone(ZoneOffset offset) {
        String written =
                offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
        line("BEGIN:VTIMEZONE");
        line("TZID:" + zone.getId());
        line("BEGIN:STANDARD");
        line("DTSTART:19700101T000000");
        line("TZOFFSETFROM:" + written);
        line("TZOFFSETTO:" + written);
        line("TZNAME:" + (offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId().replace(":00", "")));
        line("END:STANDARD");
        line("END:VTIMEZONE");
    }

    /**
     * Adds a deadline, from its first day on.
     *
     * @param done a day of a recurring one that is done already
     */
    void add(ToldDeadline told, String summary, Optional<LocalDate> done) {
        Deadline deadline = told.set().deadline();
        begin("deadline-" + told.set().id(), told.entry());
        line("DTSTART" + at(deadline, deadline.date()));
        if (deadline.recurrence() != Recurrence.NONE) {
            line("RRULE:" + rule(deadline));
            done.ifPresent(day -> line("EXDATE" + at(deadline, day)));
        }
        line("SUMMARY:" + escaped(summary));
        line("DESCRIPTION:" + escaped(told.set().title()));
        line("URL:" + told.set().url().toASCIIString());
        end();
    }

    /** Adds an event, which takes its whole day. */
    void add(ToldEvent event) {
        begin("event-" + event.articleId(), event.entry());
        line("DTSTART;VALUE=DATE:" + DAY.format(event.day()));
        line("SUMMARY:" + escaped(event.title()));
        line("URL:" + event.url().toASCIIString());
        end();
    }

    private void begin(String id, Entry entry) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@loa");
        line("DTSTAMP:" + STAMP.format(entry.at()));
        line("SEQUENCE:" + entry.sequence());
        line("STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
    }

    private void end() {
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private String at(Deadline deadline, LocalDate day) {
        if (deadline.time().isEmpty()) {
            return ";VALUE=DATE:" + DAY.format(day);
        }
        return fixed
                ? ";TZID=" + zone.getId() + ":"
                        + TIME.format(day.atTime(deadline.time().get()))
                : ":" + STAMP.format(day.atTime(deadline.time().get()).atZone(zone));
    }

    /** The 31st is the last day of a shorter month. */
    private static String rule(Deadline deadline) {
        String often = deadline.recurrence() == Recurrence.QUARTERLY
                ? "FREQ=MONTHLY;INTERVAL=3"
                : "FREQ=" + deadline.recurrence().name();
        int day = deadline.date().getDayOfMonth();
        boolean late = day > SURE_DAY && often.startsWith("FREQ=MONTHLY");
        StringBuilder days = new StringBuilder(";BYMONTHDAY=" + SURE_DAY);
        for (int i = SURE_DAY + 1; i <= day; i++) {
            days.append(',').append(i);
        }
        return late ? often + days + ";BYSETPOS=-1" : often;
    }

    /** Returns the file. */
    byte[] content() {
        return (text + "END:VCALENDAR\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String words) {
        return words.replaceAll("\\s+", " ")
                .replaceAll("\\p{Cntrl}", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,");
    }

    /** A line is folded before it has too many octets, never inside a character. */
    private void line(String words) {
        int octets = 0;
        for (int i = 0; i < words.length(); ) {
            String character = Character.toString(words.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            i += character.length();
        }
        text.append("\r\n");
    }
}
