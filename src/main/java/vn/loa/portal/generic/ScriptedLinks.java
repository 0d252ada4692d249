package vn.loa.portal.generic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import vn.loa.text.PlainText;

/** Finds the items of a list that lead to their articles by a script, {@code onclick="location.href='/tin/3'"}. */
final class ScriptedLinks {
    private static final String SCRIPTED = "[onclick], [data-href], [data-url], [data-link], a[href~=(?i)^javascript:]";
    private static final String CONTROLS = "button, input, select, option, img, label, form";
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
    private static final List<String> ATTRIBUTES = List.of("data-href", "data-url", "data-link");
    private static final Pattern GOES_TO = Pattern.compile(
            "(?:location(?:\\.href)?\\s*=|location\\.(?:assign|replace)\\(|window\\.open\\()\\s*[\"']([^\"'\\s]+)[\"']");
    private static final int LONGEST_SCRIPT = 500;
    private static final int MOST = 500;
    private static final int FEWEST = 3;
    private static final int SHORTEST_TITLE = 14;

    private ScriptedLinks() {}

    /** Returns a copy of the page in which the titles of such items are links; empty when it has fewer than three. */
    static Optional<Document> linked(Document page) {
        if (items(page).size() < FEWEST) {
            return Optional.empty();
        }
        Document copy = page.clone();
        items(copy).forEach(item -> link(title(item), address(item).orElseThrow()));
        return Optional.of(copy);
    }

    private static List<Element> items(Document page) {
        return page.select(SCRIPTED).stream()
                .limit(MOST)
                .filter(element -> !element.is(CONTROLS) && address(element).isPresent())
                .filter(element -> element.select("a[href]").stream().noneMatch(ScriptedLinks::leads))
                .toList();
    }

    /** A link to a script or to the top of the page leads nowhere by itself. */
    private static boolean leads(Element link) {
        String href = link.attr("href").strip().toLowerCase(Locale.ROOT);
        return !href.isEmpty() && !href.startsWith("javascript:") && !(href.startsWith("#") && href.length() <= 2);
    }

    private static Optional<String> address(Element item) {
        return ATTRIBUTES.stream()
                .map(item::attr)
                .filter(written -> !written.isBlank())
                .findFirst()
                .or(() -> target(item.attr("onclick")))
                .or(() -> target(item.attr("href")));
    }

    private static Optional<String> target(String script) {
        Matcher target = GOES_TO.matcher(PlainText.start(script, LONGEST_SCRIPT));
        return target.find() ? Optional.of(target.group(1)) : Optional.empty();
    }

    /** Its heading, else the first piece that is long enough for a title. */
    private static Element title(Element item) {
        if (item.normalName().equals("a")) {
            return item;
        }
        return Optional.ofNullable(item.selectFirst(HEADINGS))
                .or(() -> item.getAllElements().stream()
                        .filter(each -> each.ownText().length() >= SHORTEST_TITLE)
                        .findFirst())
                .orElse(item);
    }

    private static void link(Element title, String address) {
        if (title.normalName().equals("a")) {
            title.attr("href", address);
            return;
        }
        title.select("a").unwrap();
        Element link = new Element("a").attr("href", address);
        List<Node> inside = new ArrayList<>(title.childNodes());
        inside.forEach(link::appendChild);
        title.appendChild(link);
    }
}
