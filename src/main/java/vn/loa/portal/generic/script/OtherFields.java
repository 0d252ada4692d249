package vn.loa.portal.generic.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of fields under which data holds other things than a page's article or its list of news. */
final class OtherFields {
    private static final Pattern WORD = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

    /** Under these stand other articles, or no articles. */
    private static final List<String> OTHERS = List.of(
            "related",
            "other",
            "lienquan",
            "tinkhac",
            "comment",
            "sidebar",
            "popular",
            "mostread",
            "mostview",
            "xemnhieu",
            "docnhieu",
            "hotnews",
            "menu",
            "navi",
            "setting",
            "config",
            "footer",
            "banner",
            "breadcrumb",
            "lienket",
            "weblink",
            "advert",
            "quangcao",
            "author",
            "tacgia",
            "user",
            "gallery",
            "album");
    /** These say so only as whole words. */
    private static final Set<String> OTHER_WORDS = Set.of("hot", "site");

    /** Beside an article these are other articles; in a list they are the list. */
    private static final List<String> LATEST = List.of("latest", "tinmoi", "newest");

    /** These hold the names of sections, in each of which may stand articles. */
    private static final Pattern SECTIONS = Pattern.compile(
            "^(?:all|sub|list|ds|danhsach|news|post)?(?:categor(?:y|ies)|chuyenmuc|danhmuc|tags?|topics?"
                    + "|sections?|chude|linhvuc)(?:list)?$");

    private OtherFields() {}

    /** Returns whether what a name holds is other than the article or the list. */
    static boolean areUnder(String name) {
        String bare = bare(name);
        return OTHERS.stream().anyMatch(bare::contains)
                || Stream.of(WORD.split(name)).anyMatch(word -> OTHER_WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Returns whether a name holds what is newest. */
    static boolean areLatest(String name) {
        String bare = bare(name);
        return LATEST.stream().anyMatch(bare::contains);
    }

    /** Returns whether the items of an array of this name are sections. */
    static boolean areSections(String name) {
        return SECTIONS.matcher(bare(name)).find();
    }

    /** Returns a name in small letters alone. */
    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
