package vn.loa.model;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A list page or feed that is checked for new articles.
 *
 * @param id a short stable word, for example {@code phuxuyen-vhxh}
 * @param name what people call it, for example {@code Phú Xuyên · Văn hóa - Xã hội}
 * @param url the address of the list or feed
 * @param portal the name of the portal rules to read it with, an empty string to detect them
 * @param cadence how often to look
 * @param rules for {@code portal: custom}, the selectors as written in the configuration; empty otherwise
 * @param options what this source alone needs of the fetcher
 * @param hosts other hosts, in lower case, on which its articles may stand
 */
public record Source(
        String id,
        String name,
        URI url,
        String portal,
        Cadence cadence,
        Map<String, Object> rules,
        Set<Option> options,
        Set<String> hosts) {
    /** The manners of fetching that a source has to ask for. */
    public enum Option {
        /** Read although robots.txt says no; an operator's decision. */
        IGNORE_ROBOTS,
        /** Accept TLS 1.0 and 1.1. */
        LEGACY_TLS
    }

    /** Makes a source whose articles stand on its own site. */
    public Source(
            String id,
            String name,
            URI url,
            String portal,
            Cadence cadence,
            Map<String, Object> rules,
            Set<Option> options) {
        this(id, name, url, portal, cadence, rules, options, Set.of());
    }

    public Source {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(portal);
        Objects.requireNonNull(cadence);
        rules = Map.copyOf(rules);
        options = Set.copyOf(options);
        hosts = Set.copyOf(hosts);
    }
}
