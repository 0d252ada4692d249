package vn.loa.portal.rules;

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

/** The selectors of one rule, tried in order. {@code css@attribute} takes an attribute in place of the text. */
public record Css(List<Choice> choices) {
    private static final Pattern WITH_ATTRIBUTE = Pattern.compile("^(.*[^\\s@])@([\\w:-]+)$");

    /** A selector, and the attribute to take, an empty string for the text. */
    public record Choice(String source, Evaluator evaluator, String attribute) {
        public static Choice of(String source) {
            Matcher parts = WITH_ATTRIBUTE.matcher(source.strip());
            boolean hasAttribute = parts.matches();
            String css = hasAttribute ? parts.group(1) : source.strip();
            return new Choice(source, Selector.evaluatorOf(css), hasAttribute ? parts.group(2) : "");
        }

        public boolean isIn(Element root) {
            return root.selectFirst(evaluator) != null;
        }

        public Stream<Found> in(Element root) {
            return root.select(evaluator).stream().map(node -> new Found(node, attribute));
        }
    }

    /** A node that a selector found. */
    public record Found(Element node, String attribute) {
        public String text() {
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
    public static Css of(List<String> selectors) {
        return new Css(selectors.stream().map(Choice::of).toList());
    }

    /** Returns the nodes of the first selector that finds any. */
    public List<Found> all(Element root) {
        return choices.stream()
                .map(choice -> choice.in(root).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the first node with a text, of the first selector that finds one. */
    public Optional<Found> first(Element root) {
        return texts(root).findFirst();
    }

    /** Returns the last node with a text that will do, of the first selector whose last one is right. */
    public Optional<Found> last(Element root, Predicate<String> wanted, Predicate<Found> right) {
        return choices.stream()
                .map(choice -> choice.in(root)
                        .filter(found -> hasText(found) && wanted.test(found.text()))
                        .reduce((earlier, later) -> later)
                        .filter(right))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the first text, an empty string when there is none. */
    public String text(Element root) {
        return first(root).map(Found::text).orElse("");
    }

    /** Returns all nodes with a text, in the order of the selectors. */
    public Stream<Found> texts(Element root) {
        return choices.stream().flatMap(choice -> choice.in(root).filter(Css::hasText));
    }

    private static boolean hasText(Found found) {
        return !found.text().isEmpty();
    }

    /** Removes all nodes of all selectors. */
    public void removeFrom(Element root) {
        choices.forEach(choice -> root.select(choice.evaluator()).remove());
    }

    /** Removes the nodes of all selectors that hold less than a part, 0 to 1, of the letters below the root. */
    public void removeSmallFrom(Element root, double part) {
        double most = part * root.text().length();
        choices.stream()
                .flatMap(choice -> root.select(choice.evaluator()).stream())
                .filter(node -> node != root && node.text().length() < most)
                .forEach(Element::remove);
    }
}
