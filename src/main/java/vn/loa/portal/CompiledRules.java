package vn.loa.portal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import vn.loa.portal.address.CommonForms;
import vn.loa.portal.rules.CommonRules;
import vn.loa.portal.rules.PortalRules;

/**
 * The rules of a catalogue, compiled.
 *
 * @param commonRules the rules that hold everywhere
 * @param patterns those of them that pages are held against
 * @param portals the known systems, the earlier ones first
 * @param unknown for pages of no known system
 * @param common the forms of addresses that mean the same everywhere
 */
record CompiledRules(
        CommonRules commonRules, CommonPatterns patterns, List<Portal> portals, Portal unknown, CommonForms common) {
    static CompiledRules of(CommonRules commonRules, Collection<PortalRules> rules) {
        List<PortalRules.Address> articles = Stream.concat(
                        rules.stream().flatMap(portal -> portal.identity().articles().stream()),
                        commonRules.articles().stream())
                .filter(address -> !address.onlyHere())
                .toList();
        CommonForms common = CommonForms.of(articles, commonRules);
        List<Portal> portals = rules.stream()
                .filter(PortalRules::readsPages)
                .map(portal -> Portal.of(portal, common, commonRules))
                .toList();
        PortalRules nothing = PortalRules.none("generic");
        Portal unknown = Portal.of(nothing, common, commonRules);
        return new CompiledRules(commonRules, CommonPatterns.of(commonRules), portals, unknown, common);
    }

    /** Compiles rules that are not of the catalogue, such as a source's own. */
    Portal ready(PortalRules rules) {
        return Portal.of(rules, common, commonRules);
    }

    /** Returns the system a page is of, if it looks like one; of two that are as likely, the first in the catalogue. */
    Optional<Recognition> recognise(Document page) {
        Recognition.Look look = Recognition.Look.at(page);
        return portals.stream()
                .map(portal -> Recognition.of(portal, look))
                .filter(Recognition::isSure)
                .reduce((first, later) -> later.points() > first.points() ? later : first);
    }
}
