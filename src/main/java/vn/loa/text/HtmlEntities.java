package vn.loa.text;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the HTML entities that editors and broken systems leave in text which should have none. Linear in the length
 * of the text; what is no entity stays as it is.
 */
final class HtmlEntities {
    private static final int LONGEST = 10;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** HTML 4's names of U+00A0 to U+00FF, in order. */
    private static final String LATIN_1 = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
            acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
            Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde \
            Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig \
            ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide \
            oslash ugrave uacute ucirc uuml yacute thorn yuml""";

    private static final String OTHERS = """
            quot=" amp=& lt=< gt=> apos=' ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ bull=• \
            hellip=… prime=′ Prime=″ lsaquo=‹ rsaquo=› euro=€ trade=™ minus=− rarr=→ larr=← Abreve=Ă abreve=ă \
            Dstrok=Đ dstrok=đ Itilde=Ĩ itilde=ĩ Utilde=Ũ utilde=ũ""";

    private static final Map<String, String> NAMED = named();

    private HtmlEntities() {}

    private static Map<String, String> named() {
        Map<String, String> names = new HashMap<>();
        char latin = '\u00a0';
        for (String name : LATIN_1.split(" ", -1)) {
            names.put(name, String.valueOf(latin++));
        }
        for (String pair : OTHERS.split(" ", -1)) {
            int equals = pair.indexOf('=');
            names.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        for (String blank : "ensp emsp thinsp".split(" ", -1)) {
            names.put(blank, " ");
        }
        for (String invisible : "zwnj zwj lrm rlm".split(" ", -1)) {
            names.put(invisible, "");
        }
        return Map.copyOf(names);
    }

    /** Returns the text with each entity replaced once: what was escaped twice is still escaped once. */
    static String decode(String text) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int copied = 0;
        while (ampersand >= 0) {
            int end = endOf(text, ampersand);
            String meaning = end < 0 ? null : meaning(text.substring(ampersand + 1, end));
            if (meaning != null) {
                decoded.append(text, copied, ampersand).append(meaning);
                copied = end + 1;
            }
            ampersand = text.indexOf('&', Math.max(copied, ampersand + 1));
        }
        return decoded.append(text, copied, text.length()).toString();
    }

    private static int endOf(String text, int ampersand) {
        int last = Math.min(text.length(), ampersand + LONGEST + 2);
        for (int i = ampersand + 1; i < last; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String meaning(String name) {
        return name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
    }

    private static @Nullable String numbered(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        try {
            int codePoint = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return character(codePoint);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String character(int codePoint) {
        if (codePoint >= 0x80 && codePoint <= 0x9f) {
            // HTML reads these numbers as windows-1252, because that is what people meant.
            return new String(new byte[] {(byte) codePoint}, WINDOWS_1252);
        }
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : null;
    }
}
