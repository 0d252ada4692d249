package vn.loa.watch;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.model.Headline;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.portal.generic.GenericListing;
import vn.loa.store.SettingStore;
import vn.loa.store.article.ListItem;
import vn.loa.store.article.ListItemStore;
import vn.loa.watch.alarm.SourceAlarms;

/** Tells what of a source's list is new, and remembers what the list shows. */
final class ListIntake {
    private static final Logger log = LoggerFactory.getLogger(ListIntake.class);
    /** Enough for a long list that was read daily for a year. */
    private static final int MOST_REMEMBERED = 5_000;
    /** Old addresses that are asked where they lead to, at one check. */
    private static final int MOST_ASKED = 3;

    /** Raised when lists are read in a way that shows more of them than before; it is kept for each source. */
    private static final String READING = "2";

    private final ListItemStore items;
    private final SettingStore settings;
    private final ArticleIntake intake;
    private final Fetcher fetcher;
    private final SourceAlarms alarms;
    private final ZoneId zone;
    private final InstantSource clock;

    ListIntake(
            WatchMemory memory,
            ArticleIntake intake,
            Fetcher fetcher,
            SourceAlarms alarms,
            ZoneId zone,
            InstantSource clock) {
        this.items = memory.listItems();
        this.settings = memory.settings();
        this.intake = intake;
        this.fetcher = fetcher;
        this.alarms = alarms;
        this.zone = zone;
        this.clock = clock;
    }

    /** Compares a list with what the source's list has shown before. */
    ListComparison compare(Source source, SourceCheck before, List<Headline> listed, Map<String, String> guids) {
        List<ListItem> remembered = items.remembered(source.id(), MOST_REMEMBERED);
        // Guids are keyed as the list has them, and tell more than addresses do.
        List<Headline> settled = guids.isEmpty() ? SettledAddresses.of(listed, remembered) : listed;
        ListComparison.Past past = new ListComparison.Past(
                remembered,
                before.firstGood(),
                before.lastGood(),
                () -> intake.cameLater(source.id()),
                isFront(source, guids) && !isReadAsBefore(source));
        return new ListComparison(past, zone).with(settled, guids);
    }

    /** No feed and no page of one section is read otherwise than before. */
    private static boolean isFront(Source source, Map<String, String> guids) {
        return guids.isEmpty() && GenericListing.isOfFront(source.url());
    }

    /** Returns whether the last list of a source was read in the way of this version. */
    boolean isReadAsBefore(Source source) {
        return settings.get(reading(source)).filter(READING::equals).isPresent();
    }

    private static String reading(Source source) {
        return "list-reading:" + source.id();
    }

    /** Asks the old addresses of articles that have vanished from the midst of a list whether they lead to new items. */
    void followMoved(Source source, ListComparison list) {
        if (list.unknown(false).isEmpty() && list.unknown(true).isEmpty()) {
            return;
        }
        for (ListItem gone : list.vanished().stream().limit(MOST_ASKED).toList()) {
            FetchResult result = fetcher.fetch(FetchRequest.of(gone.url()).onBehalfOf(source));
            if (result instanceof FetchResult.Busy) {
                return;
            }
            if (result instanceof FetchResult.Fetched fetched
                    && !fetched.page().location().equals(gone.url())) {
                list.redirected(gone, fetched.page().location());
            }
        }
    }

    /**
     * Keeps what is new to be read and remembers the list; joins the caller's transaction.
     *
     * @param first whether this is the source's first list, which is recorded in silence
     * @return how many deliveries were entered
     */
    int take(Source source, ListComparison list, boolean first) {
        Instant now = clock.instant();
        int entered = intake.take(source, list.recent(), first);
        intake.take(source, list.unknown(true), true);
        items.remember(source.id(), list.remembered(now));
        if (!isReadAsBefore(source)) {
            settings.set(reading(source), READING);
        }
        List<ListComparison.Entry> moved = list.moved();
        for (ListComparison.Entry entry : moved) {
            URI url = entry.headline().url();
            items.moved(source.id(), entry.headline().key(), url);
        }
        if (list.isChangeOfAddresses()) {
            log.warn("source {}: {} articles have other addresses than before", source.id(), moved.size());
            alarms.addressesChanged(source, moved.size());
        }
        return entered;
    }
}
