package vn.loa.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import vn.loa.command.role.WebLogins;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;

/** Carries the secret of a session in a cookie that no script and no other site can use. */
final class SessionCookie {
    private static final String NAME = "loa_session";
    private static final String ATTRIBUTES = "; Path=/web; HttpOnly; SameSite=Strict; Max-Age=";

    private final boolean encrypted;

    /**
     * Makes the cookie.
     *
     * @param encrypted whether browsers come by https, so that the cookie may go no other way
     */
    SessionCookie(boolean encrypted) {
        this.encrypted = encrypted;
    }

    Optional<String> token(WebRequest request) {
        return request.cookie(NAME);
    }

    WebAnswer begin(WebAnswer answer, WebLogins.Session session) {
        return set(answer, session.token(), WebLogins.SESSION_LIFE.toSeconds());
    }

    WebAnswer end(WebAnswer answer) {
        return set(answer, "", 0);
    }

    private WebAnswer set(WebAnswer answer, String value, long seconds) {
        return answer.with("Set-Cookie", NAME + "=" + value + ATTRIBUTES + seconds + (encrypted ? "; Secure" : ""));
    }

    /** Compares two secrets in a time that tells nothing of where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
