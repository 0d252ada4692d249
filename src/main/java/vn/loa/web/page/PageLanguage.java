package vn.loa.web.page;

import java.time.ZoneId;
import java.util.Optional;
import vn.loa.phrases.Phrases;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;

/**
 * Chooses the language of a page: the one asked for, else the one chosen before, else Vietnamese. The browser's own is
 * not asked, since many an office machine was left in English.
 */
final class PageLanguage {
    private static final String COOKIE = "loa_lang";
    private static final int REMEMBERED_SECONDS = 365 * 24 * 3600;

    private final Phrases vietnamese = Phrases.vietnamese();
    private final Phrases english = Phrases.english();
    private final ZoneId zone;

    PageLanguage(ZoneId zone) {
        this.zone = zone;
    }

    PageView view(String path, WebRequest request, String formToken) {
        boolean inEnglish = asked(request)
                .or(() -> request.cookie(COOKIE))
                .filter("en"::equals)
                .isPresent();
        return new PageView(path, inEnglish ? english : vietnamese, inEnglish, formToken, zone);
    }

    private static Optional<String> asked(WebRequest request) {
        return Optional.of(request.query().first("lang")).filter(code -> code.equals("en") || code.equals("vi"));
    }

    /** Returns the answer with a cookie that remembers the language, when one was asked for. */
    static WebAnswer remembered(WebRequest request, WebAnswer answer) {
        return asked(request)
                .map(code -> answer.with(
                        "Set-Cookie",
                        COOKIE + "=" + code + "; Path=/web; HttpOnly; SameSite=Strict; Max-Age=" + REMEMBERED_SECONDS))
                .orElse(answer);
    }
}
