package vn.loa.web;

import java.util.Objects;

/**
 * Represents the answer to a request.
 *
 * @param status the HTTP status, 200 to 599
 * @param contentType of the body, for example {@code application/json}
 * @param body sent in UTF-8
 */
public record WebAnswer(int status, String contentType, String body) {
    public WebAnswer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("no final HTTP status: " + status);
        }
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(body);
    }

    public static WebAnswer json(int status, String body) {
        return new WebAnswer(status, "application/json", body);
    }

    public static WebAnswer plain(int status, String body) {
        return new WebAnswer(status, "text/plain; charset=UTF-8", body);
    }
}
