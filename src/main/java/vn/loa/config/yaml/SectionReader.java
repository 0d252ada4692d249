package vn.loa.config.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.config.value.Malformed;
import vn.loa.config.value.ValueType;
import vn.loa.config.yaml.ConfigProblems.Place;
import vn.loa.config.yaml.Node.Mapping;
import vn.loa.config.yaml.Node.Nothing;
import vn.loa.config.yaml.Node.Scalar;
import vn.loa.config.yaml.Node.Sequence;

/**
 * Converts nodes to values. What is wrong is noted and then treated as not given, so that the other mistakes are found
 * too.
 *
 * @param problems what was wrong so far
 * @param variables what values may refer to
 */
public record SectionReader(ConfigProblems problems, Variables variables) {
    private static final ValueType<Object> ANYTHING = new ValueType<>(text -> text, "write a value", false);

    /** Returns a single value; empty when the text is blank or wrong. */
    <T> Optional<T> scalar(Place at, Node node, ValueType<T> form) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(at, node instanceof Nothing ? "is empty" : "is not a single value", form.right());
            return Optional.empty();
        }
        try {
            String text = variables.fill(scalar.text());
            return text.isBlank() ? Optional.empty() : Optional.of(form.parser().parse(text));
        } catch (Malformed e) {
            boolean hidden = form.secret() && !Variables.isBareReference(scalar.text());
            problems.add(at, (hidden ? "*** " : shown(node)) + e.getMessage(), e.right());
            return Optional.empty();
        }
    }

    /** Returns the items of a list. */
    List<Node> items(Place at, Node node) {
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        problems.add(at, shown(node) + "is not a list", "write a line that begins with - for each item, or []");
        return List.of();
    }

    /** Returns a group of keys. */
    Optional<Mapping> keys(Place at, Node node) {
        if (node instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(at, shown(node) + "is not a group of keys", "write key: value lines, indented");
        return Optional.empty();
    }

    /** Returns a group of keys as it is, whatever its keys: text, lists and maps. */
    Map<String, Object> plain(Place at, Mapping from) {
        Map<String, Object> map = new HashMap<>();
        from.entries()
                .forEach(entry -> plain(at.child(entry.key(), entry.line()), entry.value())
                        .ifPresent(value -> map.put(entry.key(), value)));
        return Map.copyOf(map);
    }

    private Optional<Object> plain(Place at, Node node) {
        if (node instanceof Mapping mapping) {
            return Optional.of(plain(at, mapping));
        }
        if (node instanceof Sequence sequence) {
            List<Object> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                plain(at.item(items.size(), item.line()), item).ifPresent(items::add);
            }
            return Optional.of(List.copyOf(items));
        }
        return node instanceof Nothing ? Optional.empty() : scalar(at, node, ANYTHING);
    }

    /** Returns the value as given, to put in front of what is wrong with it; nothing for what is not a single value. */
    String shown(Node node) {
        return node instanceof Scalar scalar ? problems.quoted(scalar.text()) + " " : "";
    }
}
