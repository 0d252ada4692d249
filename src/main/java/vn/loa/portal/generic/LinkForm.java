package vn.loa.portal.generic;

import java.net.URI;

/**
 * The form that the addresses of one kind of article have in common.
 *
 * @param folder with a slash behind each name; numbers in it are not told apart
 * @param end the ending, and whether it follows a number; the whole name of a page where a query tells the article
 */
record LinkForm(String folder, String end) {
    static LinkForm of(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String ending = last.replaceFirst("^.*?(\\.\\w{1,5})?$", "$1");
        String stem = last.substring(0, last.length() - ending.length());
        boolean numbered = !stem.isEmpty() && Character.isDigit(stem.charAt(stem.length() - 1));
        return new LinkForm(
                path.substring(0, path.length() - last.length()).replaceAll("/\\d+(?=/)", "/#"),
                address.getRawQuery() == null ? (numbered ? "#" : "") + ending : last + '?');
    }

    /** Returns whether news have this form and other pages of the site hardly do: all may be slugs or queries of one page. */
    boolean tells() {
        return !end.endsWith("?") && (folder.length() > 1 || end.startsWith("#"));
    }
}
