package vn.loa.portal;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.page.Html;
import vn.loa.text.date.VietnameseDates;

/**
 * The rules for the pages of one source.
 *
 * @param compiledRules all rules
 * @param dates how its dates are read where a portal has no rules of its own
 * @param given the portal its configuration names; empty when it is recognised page by page
 * @param hosts other hosts on which its articles may stand
 */
record SourceRules(CompiledRules compiledRules, VietnameseDates dates, Optional<Portal> given, Set<String> hosts) {
    /** A page has one; templates that add their own have two. */
    private static final int MOST_CANONICAL = 3;

    /** The rules for one page, and what they were chosen for; no reason where the configuration names them. */
    record Choice(Portal portal, List<String> why) {}

    /** Returns the same rules, which reject dates ahead of a clock. */
    SourceRules believing(InstantSource clock) {
        return new SourceRules(compiledRules, dates.believing(clock), given, hosts);
    }

    /** Returns the same rules for a source whose articles may stand on these other hosts, too. */
    SourceRules linkingTo(Set<String> others) {
        return new SourceRules(compiledRules, dates, given.map(portal -> portal.linkingTo(others)), others);
    }

    /**
     * Chooses the rules for a page; none for a page of an unknown system.
     *
     * @param needed whether rules can read this kind of page at all
     */
    Optional<Choice> choose(Html page, Predicate<Portal> needed) {
        Optional<Choice> named = given.filter(needed).map(portal -> new Choice(portal, List.of()));
        return named.or(() -> compiledRules
                .recognise(page.document())
                .filter(recognition -> needed.test(recognition.portal()))
                .map(recognition -> new Choice(recognition.portal().linkingTo(hosts), recognition.why())));
    }

    /** Returns the classifier of the source's links, which goes by their form alone. */
    ArticleKeys keys() {
        return given.map(Portal::keys).orElseGet(() -> unknown().keys());
    }

    /** Returns the rules for a page of no known system. */
    Portal unknown() {
        return compiledRules.unknown().linkingTo(hosts);
    }

    /** Returns the rules for feeds. */
    Portal feed() {
        return given.orElseGet(this::unknown);
    }

    /** Returns whether a page stands, or says it stands, at an article's address with a language after it. */
    boolean isLocaleTrap(Html page) {
        Stream<URI> canonical = page.document().select("link[rel=canonical][href]").stream()
                .limit(MOST_CANONICAL)
                .flatMap(link -> page.resolve(link.attr("href")).stream());
        return Stream.concat(Stream.of(page.location()), canonical).anyMatch(keys()::isLocaleTrap);
    }
}
