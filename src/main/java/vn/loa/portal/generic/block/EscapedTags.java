package vn.loa.portal.generic.block;

import com.google.re2j.Pattern;

/** Removes from a text the tags that a portal escaped twice, so that readers would see {@code <img src="…">}. */
public final class EscapedTags {
    private static final Pattern TAG =
            Pattern.compile("(?i)<(?:/?(?:img|br|hr|p|div|span|a|strong|b|em|i|u|font|iframe|figure"
                    + "|figcaption|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|center|blockquote|video|source|o:p)(?:\\s[^<>]*|\\s*/)?(?:>|$)"
                    + "|!--[^<>]*--\\s*>)");

    /** WordPress writes these where the plug-in that knows them is gone; and old feeds leave the end of a CDATA section. */
    private static final Pattern SHORTCODE = Pattern.compile(
            "(?i)\\[embed\\][^\\[\\]]*\\[/embed\\]|\\[/?(?:embed|caption|gallery|video|audio|playlist|(?:vc|et_pb|fusion|ux)_\\w+|pdf-embedder|contact-form-7)(?:\\s[^\\[\\]]*)?\\]|<!\\[CDATA\\[|\\]\\]>");

    private EscapedTags() {}

    /** Returns the text without them; other angle brackets stay. */
    public static String removedFrom(String text) {
        String plain =
                text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ").strip();
        return plain.indexOf(']') < 0
                ? plain
                : SHORTCODE.matcher(plain).replaceAll(" ").strip();
    }
}
