package vn.loa.web.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Function;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/** Answers everybody at one address of the archive. Whoever has the answer already is told so (RFC 9110, ETag). */
final class ArchiveRoute implements WebRoute {
    private static final String FRESH = "public, max-age=300";

    private final String path;
    private final Function<WebRequest, WebAnswer> answer;

    ArchiveRoute(String path, Function<WebRequest, WebAnswer> answer) {
        this.path = path;
        this.answer = answer;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        WebAnswer full = answer.apply(request);
        if (full.status() != 200 || !(full.body() instanceof WebBody.Bytes bytes)) {
            return full;
        }
        String tag = "\"" + digest(bytes) + "\"";
        boolean known =
                request.header("If-None-Match").filter(had -> had.contains(tag)).isPresent();
        WebAnswer told = known ? new WebAnswer(304, full.contentType(), WebBody.text(""), full.headers()) : full;
        return told.with("ETag", tag).with("Cache-Control", FRESH).with("Vary", "Cookie");
    }

    private static String digest(WebBody.Bytes body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(body.content().duplicate());
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
