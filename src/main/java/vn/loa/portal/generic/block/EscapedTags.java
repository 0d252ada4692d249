package vn.loa.portal.generic.block;

import com.google.re2j.Pattern;

/** Removes from a text the tags that a portal escaped twice, so that readers would see {@code <img src="…">}. */
public final class EscapedTags {
    private static final Pattern TAG =
            Pattern.compile("(?i)<(?:/?(?:img|br|hr|p|div|span|a|strong|b|em|i|u|font|iframe|figure"
                    + "|figcaption|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|center|blockquote|video|source|o:p)(?:\\s[^<>]*|\\s*/)?(?:>|$)"
                    + "|!--[^<>]*--\\s*>)");

    private EscapedTags() {}

    /** Returns the text without them; other angle brackets stay. */
    public static String removedFrom(String text) {
        return text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ").strip();
    }
}
