package vn.loa.portal.page;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.text.Folding;

/**
 * The title of an article as its address spells it, such as {@code tap-huan-giam-sat-1501.html}: most portals of
 * communes write one. A page that shares nothing with it is hardly that article, whatever it says instead. Pure.
 *
 * @param spelled the last part of the path as it stands there
 * @param words its words without accents, numbers and endings of files
 */
public record AddressTitle(String spelled, Set<String> words) {
    /** Fewer words may be the name of a section. */
    private static final int FEWEST = 4;

    /** The most letters of what a portal says in place of an article. */
    private static final int LONGEST = 700;

    /** Words of addresses that name no article, folded. */
    private static final Set<String> OF_ANY = Set.of(
            "chi", "tiet", "tin", "tuc", "bai", "viet", "xem", "noi", "dung", "thong", "trang", "muc", "detail",
            "details", "news", "new", "view", "article", "post", "content", "show", "index", "default", "page", "item",
            "vn", "html");

    public AddressTitle {
        words = Set.copyOf(words);
    }

    /**
     * Returns whether a short text without a date is about something else than its address. A long one, or one with a
     * date, is taken for the article whatever its address is called. Where a list's headline is known,
     * {@link PageProof} compares with that instead.
     */
    public static boolean isMissing(URI address, ArticleContent read) {
        String text = Stream.concat(Stream.of(read.title(), read.lead()), read.paragraphs().stream())
                .collect(Collectors.joining(" "));
        return read.published().precision() == Precision.NONE
                && read.attachments().isEmpty()
                && text.length() <= LONGEST
                && of(address).filter(title -> !title.isIn(text)).isPresent();
    }

    /** Returns the title in an address; empty when it has none, or asks by parameters, which say what is shown. */
    static Optional<AddressTitle> of(URI address) {
        String path = Optional.ofNullable(address.getPath()).orElse("").replaceFirst("/+$", "");
        if (address.getQuery() != null) {
            return Optional.empty();
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = Folding.fold(last.replaceFirst("\\.[A-Za-z]{2,5}$", ""));
        Set<String> words = Arrays.stream(name.split("[^a-z]+"))
                .filter(word -> word.length() > 1 && !OF_ANY.contains(word))
                .collect(Collectors.toSet());
        return Optional.of(new AddressTitle(last, words)).filter(title -> words.size() >= FEWEST);
    }

    /** Returns whether a text has at least a third of the words; that it repeats the address does not count. */
    boolean isIn(String text) {
        Set<String> said =
                Set.of(Arrays.stream(Folding.fold(text.replace(spelled, " ")).split("[^a-z]+"))
                        .distinct()
                        .toArray(String[]::new));
        long shared = words.stream().filter(said::contains).count();
        return shared * 2 >= words.size();
    }
}
