package vn.loa.portal.generic.block;

import java.net.URI;
import java.util.Optional;

/** Recognises links that lead nowhere but to the page they stand on, as a title or a date may be one. */
public final class OwnLink {
    private OwnLink() {}

    /**
     * Returns whether a reference leads to its own page.
     *
     * @param href as the page writes it; an empty one leads to the page itself
     * @param location the address of the page
     */
    public static boolean is(String href, String location) {
        String path = href.strip();
        return path.isEmpty()
                || path.startsWith("#")
                || path.regionMatches(true, 0, "javascript:", 0, 11)
                || location.endsWith(path)
                || path.equals(path(location));
    }

    private static String path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawPath()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
