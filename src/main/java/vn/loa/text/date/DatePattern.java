package vn.loa.text.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/** A date format that one portal has for itself. */
record DatePattern(DateTimeFormatter formatter, Precision precision) {
    /** Throws IllegalArgumentException when it is no pattern. */
    static DatePattern of(String pattern) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                // Strict resolving wants the proleptic year (u); people write y.
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        boolean hasMinutes = pattern.contains("m");
        Precision timed = pattern.contains("s") ? Precision.SECOND : Precision.MINUTE;
        return new DatePattern(formatter, hasMinutes ? timed : Precision.DAY);
    }

    Optional<Published> read(String text, ZoneId zone) {
        try {
            TemporalAccessor told =
                    formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            boolean believable = CivilDate.isBelievable(told.get(ChronoField.YEAR));
            return believable ? Optional.of(published(told, zone)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Published published(TemporalAccessor told, ZoneId zone) {
        if (told instanceof OffsetDateTime moment) {
            return Published.at(moment.toInstant(), precision);
        }
        if (told instanceof LocalDateTime local && ClockTime.isTold(local.toLocalTime())) {
            return Published.at(local.atZone(zone).toInstant(), precision);
        }
        return Published.at(LocalDate.from(told).atStartOfDay(zone).toInstant(), Precision.DAY);
    }
}
