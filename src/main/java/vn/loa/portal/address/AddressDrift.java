package vn.loa.portal.address;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.loa.model.Headline;
import vn.loa.text.Folding;

/**
 * The parts of a list's addresses that change from fetch to fetch though the articles stay: sessions, random numbers,
 * the place in the list. Found by comparing two fetches of the same list, so that no list of names has to know it.
 *
 * @param parameters names of query parameters that say nothing of an article
 * @param segments places in the path, from 0, that say nothing of an article
 */
public record AddressDrift(Set<String> parameters, Set<Integer> segments) {
    private static final AddressDrift NONE = new AddressDrift(Set.of(), Set.of());
    /** One article alone may have been published anew under another number. */
    private static final int FEWEST = 2;

    private static final double MOSTLY = 0.8;

    public AddressDrift {
        parameters = Set.copyOf(parameters);
        segments = Set.copyOf(segments);
    }

    /** Returns what changes in no list. */
    public static AddressDrift none() {
        return NONE;
    }

    /**
     * Compares two fetches of the same list. An article is the same in both when its title is.
     *
     * @return nothing when fewer than two articles have changed their addresses, or when without what changes different
     *     articles could not be told apart
     */
    public static AddressDrift between(List<Headline> earlier, List<Headline> later) {
        Comparison comparison = new Comparison();
        Map<String, URI> before = byTitle(earlier);
        byTitle(later).forEach((title, url) -> {
            if (before.containsKey(title)) {
                comparison.add(before.get(title), url);
            }
        });
        AddressDrift drift = comparison.drift();
        return drift.tellsApart(earlier) && drift.tellsApart(later) ? drift : NONE;
    }

    /** Titles that stand twice in a list say nothing of which article is which. */
    private static Map<String, URI> byTitle(List<Headline> list) {
        Map<String, List<URI>> urls = new LinkedHashMap<>();
        list.forEach(headline -> urls.computeIfAbsent(Folding.fold(headline.title()), title -> new ArrayList<>())
                .add(headline.url()));
        Map<String, URI> single = new LinkedHashMap<>();
        urls.forEach((title, all) -> {
            if (all.size() == 1) {
                single.put(title, all.get(0));
            }
        });
        return single;
    }

    /** Counts over pairs of addresses of one article. */
    private static final class Comparison {
        private final Map<String, Integer> parameters = new HashMap<>();
        private final Map<String, Integer> changedParameters = new HashMap<>();
        private final Map<Integer, Integer> segments = new HashMap<>();
        private final Map<Integer, Integer> changedSegments = new HashMap<>();

        void add(URI one, URI other) {
            List<String> path = segments(one);
            List<String> otherPath = segments(other);
            if (!WebAddress.isSameSite(one, other) || path.size() != otherPath.size()) {
                return;
            }
            for (int i = 0; i < path.size(); i++) {
                count(segments, changedSegments, i, path.get(i).equals(otherPath.get(i)));
            }
            Map<String, String> query = query(one);
            Map<String, String> otherQuery = query(other);
            Set<String> names = new HashSet<>(query.keySet());
            names.addAll(otherQuery.keySet());
            names.forEach(name -> count(
                    parameters,
                    changedParameters,
                    name,
                    query.getOrDefault(name, "").equals(otherQuery.getOrDefault(name, ""))));
        }

        private static <T> void count(Map<T, Integer> all, Map<T, Integer> changed, T part, boolean same) {
            all.merge(part, 1, Integer::sum);
            changed.merge(part, same ? 0 : 1, Integer::sum);
        }

        private static Map<String, String> query(URI url) {
            return WebAddress.parameters(url).stream()
                    .collect(Collectors.toMap(
                            WebAddress.Parameter::name,
                            WebAddress.Parameter::value,
                            (first, second) -> first + "&" + second));
        }

        AddressDrift drift() {
            return new AddressDrift(changing(parameters, changedParameters), changing(segments, changedSegments));
        }

        private static <T> Set<T> changing(Map<T, Integer> all, Map<T, Integer> changed) {
            return all.keySet().stream()
                    .filter(part -> changed.getOrDefault(part, 0) >= FEWEST
                            && changed.getOrDefault(part, 0) >= MOSTLY * all.getOrDefault(part, 0))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> segments(URI url) {
        return Arrays.asList(WebAddress.rawPath(url).split("/", -1));
    }

    private boolean tellsApart(List<Headline> list) {
        Map<URI, String> titles = new HashMap<>();
        return list.stream().allMatch(headline -> {
            String title = Folding.fold(headline.title());
            return title.equals(titles.computeIfAbsent(plain(headline.url()), url -> title));
        });
    }

    /** Returns true when nothing changes. */
    public boolean isNone() {
        return parameters.isEmpty() && segments.isEmpty();
    }

    /**
     * Returns a headline whose key no longer holds what changes. Its address stays as the list has it, for a session may
     * be needed to read the page; its former key is an alias. A key that is a number in the path stays.
     */
    public Headline settled(Headline headline) {
        String mark = "#url:";
        int at = headline.key().indexOf(mark);
        if (isNone() || at < 0) {
            return headline;
        }
        URI plain = plain(headline.url());
        String query = WebAddress.parameters(plain).stream()
                .map(WebAddress.Parameter::written)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("&"));
        String key = headline.key().substring(0, at + mark.length())
                + WebAddress.readablePath(plain).replaceFirst("/+$", "")
                + (query.isEmpty() ? "" : "?" + query);
        if (key.equals(headline.key())) {
            return headline;
        }
        List<String> aliases = new ArrayList<>(headline.aliases());
        aliases.add(headline.key());
        return headline.identifiedBy(key, headline.url(), aliases);
    }

    /** The address without what changes. */
    private URI plain(URI url) {
        List<String> path = segments(url);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (!segments.contains(i)) {
                kept.add(path.get(i));
            }
        }
        String joined = String.join("/", kept);
        return WebAddress.with(
                url,
                joined.startsWith("/") ? joined : "/" + joined,
                parameter -> !parameters.contains(parameter.name()));
    }
}
