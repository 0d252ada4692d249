package vn.loa.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.loa.config.value.HumanDuration;
import vn.loa.config.value.Malformed;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.ConfigProblems.Place;
import vn.loa.config.yaml.Section;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.model.Source.Option;

/** Reads the list of sources. */
final class SourcesReader {
    private static final String CUSTOM = "custom";
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(15);
    private static final Duration LONGEST_USUAL_JITTER = Duration.ofMinutes(1);

    private final ConfigChecks checks;
    private final Map<String, Place> ids = new HashMap<>();
    private final Map<String, Place> urls = new HashMap<>();

    SourcesReader(ConfigChecks checks) {
        this.checks = checks;
    }

    /** Returns the sources that have no problem. */
    List<SourceConfig> read(List<Section> sections) {
        List<SourceConfig> sources = new ArrayList<>();
        sections.forEach(section -> source(section).ifPresent(sources::add));
        return List.copyOf(sources);
    }

    private Optional<SourceConfig> source(Section section) {
        Optional<String> id = section.required("id", ValueTypes.identifier());
        id.ifPresent(it -> once(ids, it.toLowerCase(Locale.ROOT), section, "id"));
        Optional<String> name = section.value("name", ValueTypes.line(100)).or(() -> id);
        Optional<URI> url = section.required("url", Addresses.page());
        url.ifPresent(it -> once(urls, sameList(it), section, "url"));
        String portal = portal(section);
        Cadence cadence = cadence(section);
        Duration jitter = jitter(section, cadence);
        Map<String, Object> rules = rules(section, portal);
        Set<Option> options = options(section);
        Set<String> hosts = new TreeSet<>(section.list("hosts", Addresses.host()));
        return id.flatMap(it -> url.map(address -> new SourceConfig(
                new Source(it, name.orElse(it), address, portal, cadence, rules, options, hosts), jitter)));
    }

    private static void once(Map<String, Place> seen, String value, Section section, String key) {
        Place first = seen.putIfAbsent(value, section.placeOf(key));
        if (first != null) {
            section.problem(key, "is the same as " + first.key() + " in line " + first.line(), "keep one of the two");
        }
    }

    /** Two addresses of the same list page: portals answer on http and https alike, with or without a closing slash. */
    private static String sameList(URI url) {
        String path = url.getRawPath().replaceFirst("/+$", "");
        boolean usualPort = url.getPort() == 80 || url.getPort() == 443;
        String port = usualPort || url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getHost().toLowerCase(Locale.ROOT) + port + path + "?" + url.getRawQuery();
    }

    private String portal(Section section) {
        Set<String> known = new TreeSet<>(checks.portals());
        known.add(CUSTOM);
        return section.value("portal", ValueTypes.word(known), "");
    }

    private Cadence cadence(Section section) {
        Optional<Duration> every =
                section.value("every", ValueTypes.duration(Duration.ofSeconds(1), Duration.ofDays(31)));
        Optional<String> cron = section.value("cron", cron());
        if (every.isPresent() && cron.isPresent()) {
            section.problem("cron", "is given besides every", "keep one of the two");
        }
        return cron.<Cadence>map(Cadence.Cron::new).orElseGet(() -> new Cadence.Every(every.orElse(USUAL_INTERVAL)));
    }

    private ValueType<String> cron() {
        String right = "write a Quartz cron expression in quotes, such as \"0 0/10 6-21 ? * MON-SAT\"";
        ValueType.Parser<String> parser = text -> {
            Optional<String> problem = checks.cron().problem(text);
            if (problem.isPresent()) {
                throw new Malformed("is not a cron expression (" + problem.get() + ")", right);
            }
            return text;
        };
        return new ValueType<>(parser, right, false);
    }

    private static Duration jitter(Section section, Cadence cadence) {
        ValueType<Duration> form = ValueTypes.duration(Duration.ZERO, Duration.ofHours(1));
        if (!(cadence instanceof Cadence.Every every)) {
            return section.value("jitter", form, Duration.ZERO);
        }
        Duration tenth = every.interval().dividedBy(10);
        Duration usual = tenth.compareTo(LONGEST_USUAL_JITTER) < 0 ? tenth : LONGEST_USUAL_JITTER;
        Duration jitter = section.value("jitter", form, usual);
        if (jitter.compareTo(every.interval()) > 0) {
            section.problem(
                    "jitter", "is longer than every", "write at most " + HumanDuration.format(every.interval()));
        }
        return jitter;
    }

    private Map<String, Object> rules(Section section, String portal) {
        Map<String, Object> rules = section.plain("rules");
        if (portal.equals(CUSTOM)) {
            reportProblems(section, rules);
            return rules;
        }
        boolean mistypedPortal = portal.isEmpty() && section.has("portal");
        if (section.has("rules") && !mistypedPortal) {
            section.problem("rules", "are only for portal: custom", "take them away or write portal: custom");
        }
        return Map.of();
    }

    private void reportProblems(Section section, Map<String, Object> rules) {
        if (!section.has("rules")) {
            section.problem(
                    "portal", "needs to be told how to read the page", "write rules: and the selectors below it");
            return;
        }
        checks.rules().problems(rules).forEach(problem -> {
            String key = problem.key().isEmpty() ? "rules" : "rules." + problem.key();
            section.problem(key, problem.what(), "");
        });
    }

    private static Set<Option> options(Section section) {
        Set<Option> options = EnumSet.noneOf(Option.class);
        if (section.value("ignore-robots", ValueTypes.flag(), false)) {
            options.add(Option.IGNORE_ROBOTS);
        }
        if (section.value("legacy-tls", ValueTypes.flag(), false)) {
            options.add(Option.LEGACY_TLS);
        }
        return options;
    }
}
