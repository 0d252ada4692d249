package vn.loa.portal.generic;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;

/**
 * The main list of a page that no rule describes: its repeated blocks that each lead to an article.
 *
 * @param items in the order of the page; each address once; links to other sites, navigation, sidebars, footers and
 *     banners are left out
 * @param feeds the addresses of RSS, Atom or JSON feeds that the page declares, in the order of the page
 */
public record GenericListing(List<Item> items, List<URI> feeds) {
    private static final Pattern FRONT = Pattern.compile(
            "/?|(?:/[a-z]{2}(?:[-_][a-z]{2})?)?(?:/web/guest|/pages)?/(?:vi|index|default|home|trang-?chu)(?:\\.[a-z]{2,5})?/?",
            Pattern.CASE_INSENSITIVE);

    /**
     * One item of the list.
     *
     * @param href where it leads, absolute, otherwise as the page has it
     * @param title one line
     * @param date the line that seems to tell a date, as written, an empty string when there is none
     * @param teaser the excerpt, an empty string when there is none
     * @param image the item's picture
     */
    public record Item(URI href, String title, String date, String teaser, Optional<URI> image) {
        public Item {
            Objects.requireNonNull(href);
            Objects.requireNonNull(title);
            Objects.requireNonNull(date);
            Objects.requireNonNull(teaser);
            Objects.requireNonNull(image);
        }
    }

    public GenericListing {
        items = List.copyOf(items);
        feeds = List.copyOf(feeds);
    }

    /** Returns whether an address is that of the front page of a site, which shows the newest of all sections. */
    public static boolean isOfFront(URI location) {
        return Objects.requireNonNullElse(location.getRawQuery(), "").isEmpty()
                && FRONT.matcher(Objects.requireNonNullElse(location.getPath(), ""))
                        .matches();
    }

    /**
     * Reads the main list of a page. Takes time linear in the size of the page, leaves the page as it is and never
     * throws, whatever the page holds.
     *
     * @param page the parsed page
     * @param location where the page was found, against which links are resolved
     * @return without items when nothing on the page repeats as a list of articles does
     */
    public static GenericListing read(Document page, URI location) {
        return read(page, location, Set.of());
    }

    /** Reads the main list of a page as {@link #read(Document, URI)}, whose articles may stand on other hosts too. */
    public static GenericListing read(Document page, URI location, Set<String> hosts) {
        Links links = new Links(page, location, hosts);
        GenericListReader reader = new GenericListReader(page, PageText.of(page), links);
        GenericListing linked = reader.read();
        boolean bare = linked.items().stream()
                .allMatch(item -> item.date().isEmpty() && item.teaser().isEmpty());
        return (bare ? ScriptedLinks.linked(page) : Optional.<Document>empty())
                .map(copy -> new GenericListReader(copy, PageText.of(copy), links).read())
                .filter(scripted -> linked.items().isEmpty()
                        || scripted.isOfNews(linked.items().size())
                        || !scripted.items().isEmpty() && reader.isBoilerplate())
                .orElse(linked);
    }

    /**
     * Cards of people and services lead on by a script as news do, and have no days and hardly a sentence.
     *
     * @param others the number of bare links beside them
     */
    private boolean isOfNews(int others) {
        return areMostly(item -> !item.date().isEmpty())
                || items.size() > others && areMostly(item -> LinePatterns.endsLikeASentence(item.teaser()));
    }

    private boolean areMostly(Predicate<Item> told) {
        return 2 * items.stream().filter(told).count() > items.size();
    }
}
