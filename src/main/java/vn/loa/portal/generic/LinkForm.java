package vn.loa.portal.generic;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form that the addresses of one kind of article have in common.
 *
 * @param folder with a slash behind each name; numbers in it are not told apart
 * @param end the ending, and whether it follows a number; where a query tells the article, the name of the page and the names
 *     of the query's parameters
 */
public record LinkForm(String folder, String end) {
    private static final Pattern LANGUAGE = Pattern.compile("^/[a-z]{2}(?:[-_][a-zA-Z]{2})?/");

    /** Returns the form of an address. */
    public static LinkForm of(URI address) {
        String path = Objects.requireNonNullElse(address.getPath(), "").replaceFirst("/$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String ending = last.replaceFirst("^.*?(\\.\\w{1,5})?$", "$1");
        String stem = last.substring(0, last.length() - ending.length());
        boolean numbered = !stem.isEmpty() && Character.isDigit(stem.charAt(stem.length() - 1));
        String query = query(address);
        return new LinkForm(
                path.substring(0, path.length() - last.length()).replaceAll("/\\d+(?=/)", "/#"),
                (query.isEmpty() || numbered ? (numbered ? "#" : "") + ending : last) + query);
    }

    /** The same parameters have other values in each article. */
    private static String query(URI address) {
        String query = address.getRawQuery();
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .map(parameter -> parameter.replaceFirst("=.*$", ""))
                        .sorted()
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** Returns whether the articles have a folder of their own; at the root, and in that of a language, stand all pages. */
    boolean isInFolder() {
        return LANGUAGE.matcher(folder).replaceFirst("/").length() > 1;
    }

    /** Returns the form of articles whose sections have folders of their own. */
    public LinkForm inAnyFolder() {
        return new LinkForm(folder.replaceAll("[^/#]+", "*"), end);
    }

    /** Returns whether links of these forms may be alike: slugs end in a number now and then. */
    public boolean isAmong(Set<LinkForm> forms) {
        return forms.contains(this) || forms.contains(new LinkForm(folder, end.replaceFirst("^#", "")));
    }
}
