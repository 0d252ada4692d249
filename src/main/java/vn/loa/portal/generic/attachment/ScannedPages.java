package vn.loa.portal.generic.attachment;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.model.Attachment;
import vn.loa.phrases.Phrases;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PictureSource;
import vn.loa.portal.generic.block.ShortText;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Finds the scans and photographs of its pages that a notice shows in place of a text. */
public final class ScannedPages {
    /** In letters; with more, the text tells the news and its pictures only show it. */
    private static final int LITTLE_TEXT = 100;

    private static final int MOST = 10;
    /** More pictures are a gallery or a frame. */
    private static final int MOST_SEEN = 200;
    /** In pixels; smaller ones are icons. */
    private static final int SMALLEST_SIDE = 300;
    /** Wider ones are banners. */
    private static final double WIDEST = 2.5;

    private static final int LONGEST_CAPTION = 300;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_STYLE = 500;
    private static final int FEWEST_WORDS = 3;
    private static final double MOSTLY_WORDS = 0.6;
    private static final Pattern NO_PAGE = Pattern.compile(
            "(?i)(icon|logo|banner|share|facebook|zalo|twitter|youtube|qr|avatar|print|button|btn|arrow|bullet|loading|spacer|line|quang-?cao|advert|/ads?/|\\.gif|\\.svg)");
    private static final Pattern INLINE = Pattern.compile("(?i)data:image/(jpe?g|png|webp)[;,]");
    /** In letters of base64; icons and grey stand-ins are smaller. */
    private static final int SMALLEST_INLINE = 4_000;

    private static final Pattern PIXELS = Pattern.compile("^(\\d{1,5})(px)?$");
    private static final Pattern STYLED =
            Pattern.compile("(?i)(^|[\\s;])(width|height) ?: ?(\\d{1,5})(\\.\\d{1,9})?px");
    private static final Pattern GALLERY = Pattern.compile(
            "^(mot so )?(hinh anh|chum anh|anh:|phong su anh|album|thu vien anh|video|clip|infographic)");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    /** The number and sign of a document, which is then what the picture shows. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}(/\\d{4})?/\\p{Lu}{2}");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ENDING = Pattern.compile("\\.\\w{2,5}$");

    private final Function<String, Optional<URI>> resolve;

    /** @param resolve makes an address of a reference as the page writes it; empty for scripts and nonsense */
    public ScannedPages(Function<String, Optional<URI>> resolve) {
        this.resolve = resolve;
    }

    /**
     * Returns whether the text of a notice tells it already: in many words, or in a sentence with a day, a time or a sum
     * beside a single picture.
     *
     * @param text its lines, without the title
     */
    public static boolean areBeside(List<String> text, List<Attachment> pages) {
        long letters = text.stream()
                .flatMapToInt(String::chars)
                .filter(Character::isLetter)
                .count();
        return letters >= LITTLE_TEXT || (pages.size() == 1 && text.stream().anyMatch(ScannedPages::tellsFacts));
    }

    private static boolean tellsFacts(String line) {
        return LinePatterns.endsLikeASentence(line)
                && DIGIT.matcher(line).find()
                && !NUMBER.matcher(line).find();
    }

    /** Returns whether an element shows a picture that may be a page, as far as its address and size tell. */
    public static boolean isPage(Element node) {
        String source = node.normalName().equals("img") ? PictureSource.of(node) : "";
        boolean page = source.startsWith("data:")
                ? isInline(source)
                : source.length() > 1 && !NO_PAGE.matcher(source).find();
        if (!page) {
            return false;
        }
        int width = size(node, "width");
        int height = size(node, "height");
        return isLarge(width) && isLarge(height) && (width == 0 || height == 0 || width <= WIDEST * height);
    }

    /** Returns whether an element shows such a picture within the page itself, which has no address to be offered at. */
    public static boolean isInlinePage(Element node) {
        return isPage(node) && PictureSource.of(node).startsWith("data:");
    }

    private static boolean isInline(String source) {
        return source.length() >= SMALLEST_INLINE && INLINE.matcher(source).lookingAt();
    }

    private static boolean isLarge(int side) {
        return side == 0 || side >= SMALLEST_SIDE;
    }

    /** Returns a length in pixels; 0 where the page tells none. */
    private static int size(Element image, String side) {
        Matcher pixels = PIXELS.matcher(image.attr(side).strip());
        if (pixels.find()) {
            return Integer.parseInt(pixels.group(1));
        }
        Matcher styled = STYLED.matcher(PlainText.start(image.attr("style"), LONGEST_STYLE));
        while (styled.find()) {
            if (styled.group(2).equalsIgnoreCase(side)) {
                return Integer.parseInt(styled.group(3));
            }
        }
        return 0;
    }

    /**
     * Returns the pictures among the elements of a notice that may be its pages, at most ten; none where one has a
     * caption or the title promises photographs.
     *
     * @param title of the notice; it names no page of it
     */
    public List<Attachment> among(Stream<Element> nodes, String title) {
        List<Element> pictures =
                nodes.filter(ScannedPages::isPage).limit(MOST_SEEN).toList();
        String known = Folding.fold(title);
        if (GALLERY.matcher(known).find() || pictures.stream().anyMatch(ScannedPages::hasCaption)) {
            return List.of();
        }
        Map<URI, String> told = new LinkedHashMap<>();
        for (Element picture : pictures) {
            address(picture)
                    .filter(there -> told.size() < MOST)
                    .ifPresent(there -> told.putIfAbsent(there, told(picture, there, known)));
        }
        return named(told);
    }

    private static boolean hasCaption(Element picture) {
        Element figure = picture.closest("figure");
        Element table = picture.closest("table");
        return (figure != null && figure.hasText())
                || (table != null && !ShortText.of(table, LONGEST_CAPTION).isEmpty());
    }

    /** A small copy leads to the large picture; what leads to a page is the picture of that. */
    private Optional<URI> address(Element picture) {
        Element link = picture.closest("a[href]");
        Optional<URI> target = link == null ? Optional.empty() : resolve.apply(link.attr("href"));
        return (target.isPresent()
                        ? target.filter(DocumentAddress::isPicture)
                        : resolve.apply(PictureSource.of(picture)))
                .map(found -> URI.create(found.toASCIIString()));
    }

    private static String told(Element picture, URI address, String title) {
        return Stream.concat(
                        Stream.of("title", "alt").map(picture::attr).map(FileLabel::of),
                        Stream.of(DocumentAddress.fileName(address)))
                .filter(name -> name.length() <= LONGEST_NAME && says(name))
                .filter(name -> !title.contains(Folding.fold(name)))
                .findFirst()
                .orElse("");
    }

    /** The names that cameras, telephones and servers make up have more digits than words. */
    private static boolean says(String name) {
        String bare = ENDING.matcher(name).replaceFirst("");
        List<String> words = Stream.of(NO_LETTERS.split(bare, -1))
                .filter(word -> word.length() > 1)
                .toList();
        int letters = words.stream().mapToInt(String::length).sum();
        return words.size() >= FEWEST_WORDS && letters >= MOSTLY_WORDS * bare.length();
    }

    /** A name that several have names none. */
    private static List<Attachment> named(Map<URI, String> told) {
        Map<String, Integer> times = new HashMap<>();
        told.values().forEach(name -> times.merge(name, 1, Integer::sum));
        int[] number = {0};
        return told.entrySet().stream()
                .map(each -> {
                    number[0]++;
                    boolean own = !each.getValue().isEmpty() && times.getOrDefault(each.getValue(), 0) == 1;
                    return new Attachment(
                            own
                                    ? each.getValue()
                                    : Phrases.vietnamese().say("announcement.attachments.page", number[0]),
                            each.getKey());
                })
                .toList();
    }
}
