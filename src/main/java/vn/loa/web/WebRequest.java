package vn.loa.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Represents a request that was read to its end. It may hold secrets, so its text form leaves out headers and body. */
public final class WebRequest {
    private final String method;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Makes a request.
     *
     * @param method in upper case
     * @param headers the first value of each, by its name in lower case
     * @param body as it came, at most {@link WebServer#LARGEST_BODY} bytes
     */
    public WebRequest(String method, Map<String, String> headers, byte[] body) {
        this(method, "", headers, body);
    }

    /**
     * Makes a request.
     *
     * @param query what stood behind the question mark, as it came; an empty string when nothing did
     */
    public WebRequest(String method, String query, Map<String, String> headers, byte[] body) {
        this.method = Objects.requireNonNull(method);
        this.query = Objects.requireNonNull(query);
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    public String method() {
        return method;
    }

    /** Returns the first header of this name, in whatever case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the fields of the query. */
    public FormFields query() {
        return FormFields.of(query);
    }

    /** Returns the fields of a form that was posted. */
    public FormFields form() {
        return FormFields.of(new String(body, StandardCharsets.UTF_8));
    }

    /** Returns a cookie's value. */
    public Optional<String> cookie(String name) {
        return header("Cookie").stream()
                .flatMap(all -> Stream.of(all.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** Returns the body, byte for byte, as signatures need it. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " of " + body.length + " bytes";
    }
}
