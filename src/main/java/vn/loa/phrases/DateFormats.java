package vn.loa.phrases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.loa.model.Published;

/** Formats civil dates and times as a Vietnamese office writes them: {@code 18/9/2023 16:00}. */
public final class DateFormats {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT);

    private DateFormats() {}

    /** Formats a time of publication as exactly as the portal gave it; empty when it gave no date. */
    public static Optional<String> published(Published published, ZoneId zone) {
        DateTimeFormatter format = published.hasTimeOfDay() ? MINUTE : DATE;
        return published.instant().map(instant -> format.format(instant.atZone(zone)));
    }

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    public static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
