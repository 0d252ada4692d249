package vn.loa.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Represents the answer to a request.
 *
 * @param status the HTTP status, 200 to 599
 * @param contentType of the body, for example {@code application/json}
 * @param body the content
 * @param headers further headers by name; they win over those that the server sets by itself
 */
public record WebAnswer(int status, String contentType, WebBody body, Map<String, String> headers) {
    public WebAnswer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("no final HTTP status: " + status);
        }
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(body);
        headers = Map.copyOf(headers);
    }

    /** Makes an answer without further headers, in UTF-8. */
    public WebAnswer(int status, String contentType, String body) {
        this(status, contentType, WebBody.text(body), Map.of());
    }

    /**
     * Makes an answer that a browser saves as a file.
     *
     * @param name what it is called; letters, digits, dots and hyphens
     */
    public static WebAnswer download(String contentType, String name, WebBody body) {
        return new WebAnswer(200, contentType, body, Map.of())
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .with("X-Content-Type-Options", "nosniff");
    }

    public static WebAnswer json(int status, String body) {
        return new WebAnswer(status, "application/json", body);
    }

    public static WebAnswer plain(int status, String body) {
        return new WebAnswer(status, "text/plain; charset=UTF-8", body);
    }

    /** Returns an answer that sends the browser to another page by GET (303). */
    public static WebAnswer redirect(String path) {
        return plain(303, "").with("Location", path);
    }

    /** Returns the same answer with one more header, in place of a former one of the name. */
    public WebAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WebAnswer(status, contentType, body, more);
    }
}
