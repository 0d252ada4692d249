package vn.loa.portal;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.loa.portal.generic.GenericArticle;

/**
 * The record of how a page was read, for maintainers of the rules.
 *
 * @param portal the rules that were used: a system's name, or one of "custom", "feed", "generic", "document"; empty when
 *     none were
 * @param why what the system was recognised by; empty when the source names it
 * @param matches which rule found how many nodes
 * @param skipped links of the list that are no articles of this site
 * @param feeds feeds that the page declares
 */
public record Evidence(String portal, List<String> why, List<Match> matches, List<String> skipped, List<URI> feeds) {
    /** The word for a source that is a feed, whatever answers there. */
    public static final String FEED = "feed";

    private static final String DOUBT = "only a title and a few words";
    private static final String OTHER_VIEW = "a module that the rules of its system do not know";
    private static final Evidence NONE = new Evidence("", List.of(), List.of(), List.of(), List.of());

    public Evidence {
        Objects.requireNonNull(portal);
        why = List.copyOf(why);
        matches = List.copyOf(matches);
        skipped = List.copyOf(skipped);
        feeds = List.copyOf(feeds);
    }

    /**
     * One selector of a rule.
     *
     * @param rule for example {@code list.item}
     * @param nodes how many nodes it found
     */
    public record Match(String rule, String selector, int nodes) {}

    static Evidence none() {
        return NONE;
    }

    static Evidence of(String portal) {
        return new Evidence(portal, List.of(), List.of(), List.of(), List.of());
    }

    Evidence because(List<String> reasons) {
        return new Evidence(portal, reasons, matches, skipped, feeds);
    }

    /** Returns the evidence of the generic reader, with its confidence that the page is an article. */
    Evidence asSureAs(GenericArticle.Confidence confidence) {
        return because(List.of(
                switch (confidence) {
                    case DECLARED -> "the page says that it is an article";
                    case LIKELY -> "running text of some length";
                    case DOUBTFUL -> DOUBT;
                }));
    }

    /** Returns whether the confidence is low, so that the page may be no article. */
    boolean isDoubtful() {
        return why.contains(DOUBT);
    }

    Evidence ofOtherView() {
        return because(Stream.concat(why.stream(), Stream.of(OTHER_VIEW)).toList());
    }

    /**
     * Returns whether a page of a known system was read as any page, because none of its lists was found: what was read may
     * be a box beside a list that is missing.
     */
    public boolean isOfOtherView() {
        return why.contains(OTHER_VIEW);
    }

    Evidence matching(List<Match> counted) {
        return new Evidence(portal, why, counted, skipped, feeds);
    }

    Evidence skipping(List<String> links) {
        return new Evidence(portal, why, matches, links, feeds);
    }

    Evidence declaring(List<URI> declared) {
        return new Evidence(portal, why, matches, skipped, declared);
    }
}
