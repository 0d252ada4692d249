package vn.loa.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request, wholly read. It may hold secrets, so it tells nobody of its headers and its body. */
public final class WebRequest {
    private final String method;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A request.
     *
     * @param method in upper case
     * @param headers the first value of each, by its name in lower case
     * @param body as it came, at most {@link WebServer#LARGEST_BODY} bytes
     */
    public WebRequest(String method, Map<String, String> headers, byte[] body) {
        this.method = Objects.requireNonNull(method);
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    public String method() {
        return method;
    }

    /** The first header of this name, in whatever case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body, byte for byte, as signatures need it. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " of " + body.length + " bytes";
    }
}
