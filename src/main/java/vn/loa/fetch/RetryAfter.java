package vn.loa.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;

/** Reads how long a host asks to be left alone: seconds or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private static final String HEADER = "Retry-After";
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    private RetryAfter() {}

    /** Returns whether an answer asks for fewer questions. */
    static boolean isAsked(Response response) {
        return response.code() == 429 || (response.code() == 503 && response.header(HEADER) != null);
    }

    /** Returns the wait that an answer asks for, 6 hours at most; 5 minutes when it names none. */
    static Duration of(Response response, Instant now) {
        Duration asked = read(response.header(HEADER, ""), now).orElse(USUAL);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Optional<Duration> read(String header, Instant now) {
        if (header.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Math.max(1, Long.parseLong(header))));
        }
        try {
            ZonedDateTime date =
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
            Duration wait = Duration.between(now, date.toInstant());
            return wait.isNegative() || wait.isZero() ? Optional.of(Duration.ofSeconds(1)) : Optional.of(wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
