package vn.loa.portal.feed;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import vn.loa.fetch.Page;
import vn.loa.portal.address.WebAddress;

/** The pages that a site names in its sitemap (sitemaps.org) with the time at which each changed. */
public final class Sitemap {
    private Sitemap() {}

    /**
     * A page of the site.
     *
     * @param changed when it changed last; no later than the day's begin where only the day is told
     */
    public record Entry(URI url, Instant changed) {}

    /**
     * Returns the pages with a time, the last changed first; none when the document is no sitemap, or one of which more
     * than half are of one day: such times tell when the sitemap was made. Holds all of it in memory, so it is to be
     * called within a budget.
     */
    public static List<Entry> read(Page page, ZoneId zone) {
        List<Entry> entries = new ArrayList<>();
        for (Element url : Jsoup.parse(page.text(), page.location().toString(), Parser.xmlParser())
                .select("urlset > url")) {
            Optional<Instant> changed = time(text(url, "lastmod"), zone);
            Optional<URI> address = WebAddress.resolve(page.location(), text(url, "loc"));
            if (changed.isPresent() && address.isPresent()) {
                entries.add(new Entry(address.get(), changed.get()));
            }
        }
        entries.sort(Comparator.comparing(Entry::changed).reversed());
        return isMadeAtOnce(entries, zone) ? List.of() : entries;
    }

    private static String text(Element url, String name) {
        Element found = url.selectFirst("> " + name);
        return found == null ? "" : found.text().strip();
    }

    private static Optional<Instant> time(String written, ZoneId zone) {
        try {
            return written.length() <= 10
                    ? Optional.of(LocalDate.parse(written).atStartOfDay(zone).toInstant())
                    : Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isMadeAtOnce(List<Entry> entries, ZoneId zone) {
        if (entries.isEmpty()) {
            return false;
        }
        LocalDate newest = LocalDate.ofInstant(entries.get(0).changed(), zone);
        long ofThatDay = entries.stream()
                .filter(entry -> LocalDate.ofInstant(entry.changed(), zone).equals(newest))
                .count();
        return 2 * ofThatDay > entries.size();
    }
}
