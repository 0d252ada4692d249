package vn.loa.portal.generic.block;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * The text of an item's title link, parted into the title and the date that stands inside the link.
 *
 * @param title without the date
 * @param date as written, an empty string when none stands there
 */
public record LinkText(String title, String date) {
    private static final Set<String> PARTS = Set.of("span", "small", "i", "em", "time", "font", "b", "label", "p");
    private static final int MOST_PARTS = 40;
    private static final int SHORTEST_TITLE = 14;
    private static final int SHORTEST_START = 8;
    private static final int LONGEST_BADGE = 12;
    private static final Pattern BADGE_CLASS =
            Pattern.compile("(?i)(^|[\\s_-])(badge|label|tag|hot|new|pin|stt|num(ber)?|index|order)([\\s_-]|$)");
    private static final Pattern BADGE =
            Pattern.compile("(?iu)\\[?(mới|new|hot|nóng|ghim|tin mới|\\d{1,3}[.)]?)\\]?!?");

    /** A date in brackets, or one with a time, behind the title. */
    private static final Pattern BEHIND = Pattern.compile("^(.*\\S)\\s*(?:[(\\[]\\s*"
            + "(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}(?:[ ,|-]{1,3}\\d{1,2}[:h]\\d{2})?)\\s*[)\\]]"
            + "|\\s[-–|]?\\s?(\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d{2}(?::\\d{2})?))$");

    /** No title is longer. */
    private static final int LONGEST = 1_000;

    /** Parts the text of an element: a link, or the title in a link around the whole item. */
    public static LinkText of(Element element, String line) {
        String text = withoutBadge(element, line);
        return element.stream()
                .skip(1)
                .limit(MOST_PARTS)
                .filter(part -> PARTS.contains(part.normalName()))
                .map(part -> PlainText.tidy(part.ownText()))
                .filter(part -> DatePatterns.isDate(part) && isAtEdge(text, part))
                .findFirst()
                .map(date -> new LinkText(without(text, date), date))
                .orElseGet(() -> behind(text));
    }

    /** {@code Mới}, {@code HOT} and the number of the item stand in small elements of their own before or behind the title. */
    private static String withoutBadge(Element element, String text) {
        return element.stream()
                .skip(1)
                .limit(MOST_PARTS)
                .filter(part -> PARTS.contains(part.normalName()))
                .filter(part -> BADGE_CLASS.matcher(part.className()).find()
                        || BADGE.matcher(PlainText.tidy(part.ownText())).matches())
                .map(part -> PlainText.tidy(part.ownText()))
                .filter(part -> !part.isEmpty() && part.length() <= LONGEST_BADGE)
                .map(part -> withoutBadge(text, part))
                .filter(rest -> rest.length() >= SHORTEST_TITLE && rest.length() < text.length())
                .findFirst()
                .orElse(text);
    }

    /** A number behind a title is a part of it. */
    private static String withoutBadge(String text, String badge) {
        if (text.startsWith(badge + ' ')) {
            return text.substring(badge.length()).strip();
        }
        boolean behind = text.endsWith(' ' + badge) && badge.chars().noneMatch(Character::isDigit);
        return behind ? text.substring(0, text.length() - badge.length()).strip() : text;
    }

    private static boolean isAtEdge(String text, String part) {
        return part.length() + SHORTEST_TITLE <= text.length() && (text.endsWith(part) || text.startsWith(part));
    }

    private static String without(String text, String date) {
        String rest =
                text.endsWith(date) ? text.substring(0, text.length() - date.length()) : text.substring(date.length());
        return withoutEnd(rest.replaceFirst("^[\\s|–:-]+", ""), " |–-");
    }

    private static String withoutEnd(String text, String signs) {
        int end = text.length();
        while (end > 0 && signs.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static LinkText behind(String text) {
        Matcher behind = BEHIND.matcher(text.length() > LONGEST ? "" : text);
        if (!behind.matches() || behind.group(1).length() < SHORTEST_TITLE) {
            return new LinkText(text, "");
        }
        String date = behind.group(2) == null ? behind.group(3) : behind.group(2);
        return new LinkText(withoutEnd(behind.group(1), " |–-"), date);
    }

    /**
     * Returns the whole title where a text is the start of one that was cut, and a tooltip or picture of the item has
     * all of it; else the text.
     *
     * @param item the element around the link that holds nothing of another item
     */
    public static String whole(String text, Element item) {
        String start = Folding.fold(withoutEnd(text, " .…"));
        if (!isCut(text) || text.length() > LONGEST || start.length() < SHORTEST_START) {
            return text;
        }
        return item.stream()
                .limit(MOST_PARTS)
                .flatMap(place -> Stream.of(place.attr("title"), place.attr("alt")))
                .map(PlainText::tidy)
                .filter(told -> !isCut(told) && Folding.fold(told).startsWith(start))
                .max(Comparator.comparingInt(String::length))
                .orElse(text);
    }

    private static boolean isCut(String text) {
        return text.endsWith("..") || text.endsWith("…");
    }
}
