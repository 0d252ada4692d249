package vn.loa.portal.generic.block;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Tells where the picture of an {@code img} lies: in the attributes of lazy loading, in {@code src}, or among the sizes of
 * {@code srcset} and of the {@code picture} around it.
 */
public final class PictureSource {
    /** Lazy loading keeps the address of the picture elsewhere and a blank in {@code src}. */
    private static final List<String> LAZY =
            List.of("data-src", "data-original", "data-lazy-src", "data-lazy", "data-img");

    private static final List<String> SETS = List.of("data-srcset", "data-lazy-srcset", "srcset");
    private static final Pattern BLANK = Pattern.compile(
            "(?i)^(data:|about:|#|/?$)|(^|/)(blank|spacer|pixel|placeholder|loading|lazy|transparent|1x1)[^/]{0,40}\\.(gif|png|svg|jpg)");
    /** A comma within an address has neither a blank nor a size beside it. */
    private static final Pattern CANDIDATE =
            Pattern.compile("([^\\s,]\\S*[^\\s,])(\\s+(\\d{1,6}(\\.\\d{1,3})?)[wxh])?\\s*(,|$)");

    private static final Pattern FORM = Pattern.compile("(?i)image/(jpe?g|png)");
    /** In the last part of a path. */
    private static final Pattern ORNAMENT = Pattern.compile("(?i)(^|[^a-z])"
            + "(logo|(fav)?icon|avatar|spacer|pixel|blank|loading|emoji|button|banner|sprite)s?([^a-z]|$)"
            + "|(?-i:[a-z](Logo|Icon|Avatar|Button|Banner)s?)([^a-z]|$)"
            + "|^(ic[_-]?)?(pdf|docx?|word|xlsx?|excel|pptx?|powerpoint|zip|rar|file|unknown|attach(ment)?|download|new|hot"
            + "|print|email)\\d{0,2}\\.(png|gif|svg)"
            + "|^(default|share|no[_-]?(image|img|photo|thumb|pic(ture)?))([_-]\\w{1,12})?\\.");

    private static final int LONGEST_SET = 20_000;
    private static final int MOST_SOURCES = 20;

    private PictureSource() {}

    /** Returns the address as the page writes it, for want of a better one what stands in {@code src}, which may be empty. */
    public static String of(Element image) {
        return addresses(image).findFirst().orElse(image.attr("src").strip());
    }

    /** Returns the addresses that the page writes for one picture, the best first; blanks are left out. */
    public static Stream<String> addresses(Element image) {
        Stream<String> sizes = Stream.concat(Stream.of(image), sources(image))
                .flatMap(element -> SETS.stream().map(element::attr).map(PictureSource::largest));
        return Stream.of(LAZY.stream().map(image::attr), Stream.of(image.attr("src")), sizes)
                .flatMap(addresses -> addresses)
                .map(String::strip)
                .filter(address -> !address.isEmpty() && !BLANK.matcher(address).find());
    }

    /** Returns whether a picture's own name tells that it belongs to the page's furniture: an icon, a sign of a type of file. */
    public static boolean isOrnament(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return ORNAMENT.matcher(path.substring(path.lastIndexOf('/') + 1)).find();
    }

    /** The forms that every program reads come first. */
    private static Stream<Element> sources(Element image) {
        Element around = image.parent();
        if (around == null || !around.normalName().equals("picture")) {
            return Stream.empty();
        }
        List<Element> plain = new ArrayList<>();
        List<Element> others = new ArrayList<>();
        around.children().stream()
                .filter(child -> child.normalName().equals("source"))
                .limit(MOST_SOURCES)
                .forEach(source -> (FORM.matcher(source.attr("type")).find() ? plain : others).add(source));
        return Stream.concat(plain.stream(), others.stream());
    }

    /** Returns the candidate of the greatest width or density, the first of equals. */
    private static String largest(String set) {
        String best = "";
        double most = -1;
        Matcher candidate = CANDIDATE.matcher(set.substring(0, Math.min(set.length(), LONGEST_SET)));
        while (candidate.find()) {
            double size = candidate.group(3) == null ? 1 : Double.parseDouble(candidate.group(3));
            if (size > most) {
                best = candidate.group(1);
                most = size;
            }
        }
        return best;
    }
}
