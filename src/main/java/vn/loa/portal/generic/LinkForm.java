package vn.loa.portal.generic;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * The form that the addresses of one kind of article have in common.
 *
 * @param folder with a slash behind each name; numbers in it are not told apart
 * @param end the ending, and whether it follows a number; where a query tells the article, the whole name of the page and
 *     the query without its numbers
 */
record LinkForm(String folder, String end) {
    static LinkForm of(URI address) {
        String path = Objects.requireNonNullElse(address.getPath(), "").replaceFirst("/$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String ending = last.replaceFirst("^.*?(\\.\\w{1,5})?$", "$1");
        String stem = last.substring(0, last.length() - ending.length());
        boolean numbered = !stem.isEmpty() && Character.isDigit(stem.charAt(stem.length() - 1));
        String query = Objects.requireNonNullElse(address.getRawQuery(), "").replaceAll("\\d+", "#");
        return new LinkForm(
                path.substring(0, path.length() - last.length()).replaceAll("/\\d+(?=/)", "/#"),
                query.contains("#") ? last + '?' + query : (numbered ? "#" : "") + ending);
    }

    /** Returns whether news have this form and other pages of the site hardly do: all may be slugs. */
    boolean tells() {
        return folder.length() > 1 || isNumbered();
    }

    boolean isNumbered() {
        return end.contains("#");
    }

    /** Returns the form of articles whose sections have folders of their own. */
    LinkForm inAnyFolder() {
        return new LinkForm(folder.replaceAll("[^/#]+", "*"), end);
    }

    /** Returns whether links of these forms may be alike: slugs end in a number now and then. */
    boolean isAmong(Set<LinkForm> forms) {
        return forms.contains(this) || forms.contains(new LinkForm(folder, end.replaceFirst("^#", "")));
    }
}
