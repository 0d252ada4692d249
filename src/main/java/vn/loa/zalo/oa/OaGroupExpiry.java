package vn.loa.zalo.oa;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.loa.command.Notices;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.store.SettingStore;

/**
 * Tells operators a week ahead that a group of the Official Account ends: Zalo deletes a group 45 days after its package
 * was not renewed, and a renewal before that revives it (facts of Zalo, part 5). What was told stands in the database.
 */
public final class OaGroupExpiry {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final String TOLD = "oa-group-ends ";

    private final SettingStore settings;
    private final Notices notices;
    private final Phrases phrases;
    private final ZoneId zone;
    private final InstantSource clock;

    public OaGroupExpiry(SettingStore settings, Notices notices, Phrases phrases, ZoneId zone, InstantSource clock) {
        this.settings = settings;
        this.notices = notices;
        this.phrases = phrases;
        this.zone = zone;
        this.clock = clock;
    }

    /** Looks at the day on which a group is deleted. */
    void look(OaGroup group, Optional<LocalDate> end) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Optional<LocalDate> near = end.filter(day -> !day.isAfter(today.plusDays(AHEAD.toDays())));
        String told = TOLD + group.id();
        if (near.isPresent() && !settings.get(told).equals(near.map(LocalDate::toString))) {
            String text = phrases.say("oa.group-ends", group.name(), DateFormats.date(near.get()));
            notices.toOperators("oa", OutgoingMessage.plain(text));
            settings.set(told, near.get().toString());
        }
    }

    /** Reads the day as Zalo may tell it: milliseconds or seconds since 1970, {@code 31/12/2026} or {@code 2026-12-31}. */
    static Optional<LocalDate> day(String told, ZoneId zone) {
        String text = told.strip();
        if (text.matches("\\d{12,15}")) {
            return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), zone));
        }
        if (text.matches("\\d{9,11}")) {
            return Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(text)), zone));
        }
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                return Optional.of(LocalDate.parse(text.substring(0, 10)));
            }
            return text.matches("\\d{2}/\\d{2}/\\d{4}.*")
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(text.substring(6, 10)),
                            Integer.parseInt(text.substring(3, 5)),
                            Integer.parseInt(text.substring(0, 2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    ZoneId zone() {
        return zone;
    }
}
