package vn.loa.fetch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises pages that stand before a portal and check the browser (seen at laodong.vn, gplx.gov.vn, nld.com.vn). */
final class Gate {
    /** In characters; a real page is longer than a gate. */
    private static final int LONGEST_COOKIE_PAGE = 2000;

    private static final int LONGEST_CHALLENGE = 20_000;
    private static final Pattern COOKIE =
            Pattern.compile("document\\.cookie\\s*=\\s*[\"']\\s*([A-Za-z0-9_-]{1,64})=([^;\"'\\s]{1,256})");
    private static final Pattern RELOAD = Pattern.compile("location\\s*(\\.\\s*(reload|href|replace)|=)");
    /** In lower case. */
    private static final List<String> CHALLENGES = List.of(
            "just a moment...",
            "attention required!",
            "checking your browser",
            "cf-challenge",
            "ddos protection",
            "g-recaptcha",
            "h-captcha",
            "captcha-form",
            "verify you are human",
            "xác minh bạn không phải",
            "xác nhận bạn không phải",
            "xác thực bạn không phải");

    private static final Pattern ARTICLE = Pattern.compile("(?i)<(article|main|h1|item|entry)[\\s>]");

    private Gate() {}

    /** Returns the cookie that a small page wants to find when it is loaded again, as {@code name=value}. */
    static Optional<String> cookie(String text) {
        if (text.length() > LONGEST_COOKIE_PAGE || !RELOAD.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher matcher = COOKIE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1) + "=" + matcher.group(2)) : Optional.empty();
    }

    /** Returns whether the page is a captcha or a check of the browser, which is not to be passed. */
    static boolean isChallenge(String text) {
        if (text.length() > LONGEST_CHALLENGE) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return CHALLENGES.stream().anyMatch(lower::contains)
                && !ARTICLE.matcher(text).find();
    }
}
