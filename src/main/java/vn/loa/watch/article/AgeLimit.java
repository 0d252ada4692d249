package vn.loa.watch.article;

import java.time.Duration;
import java.time.Instant;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/**
 * Decides whether an article that is new to us is old news: a portal may list today what it published long ago. Without
 * a date it counts as fresh, since it was not listed before. Pure.
 *
 * @param limit older than this is late; zero for no limit
 */
public record AgeLimit(Duration limit) {
    /** Returns whether an article is too old to be news. */
    public boolean isLate(Published published, Instant now) {
        return !limit.isZero()
                && published
                        .instant()
                        .map(instant -> latest(instant, published.precision()))
                        .filter(latest -> latest.isBefore(now.minus(limit)))
                        .isPresent();
    }

    /** The last moment the date may mean. */
    private static Instant latest(Instant instant, Precision precision) {
        return precision == Precision.DAY ? instant.plus(Duration.ofDays(1)) : instant;
    }
}
