package vn.loa.fetch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Recognises small pages that say nothing but where to go on: by a {@code refresh} in a meta element, as a portal leaves
 * them at its old address, or by a script.
 */
final class MarkupRedirect {
    /** In characters, tags and all; a page of news is longer. */
    private static final int LONGEST = 6_000;

    private static final int LONGEST_TEXT = 500;
    private static final Pattern META = Pattern.compile("(?i)<meta\\b[^>]*>");
    private static final Pattern IS_REFRESH = Pattern.compile("(?i)http-equiv\\s*=\\s*[\"']?refresh\\b");
    /** Within half a minute; later than that a page is loaded again, not left. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)content\\s*=\\s*[\"']?\\s*[0-3]?\\d\\s*[;,]\\s*url\\s*=\\s*[\"']?\\s*([^\"'>\\s]+)");

    private static final Pattern SCRIPT =
            Pattern.compile("(?:window|document|top|self)\\.location(?:\\.href)?\\s*=\\s*[\"']([^\"'\\s]+)[\"']"
                    + "|location\\.(?:replace|assign)\\(\\s*[\"']([^\"'\\s]+)[\"']");
    private static final Pattern SILENT = Pattern.compile("(?is)<(?:script|style|head)\\b.*?</(?:script|style|head)>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private MarkupRedirect() {}

    /** Returns where a page sends its readers; empty for a page that has text of its own or leads to itself. */
    static Optional<HttpUrl> target(String text, HttpUrl page) {
        if (text.length() > LONGEST || !saysLittle(text)) {
            return Optional.empty();
        }
        return Stream.of(inMeta(text), inScript(text))
                .flatMap(Optional::stream)
                .map(written -> page.resolve(written.replace("&amp;", "&")))
                .filter(target -> target != null && !leadsBack(target, page))
                .findFirst();
    }

    private static boolean saysLittle(String text) {
        String told = TAG.matcher(SILENT.matcher(text).replaceAll(" ")).replaceAll(" ");
        return told.replaceAll("\\s+", " ").length() <= LONGEST_TEXT;
    }

    private static Optional<String> inMeta(String text) {
        Matcher meta = META.matcher(text);
        while (meta.find()) {
            Matcher address = ADDRESS.matcher(meta.group());
            if (IS_REFRESH.matcher(meta.group()).find() && address.find()) {
                return Optional.of(address.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inScript(String text) {
        Matcher script = SCRIPT.matcher(text);
        return script.find()
                ? Optional.of(script.group(1) == null ? script.group(2) : script.group(1))
                : Optional.empty();
    }

    /** An article that is gone sends its readers to the front of its site. */
    private static boolean leadsBack(HttpUrl target, HttpUrl page) {
        boolean same = target.host().equals(page.host());
        boolean front = target.encodedPath().equals("/") && target.encodedQuery() == null;
        HttpUrl plain = target.newBuilder().fragment(null).build();
        return same && (front || plain.equals(page) || plain.encodedPath().equals(page.encodedPath()));
    }
}
