package vn.loa.portal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import vn.loa.text.PlainText;

/** Selectors of one rule, tried in order. {@code css@attribute} takes an attribute in place of the text. */
record Css(List<Choice> choices) {
    private static final Pattern WITH_ATTRIBUTE = Pattern.compile("^(.*[^\\s@])@([\\w:-]+)$");

    /** One selector, and the attribute to take, an empty string for the text. */
    record Choice(String source, Evaluator evaluator, String attribute) {
        static Choice of(String source) {
            Matcher parts = WITH_ATTRIBUTE.matcher(source.strip());
            boolean hasAttribute = parts.matches();
            String css = hasAttribute ? parts.group(1) : source.strip();
            return new Choice(source, Selector.evaluatorOf(css), hasAttribute ? parts.group(2) : "");
        }

        boolean isIn(Element root) {
            return root.selectFirst(evaluator) != null;
        }

        Stream<Found> in(Element root) {
            return root.select(evaluator).stream().map(node -> new Found(node, attribute));
        }
    }

    /** A node that a selector found. */
    record Found(Element node, String attribute) {
        String text() {
            return PlainText.tidy(raw());
        }

        String raw() {
            if (!attribute.isEmpty()) {
                return node.attr(attribute);
            }
            String told = node.nodeName().equals("meta") ? node.attr("content") : node.text();
            return told.isBlank() ? node.attr("datetime") : told;
        }
    }

    /** Throws IllegalArgumentException or IllegalStateException when one is no selector. */
    static Css of(List<String> selectors) {
        return new Css(selectors.stream().map(Choice::of).toList());
    }

    /** The nodes of the first selector that finds any. */
    List<Found> all(Element root) {
        return choices.stream()
                .map(choice -> choice.in(root).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The first node with a text, of the first selector that finds one. */
    Optional<Found> first(Element root) {
        return texts(root).findFirst();
    }

    /** The last node with a text that will do, of the first selector that finds one. */
    Optional<Found> last(Element root, Predicate<String> wanted) {
        return choices.stream()
                .map(choice -> choice.in(root)
                        .filter(found -> hasText(found) && wanted.test(found.text()))
                        .reduce((earlier, later) -> later))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The first text, an empty string when there is none. */
    String text(Element root) {
        return first(root).map(Found::text).orElse("");
    }

    /** All nodes with a text, in the order of the selectors. */
    Stream<Found> texts(Element root) {
        return choices.stream().flatMap(choice -> choice.in(root).filter(Css::hasText));
    }

    private static boolean hasText(Found found) {
        return !found.text().isEmpty();
    }

    /** Removes all nodes of all selectors. */
    void removeFrom(Element root) {
        choices.forEach(choice -> root.select(choice.evaluator()).remove());
    }
}
