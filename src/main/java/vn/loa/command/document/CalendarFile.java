package vn.loa.command.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.store.document.CalendarStore;
import vn.loa.store.document.SetDeadline;

/** Writes deadlines as an iCalendar file (RFC 5545): each an event that ends when it is due, or the whole day. */
final class CalendarFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** RFC 5545, 3.1: octets of a line without its end. */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();
    private final ZoneId zone;
    private final Instant now;

    CalendarFile(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Loa//VI");
    }

    /** Adds a deadline as it comes next, with how often it comes again. */
    void add(SetDeadline set, LocalDate due, String summary) {
        Deadline deadline = set.deadline();
        line("BEGIN:VEVENT");
        line("UID:deadline-" + set.id() + "@loa");
        line("DTSTAMP:" + TIME.format(now));
        if (deadline.time().isPresent()) {
            line("DTSTART:" + TIME.format(due.atTime(deadline.time().get()).atZone(zone)));
        } else {
            line("DTSTART;VALUE=DATE:" + DAY.format(due));
        }
        if (deadline.recurrence() != Recurrence.NONE) {
            line("RRULE:" + rule(deadline.recurrence()));
        }
        line("SUMMARY:" + escaped(summary));
        line("DESCRIPTION:" + escaped(set.title()));
        line("URL:" + set.url().toASCIIString());
        line("END:VEVENT");
    }

    /** Adds an event, which takes its whole day. */
    void add(CalendarStore.ToldEvent event) {
        line("BEGIN:VEVENT");
        line("UID:event-" + event.articleId() + "@loa");
        line("DTSTAMP:" + TIME.format(now));
        line("DTSTART;VALUE=DATE:" + DAY.format(event.day()));
        line("SUMMARY:" + escaped(event.title()));
        line("URL:" + event.url().toASCIIString());
        line("END:VEVENT");
    }

    private static String rule(Recurrence recurrence) {
        return recurrence == Recurrence.QUARTERLY ? "FREQ=MONTHLY;INTERVAL=3" : "FREQ=" + recurrence.name();
    }

    /** Returns the file. */
    byte[] content() {
        return (text + "END:VCALENDAR\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String words) {
        return words.replaceAll("\\s+", " ")
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
