package vn.loa.delivery.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.loa.model.Amendment;
import vn.loa.model.Article;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;

/** Words the marks by which a message says that an article changed since it was announced. */
final class AmendmentMarks {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Phrases phrases;
    private final ZoneId zone;
    private final ChangeLine changes;

    AmendmentMarks(Phrases phrases, ZoneId zone) {
        this.phrases = phrases;
        this.zone = zone;
        this.changes = new ChangeLine(phrases);
    }

    /** For example {@code đã cập nhật 10:15}. */
    String updated(Amendment amendment, Instant now) {
        return phrases.say("announcement.updated", time(amendment.at(), now));
    }

    /** For example {@code Hạn: 15/11 → 20/11; thêm 1 tệp}; empty when nothing is known. */
    String changes(Amendment amendment) {
        return changes.of(amendment).orElse("");
    }

    String withdrawn(Amendment amendment, Instant now) {
        return phrases.say("announcement.withdrawn", time(amendment.at(), now));
    }

    /** Returns the text that replaces an item of a list whose article was withdrawn. */
    RichText withdrawnItem(String title, Amendment amendment, Instant now) {
        return RichText.builder()
                .strike(title)
                .plain("\n" + withdrawn(amendment, now))
                .build();
    }

    /** Returns the mark that follows an item's title; empty when nothing happened. */
    String updatedItem(Article article, Amendment amendment, Instant now) {
        boolean said = !amendment.isEdit() || article.withdrawn();
        return said ? "" : " (" + updated(amendment, now) + ")";
    }

    /** The time of day alone for what happened today. */
    private String time(Instant at, Instant now) {
        ZonedDateTime then = at.atZone(zone);
        boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? TIME_OF_DAY.format(then) : DateFormats.minute(at, zone);
    }
}
