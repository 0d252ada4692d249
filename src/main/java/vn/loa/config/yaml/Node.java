package vn.loa.config.yaml;

import java.util.List;
import java.util.Optional;

/** A piece of YAML that remembers where it stands; lines count from 1. */
public sealed interface Node {
    int line();

    /** A single value, as written. */
    record Scalar(int line, String text) implements Node {}

    /** A key without a value, or {@code null}. */
    record Nothing(int line) implements Node {}

    /** A list. */
    record Sequence(int line, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with values, each key once, in the order of the file. */
    record Mapping(int line, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }

    /** A key with its value; the line is the key's. */
    record Entry(int line, String key, Node value) {}
}
