package vn.loa.portal.address;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Addresses of articles of which a list tells but the last part: applications put an article below the page of its list.
 * The address of a programming interface is that of the list with words before it ({@code /api/v1/tin-tuc}).
 */
public final class SlugAddress {
    private static final Pattern OF_INTERFACE =
            Pattern.compile("(?i)api|rest|public|services?|wp-json|ajax|data|v\\d{1,2}");
    private static final Set<String> OF_LIST = Set.of("list", "danh-sach", "ds", "all", "latest", "search", "index");
    private static final Pattern ENDING = Pattern.compile("\\.\\w{1,5}$");

    private SlugAddress() {}

    /**
     * Returns the address of an article.
     *
     * @param list where its list was found
     * @param slug the last part of its address, with or without a slash before it
     */
    public static String of(URI list, String slug) {
        String path = list.getRawPath() == null ? "" : list.getRawPath();
        List<String> parts = Arrays.stream(ENDING.matcher(path).replaceFirst("").split("/", -1))
                .filter(part -> !part.isEmpty())
                .dropWhile(part -> OF_INTERFACE.matcher(part).matches())
                .toList();
        boolean ofList = !parts.isEmpty() && OF_LIST.contains(parts.get(parts.size() - 1));
        String folder = parts.stream()
                .limit(ofList ? parts.size() - 1 : parts.size())
                .map(part -> "/" + part)
                .collect(Collectors.joining());
        return folder + "/" + slug.replaceFirst("^/", "");
    }
}
