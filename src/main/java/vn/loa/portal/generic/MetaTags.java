package vn.loa.portal.generic;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/**
 * The {@code meta} elements of a page by their name, property or itemprop, in lower case; the first of a name counts.
 */
final class MetaTags {
    private static final List<String> NAMES = List.of("property", "name", "itemprop", "http-equiv");

    private final Map<String, String> contents = new HashMap<>();

    private MetaTags(Document page) {
        for (Element meta : page.select("meta[content]")) {
            String content = PlainText.tidy(meta.attr("content"));
            if (!content.isEmpty()) {
                NAMES.forEach(name -> put(meta.attr(name), content));
            }
        }
    }

    static MetaTags of(Document page) {
        return new MetaTags(page);
    }

    private void put(String name, String content) {
        if (!name.isBlank()) {
            contents.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), content);
        }
    }

    /** Returns the content under the first of these names that the page has, an empty string when it has none. */
    String first(String... names) {
        for (String name : names) {
            String content = contents.get(name);
            if (content != null) {
                return content;
            }
        }
        return "";
    }
}
