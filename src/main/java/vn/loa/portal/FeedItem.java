package vn.loa.portal;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/** What the texts of a feed's items hold: often HTML, sometimes escaped twice. */
final class FeedItem {
    private static final int LONGEST_TEASER = 1_000;
    /** Blanks, escapes and letters in pieces make a text longer than it shows; items left open hold all after them. */
    private static final int LONGEST_RAW = 20 * LONGEST_TEASER;

    private static final int LONGEST_TITLE_FROM_TEXT = 120;
    private static final List<String> PICTURES = List.of("data-src", "src");

    private FeedItem() {}

    /** Plain text out of what may be HTML. */
    static String plain(String raw) {
        boolean markup = raw.indexOf('<') >= 0 || raw.indexOf('&') >= 0;
        String whole = markup ? Jsoup.parseBodyFragment(raw).text() : raw;
        String text = PlainText.tidy(whole.substring(0, Math.min(whole.length(), LONGEST_RAW)));
        return text.length() <= LONGEST_TEASER ? text : PlainText.tidy(text.substring(0, LONGEST_TEASER));
    }

    /** The title, or the first words of a text that has none. */
    static String title(String rawTitle, String teaser) {
        String title = plain(rawTitle);
        if (!title.isEmpty() || teaser.length() <= LONGEST_TITLE_FROM_TEXT) {
            return title.isEmpty() ? teaser : title;
        }
        int blank = teaser.lastIndexOf(' ', LONGEST_TITLE_FROM_TEXT);
        return PlainText.tidy(teaser.substring(0, blank < 0 ? LONGEST_TITLE_FROM_TEXT : blank)) + "…";
    }

    /** The address of the first picture in what may be HTML, as written. */
    static Optional<String> picture(String raw) {
        if (!raw.contains("<img")) {
            return Optional.empty();
        }
        Element image = Jsoup.parseBodyFragment(raw).selectFirst("img");
        return image == null
                ? Optional.empty()
                : PICTURES.stream()
                        .map(image::attr)
                        .filter(address -> !address.isBlank())
                        .findFirst();
    }
}
