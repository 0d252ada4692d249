package vn.loa.portal.generic;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.FileRow;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/**
 * Finds the titles of items in whose list only "Xem chi tiết" below each of them is a link, or the number of a document
 * above each.
 */
final class UnlinkedTitles {
    private static final Pattern READ_ON = Pattern.compile(
            "[\\[(»>. ]*(?:(?:xem|đọc) (?:tiếp|thêm|chi tiết|toàn văn|nội dung)|chi tiết|read (?:more|on)|details?)"
                    + "[\\])»>.… ]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** In blocks. */
    private static final int BELOW = 3;
    /** Parameters that tell where a reader came from. */
    private static final Pattern TRACKING =
            Pattern.compile("(?:utm_|fbclid=|gclid=|zarsrc=|ref=|ref_src=|source=)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_LINK = 40;
    private static final double MOSTLY_LINKED = 0.6;
    private static final int SHORTEST_LINKED = 5;
    private static final int SHORTEST = 14;
    private static final int LONGEST = 300;
    /** The number of blocks before the link within which the title of its item stands. */
    private static final int REACH = 8;

    private final PageText page;
    private final Links links;
    /** The first block of each address that can be its title, whatever its length; none where no link leads on. */
    private final Map<String, Integer> linked = new HashMap<>();

    private UnlinkedTitles(PageText page, Links links) {
        this.page = page;
        this.links = links;
        if (page.blocks().stream().anyMatch(block -> !block.href().isEmpty() && leadsOn(block))) {
            page.blocks().stream()
                    .filter(UnlinkedTitles::isLinkedTitle)
                    .forEach(block -> linked.putIfAbsent(address(block), block.number()));
        }
    }

    /**
     * Returns the block of each title with the address, as written, to which its item leads; a linked title that is too
     * short to be known as one is the title of an item that leads on to the same address. One file alone is the attachment
     * of an article.
     */
    static Map<Integer, String> on(PageText page, Links links) {
        UnlinkedTitles reading = new UnlinkedTitles(page, links);
        Map<Integer, String> titles = new LinkedHashMap<>();
        int from = 0;
        for (TextBlock block : page.blocks()) {
            if (!block.href().isEmpty()) {
                int title = leadsOn(block) ? reading.title(from, block) : reading.belowNumber(block);
                if (title >= 0) {
                    titles.put(title, block.href());
                }
                from = block.number() + 1;
            }
        }
        boolean loneFile = titles.size() == 1 && titles.values().stream().allMatch(FileRow::isFile);
        return loneFile ? Map.of() : titles;
    }

    /** Returns the line below the number of a document that tells what it is about, -1 when there is none. */
    private int belowNumber(TextBlock link) {
        int end = Math.min(page.blocks().size(), link.number() + 1 + BELOW);
        if (link.kind() == TextBlock.Kind.ROW || !FileRow.isNumber(link.text())) {
            return -1;
        }
        return IntStream.range(link.number() + 1, end)
                .takeWhile(at -> page.block(at).href().isEmpty())
                .filter(at -> isTitle(page.block(at)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isLinkedTitle(TextBlock block) {
        return !block.href().isEmpty()
                && block.linkDensity() >= MOSTLY_LINKED
                && block.letters() >= SHORTEST_LINKED
                && !block.isBoilerplate()
                && !leadsOn(block)
                && !DatePatterns.isDate(block.text());
    }

    /** Returns where a link leads, the same however it is written; where it cannot be resolved, as it is written. */
    private String address(TextBlock block) {
        return links.resolve(block.href()).map(UnlinkedTitles::plain).orElse(block.href());
    }

    /**
     * A menu may link to the same address in a few letters, and a box further down by the title; neither is that of this
     * item.
     */
    private int title(int from, TextBlock link) {
        int own = linked.getOrDefault(address(link), -1);
        boolean near = own < link.number() && own >= link.number() - REACH;
        boolean stray = own > link.number() || own >= 0 && page.block(own).letters() < SHORTEST && !near;
        return own < 0 || stray ? unlinked(from, link.number()) : own;
    }

    private static String plain(URI address) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String told = Arrays.stream(query.split("&"))
                .filter(parameter -> !TRACKING.matcher(parameter).lookingAt())
                .collect(Collectors.joining("&"));
        String fragment = Links.isRoute(address.getRawFragment()) ? address.getRawFragment() : "";
        String host = address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        return host + address.getRawPath() + '?' + told + '#' + fragment;
    }

    private static boolean leadsOn(TextBlock block) {
        return leadsOn(block.text());
    }

    /** Returns whether a link says no more than that the article is behind it. */
    static boolean leadsOn(String text) {
        return text.length() <= LONGEST_LINK && READ_ON.matcher(text).matches();
    }

    /** Returns the first line of the item that can be its title, -1 when there is none. */
    private int unlinked(int from, int link) {
        for (int i = Math.max(from, link - REACH); i < link; i++) {
            if (isTitle(page.block(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTitle(TextBlock block) {
        return block.letters() >= SHORTEST
                && block.text().length() <= LONGEST
                && !block.isBoilerplate()
                && !DatePatterns.isDated(block.text());
    }
}
