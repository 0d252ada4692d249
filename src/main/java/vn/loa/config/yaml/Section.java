package vn.loa.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.config.value.Suggestion;
import vn.loa.config.value.ValueType;
import vn.loa.config.yaml.ConfigProblems.Place;
import vn.loa.config.yaml.Node.Entry;
import vn.loa.config.yaml.Node.Mapping;
import vn.loa.config.yaml.Node.Nothing;
import vn.loa.config.yaml.Node.Scalar;

/**
 * A group of keys in the file. Asking for a key makes it a known one; whatever was never asked for is reported by
 * {@link #reportUnknownKeys}.
 */
public final class Section {
    private final SectionReader reading;
    private final Place place;
    private final Mapping mapping;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Section> children = new ArrayList<>();

    /** Makes the section of these keys at this place of the file. */
    public Section(SectionReader reading, Place place, Mapping mapping) {
        this.reading = reading;
        this.place = place;
        this.mapping = mapping;
    }

    /** Returns the value of the key, or the fallback when it is not given or wrong. */
    public <T> T value(String key, ValueType<T> form, T fallback) {
        return value(key, form).orElse(fallback);
    }

    /** Returns the value of the key; empty when it is not given, blank or wrong. */
    public <T> Optional<T> value(String key, ValueType<T> form) {
        return given(key).flatMap(node -> reading.scalar(placeOf(key), node, form));
    }

    /**
     * Reads the value as {@link #value} does, but a key that is not given is read as if {@code template} were written.
     */
    public <T> Optional<T> valueOr(String key, String template, ValueType<T> form) {
        Node node = given(key).orElse(new Scalar(mapping.line(), template));
        return reading.scalar(placeOf(key), node, form);
    }

    /** Reads the value as {@link #value} does, but it is a problem when there is none. */
    public <T> Optional<T> required(String key, ValueType<T> form) {
        int before = reading.problems().count();
        Optional<T> value = value(key, form);
        if (value.isEmpty() && reading.problems().count() == before) {
            reading.problems().add(placeOf(key), "is missing", form.right());
        }
        return value;
    }

    /** Returns the items of a list; one that stands there twice is a problem. */
    public <T> List<T> list(String key, ValueType<T> form) {
        Map<T, Place> seen = new LinkedHashMap<>();
        items(key)
                .forEach((item, node) -> reading.scalar(item, node, form).ifPresent(value -> {
                    Place first = seen.putIfAbsent(value, item);
                    if (first != null) {
                        String what = reading.shown(node) + "stands already in line " + first.line();
                        reading.problems().add(item, what, "keep one of the two");
                    }
                }));
        return List.copyOf(seen.keySet());
    }

    /** Returns the group of keys under this key; one without keys when it is not given or wrong. */
    public Section section(String key) {
        Place at = placeOf(key);
        Mapping keys =
                given(key).flatMap(node -> reading.keys(at, node)).orElseGet(() -> new Mapping(at.line(), List.of()));
        return child(at, keys);
    }

    /** Returns the groups of keys in a list. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        items(key).forEach((at, node) -> reading.keys(at, node).ifPresent(keys -> sections.add(child(at, keys))));
        return sections;
    }

    /** Returns all keys under this key, as text, lists and maps; empty when it is not given. */
    public Map<String, Object> plain(String key) {
        Place at = placeOf(key);
        return given(key)
                .flatMap(node -> reading.keys(at, node))
                .map(keys -> reading.plain(at, keys))
                .orElse(Map.of());
    }

    /** Returns whether the key has a value. */
    public boolean has(String key) {
        return given(key).isPresent();
    }

    /** Returns the place of the key, or of its section when it is not given. */
    public Place placeOf(String key) {
        return place.child(key, mapping.entry(key).map(Entry::line).orElse(mapping.line()));
    }

    /** Notes that the value of the key, good in itself, is wrong; {@code key} may lead down, as in {@code rules.title}. */
    public void problem(String key, String what, String right) {
        Place at = place;
        Node node = mapping;
        for (String step : key.split("\\.")) {
            Optional<Entry> entry = node instanceof Mapping inner ? inner.entry(step) : Optional.empty();
            at = at.child(step, entry.map(Entry::line).orElse(at.line()));
            node = entry.map(Entry::value).orElse(new Nothing(at.line()));
        }
        reading.problems().add(at, reading.shown(node) + what, right);
    }

    /** Reports the keys here and below that nobody asked for. */
    public void reportUnknownKeys() {
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                String right = Suggestion.advice(entry.key(), known, "known here: " + String.join(", ", known));
                reading.problems().add(placeOf(entry.key()), "is an unknown key", right);
            }
        }
        children.forEach(Section::reportUnknownKeys);
    }

    private Optional<Node> given(String key) {
        known.add(key);
        return mapping.entry(key).map(Entry::value).filter(node -> !(node instanceof Nothing));
    }

    private Map<Place, Node> items(String key) {
        List<Node> nodes =
                given(key).map(node -> reading.items(placeOf(key), node)).orElse(List.of());
        Map<Place, Node> items = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            items.put(placeOf(key).item(i, nodes.get(i).line()), nodes.get(i));
        }
        return items;
    }

    private Section child(Place at, Mapping keys) {
        Section child = new Section(reading, at, keys);
        children.add(child);
        return child;
    }
}
