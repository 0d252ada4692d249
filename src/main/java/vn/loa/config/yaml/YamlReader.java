package vn.loa.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.config.yaml.ConfigProblems.Place;
import vn.loa.config.yaml.Node.Entry;
import vn.loa.config.yaml.Node.Mapping;
import vn.loa.config.yaml.Node.Nothing;
import vn.loa.config.yaml.Node.Scalar;
import vn.loa.config.yaml.Node.Sequence;

/**
 * Reads YAML into nodes with line numbers. Binding it straight to records would stop at the first mistake and could
 * not tell where the others stand.
 */
public final class YamlReader {
    private static final Place FILE = new Place("", 0);
    /** No setting stands so deep; each level takes room on the stack. */
    private static final int DEEPEST = 20;

    private final ConfigProblems problems;

    /** Makes a reader that tells the mistakes of the YAML to these problems. */
    public YamlReader(ConfigProblems problems) {
        this.problems = problems;
    }

    /** Returns the top of the file; empty, with the problem noted, when there is nothing to go on with. */
    public Optional<Mapping> read(String yaml) {
        try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
            return document(parser);
        } catch (JsonProcessingException e) {
            notYaml(e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private Optional<Mapping> document(YAMLParser parser) throws IOException {
        Node top = parser.nextToken() == null ? new Nothing(0) : node(parser, FILE);
        if (parser.nextToken() != null) {
            problems.add(at(FILE, parser), "a second document begins here", "keep all settings in one");
        }
        if (top instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        boolean empty = top instanceof Nothing;
        problems.add(
                FILE, empty ? "there are no settings in it" : "these are not settings", "write lines like key: value");
        return Optional.empty();
    }

    private Node node(YAMLParser parser, Place place) throws IOException {
        int line = line(parser);
        if (parser.isCurrentAlias()) {
            problems.add(at(place, parser), "aliases (*name) are not read here", "write the value out");
            return new Nothing(line);
        }
        if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
            problems.add(
                    new Place("", line), "brackets in brackets without end", "write at most " + DEEPEST + " levels");
            parser.skipChildren();
            return new Nothing(line);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return mapping(parser, at(place, parser));
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return sequence(parser, at(place, parser));
        }
        String text = parser.getText();
        boolean nothing = text == null || parser.currentToken() == JsonToken.VALUE_NULL;
        return nothing ? new Nothing(line) : new Scalar(line, text);
    }

    private Mapping mapping(YAMLParser parser, Place place) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place.child(key, line(parser));
            parser.nextToken();
            Entry entry = new Entry(keyPlace.line(), key, node(parser, keyPlace));
            Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                problems.add(keyPlace, "stands already in line " + first.line(), "keep one of the two");
            }
        }
        return new Mapping(place.line(), List.copyOf(entries.values()));
    }

    private Sequence sequence(YAMLParser parser, Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, place.item(items.size(), line(parser))));
        }
        return new Sequence(place.line(), items);
    }

    // The parser's own message quotes the file, secrets and all; only its bare diagnosis is repeated.
    @SuppressWarnings("deprecation")
    private void notYaml(JsonProcessingException e) {
        String right = "indent with blanks, not tabs, and put a value with \": \" or \" #\" in it in quotes";
        if (e instanceof com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException marked) {
            int column = marked.getProblemMark().getColumn() + 1;
            Place where = new Place("", marked.getProblemMark().getLine() + 1);
            problems.add(where, "not YAML at column " + column + " (" + marked.getProblem() + ")", right);
        } else {
            JsonLocation location = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            problems.add(new Place("", Math.max(location.getLineNr(), 0)), "not YAML", right);
        }
    }

    private static Place at(Place place, YAMLParser parser) {
        return new Place(place.key(), line(parser));
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
