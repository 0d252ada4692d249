package vn.loa.watch.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.fetch.Fetcher;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.phrases.Phrases;
import vn.loa.store.SettingStore;

/**
 * Compares this machine's clock with what portals say the time is. While they differ by more than an hour, nothing of
 * that portal is judged by its age, for nobody knows which is right; operators are told once a day.
 */
public final class ClockComparison {
    private static final Logger log = LoggerFactory.getLogger(ClockComparison.class);
    private static final Duration MOST = Duration.ofHours(1);
    private static final Duration TOLD_EVERY = Duration.ofDays(1);
    /** No portal is left alone for longer; a later time was set while the clock was ahead. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6).plusMinutes(10);

    private static final String TOLD = "clock-told";

    private final Fetcher fetcher;
    private final SettingStore settings;
    private final OperatorAlert alarm;
    private final Phrases phrases;
    private final InstantSource clock;
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();

    public ClockComparison(
            Fetcher fetcher, SettingStore settings, OperatorAlert alarm, Phrases phrases, InstantSource clock) {
        this.fetcher = fetcher;
        this.settings = settings;
        this.alarm = alarm;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Notes whether a source's portal and this machine agree on the time, after the portal has answered. */
    public void compare(Source source) {
        Optional<Duration> difference =
                fetcher.clockDifference(source.url()).filter(each -> each.abs().compareTo(MOST) > 0);
        if (difference.isEmpty()) {
            doubted.remove(source.id());
            return;
        }
        if (doubted.add(source.id())) {
            log.warn("the clock of source {} is {} from ours; nothing of it is judged old", source.id(), difference);
        }
        tell(source, difference.get());
    }

    private void tell(Source source, Duration difference) {
        Instant now = clock.instant();
        boolean told = settings.get(TOLD)
                .map(Instant::parse)
                .filter(at -> !at.isAfter(now) && now.isBefore(at.plus(TOLD_EVERY)))
                .isPresent();
        if (!told) {
            settings.set(TOLD, now.toString());
            String phrase = difference.isNegative() ? "clock.ahead" : "clock.behind";
            long minutes = difference.abs().toMinutes();
            alarm.tell("clock", OutgoingMessage.plain(phrases.say(phrase, source.name(), minutes / 60, minutes % 60)));
        }
    }

    /** Returns true while a source's portal and this machine do not agree on the time. */
    public boolean isDoubted(String sourceId) {
        return doubted.contains(sourceId);
    }

    /** Returns true when a check was written down while the clock was ahead. */
    public static boolean isFromTheFuture(SourceCheck check, Instant now) {
        return check.lastCheck().filter(now::isBefore).isPresent()
                || check.notBefore().filter(now.plus(LONGEST_WAIT)::isBefore).isPresent();
    }

    /** Returns what a check would have written down had the clock been right: no time of it is later than now. */
    public static SourceCheck repaired(SourceCheck check, Instant now) {
        return new SourceCheck(
                check.firstGood().map(time -> earlier(time, now)),
                check.lastCheck().map(time -> earlier(time, now)),
                check.lastGood().map(time -> earlier(time, now)),
                Optional.empty(),
                check.failures(),
                check.health(),
                check.healthSince().map(time -> earlier(time, now)),
                check.problem(),
                check.listed(),
                check.etag(),
                check.lastModified());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
