package vn.loa.fetch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A small page that says nothing but where to go on: by a {@code refresh} in a meta element, as a portal leaves them at
 * its old address, or by a script that does it at once, whatever the browser.
 *
 * @param permanent whether the page was left for good; a script may send each reader elsewhere
 */
record MarkupRedirect(HttpUrl target, boolean permanent) {
    /** In characters, tags and all; a page of news is longer. */
    private static final int LONGEST = 6_000;

    private static final int LONGEST_TEXT = 500;
    /** About "Đang chuyển đến trang mới, nếu chờ lâu xin bấm vào đây"; a notice is longer. */
    private static final int LONGEST_TEXT_OF_SCRIPT = 120;

    /** Old scripts hide themselves from browsers that know none. */
    private static final Pattern HIDDEN_SCRIPT = Pattern.compile("(?i)(<script\\b[^>]*>\\s*)<!--");
    /** Read by no browser of today that runs scripts. */
    private static final Pattern UNREAD =
            Pattern.compile("(?is)<!--.*?(?:-->|$)|<(?:noscript|template)\\b.*?</(?:noscript|template)>");

    private static final Pattern META = Pattern.compile("(?i)<meta\\b[^>]*>");
    private static final Pattern IS_REFRESH = Pattern.compile("(?i)http-equiv\\s*=\\s*[\"']?refresh\\b");
    /** Within half a minute; later than that a page is loaded again, not left. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)content\\s*=\\s*[\"']?\\s*[0-3]?\\d\\s*[;,]\\s*url\\s*=\\s*[\"']?\\s*([^\"'>\\s]+)");

    private static final Pattern SCRIPT = Pattern.compile("(?is)<script\\b[^>]*>(.*?)</script>");
    private static final Pattern REMARK = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:(?:^|[\\s;{}])//.*$)");
    /** With any of these before it a statement is not always run. */
    private static final Pattern CONDITION =
            Pattern.compile("\\b(?:if|else|function|switch|case|for|while|catch|return)\\b|=>|\\bon\\w+\\s*=|\\.on\\(");

    private static final Pattern STATEMENT =
            Pattern.compile("(?m)(?:^|[;{}])\\s*(?:(?:window|document|top|self|parent)\\.)?location"
                    + "(?:(?:\\.href)?\\s*=\\s*[\"']([^\"'\\s]+)[\"']"
                    + "|\\.(?:replace|assign)\\(\\s*[\"']([^\"'\\s]+)[\"']\\s*\\))\\s*(?:[;}]|$)");
    private static final Pattern SILENT = Pattern.compile("(?is)<(?:script|style|head)\\b.*?</(?:script|style|head)>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    /** Returns where a page sends its readers; empty for a page that has text of its own or leads to itself. */
    static Optional<MarkupRedirect> in(String markup, HttpUrl page) {
        if (markup.length() > LONGEST) {
            return Optional.empty();
        }
        String read =
                UNREAD.matcher(HIDDEN_SCRIPT.matcher(markup).replaceAll("$1")).replaceAll(" ");
        int told = toldIn(read).length();
        Optional<String> meta = told > LONGEST_TEXT ? Optional.empty() : inMeta(read);
        Optional<String> script = told > LONGEST_TEXT_OF_SCRIPT ? Optional.empty() : inScripts(read);
        return meta.flatMap(written -> to(written, page, true))
                .or(() -> script.flatMap(written -> to(written, page, false)));
    }

    private static Optional<MarkupRedirect> to(String written, HttpUrl page, boolean permanent) {
        return Optional.ofNullable(page.resolve(written.replace("&amp;", "&")))
                .filter(target -> !leadsBack(target, page))
                .map(target -> new MarkupRedirect(target, permanent));
    }

    private static String toldIn(String read) {
        String told = TAG.matcher(SILENT.matcher(read).replaceAll(" ")).replaceAll(" ");
        return told.replaceAll("\\s+", " ");
    }

    private static Optional<String> inMeta(String read) {
        Matcher meta = META.matcher(SCRIPT.matcher(read).replaceAll(" "));
        while (meta.find()) {
            Matcher address = ADDRESS.matcher(meta.group());
            if (IS_REFRESH.matcher(meta.group()).find() && address.find()) {
                return Optional.of(address.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inScripts(String read) {
        Matcher script = SCRIPT.matcher(read);
        while (script.find()) {
            Optional<String> address = inScript(REMARK.matcher(script.group(1)).replaceAll("\n"));
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inScript(String code) {
        Matcher statement = STATEMENT.matcher(code);
        if (!statement.find()
                || CONDITION.matcher(code.substring(0, statement.start())).find()) {
            return Optional.empty();
        }
        return Optional.of(statement.group(1) == null ? statement.group(2) : statement.group(1));
    }

    /** An article that is gone sends its readers to the front of its site. */
    private static boolean leadsBack(HttpUrl target, HttpUrl page) {
        boolean same = target.host().equals(page.host());
        boolean front = target.encodedPath().equals("/") && target.encodedQuery() == null;
        HttpUrl plain = target.newBuilder().fragment(null).build();
        return same && (front || plain.equals(page) || plain.encodedPath().equals(page.encodedPath()));
    }
}
