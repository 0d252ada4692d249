package vn.loa.portal.generic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.text.Folding;

/**
 * A number in an address that may count the articles of a site.
 *
 * @param folder the path before its last part
 * @param place the part of the path at whose beginning it stands, -1 when it ends the address
 * @param value the number itself
 */
public record ArticleNumber(String folder, int place, long value) {
    /** So far apart are numbers of a young site, of which few are left to compare. */
    private static final int FEW = 10;

    private static final Pattern AT_END = Pattern.compile("[-_/=](\\d{1,18})(?:\\.\\w{2,5})?/?$");
    private static final Pattern AT_BEGIN = Pattern.compile("^(\\d{1,18})(?:[-_.]|$)");

    /**
     * Finds the number of an article. That of a document ({@code ke-hoach-so-12}) is a word of its title, and far from those
     * of the articles.
     */
    public static Optional<ArticleNumber> in(URI url, String title) {
        String address = url.toString().replaceFirst("^https?://[^/]+", "");
        Matcher end = AT_END.matcher(address);
        if (end.find()) {
            return of(url, title, -1, end.group(1));
        }
        String[] parts = address.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            Matcher begin = AT_BEGIN.matcher(parts[i]);
            if (begin.find()) {
                return of(url, title, i, begin.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<ArticleNumber> of(URI url, String title, int place, String digits) {
        String words = " " + Folding.fold(title).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        if (words.contains(" " + digits + " ")) {
            return Optional.empty();
        }
        String[] parts = Objects.requireNonNullElse(url.getPath(), "").split("/", -1);
        String folder = Arrays.stream(parts)
                .limit(place < 0 ? parts.length - 1L : place)
                .collect(Collectors.joining("/"));
        return Optional.of(new ArticleNumber(folder, place, Long.parseLong(digits)));
    }

    /** Returns whether it is lower than another one at the same place of an address. */
    public boolean isBelow(ArticleNumber other) {
        return place == other.place && value < other.value;
    }

    /** Returns whether it is higher than another one, or not far below it. */
    public boolean isNotFarBelow(ArticleNumber other) {
        return other.value - value <= FEW || value >= other.value / 2;
    }

    /** Returns whether both may be counted by one counter, whatever their folders: they stand at one place, not far apart. */
    public boolean isNear(ArticleNumber other) {
        return place == other.place && isNotFarBelow(other) && other.isNotFarBelow(this);
    }
}
