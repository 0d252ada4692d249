package vn.loa.web;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads each request to its end and has its route answer it. A failure is answered with a status and nothing more; the
 * log has the rest, without the content of the request.
 */
final class RouteHandler extends Handler.Abstract {
    private static final Logger log = LoggerFactory.getLogger(RouteHandler.class);
    private static final int MOST_OF_A_CLIENT = 16;

    private final Map<String, WebRoute> routes = new ConcurrentHashMap<>();
    private final OpenConnections connections;
    private final ClientBudget clients = new ClientBudget(MOST_OF_A_CLIENT);

    /**
     * Handles requests for these routes.
     *
     * @throws IllegalArgumentException when two routes have one path, or a path does not begin with a slash
     */
    RouteHandler(List<WebRoute> routes, OpenConnections connections) {
        this.connections = connections;
        routes.forEach(this::add);
    }

    private void add(WebRoute route) {
        if (!route.path().startsWith("/") || routes.put(route.path(), route) != null) {
            throw new IllegalArgumentException("a route needs a path of its own that begins with /");
        }
    }

    void open(List<WebRoute> more) {
        more.forEach(route -> routes.put(route.path(), route));
    }

    void shut(List<WebRoute> fewer) {
        fewer.forEach(route -> routes.remove(route.path()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ConnectionDeadline deadline = connections.deadline(request);
        deadline.headRead();
        Object client = OpenConnections.client(
                request.getConnectionMetaData().getConnection().getEndPoint());
        if (clients.enter(client)) {
            Runnable leave = () -> clients.leave(client);
            read(request, response, deadline, Callback.from(leave, Callback.from(deadline::answered, callback)));
        } else {
            Callback answered = Callback.from(deadline::answered, callback);
            write(request, response, WebAnswer.plain(429, "too many requests at once"), answered);
        }
        return true;
    }

    /** Reads the request's body and answers; a long body is given more time. */
    private void read(Request request, Response response, ConnectionDeadline deadline, Callback answered) {
        WebRoute route = routes.get(request.getHttpURI().getCanonicalPath());
        int most = route == null ? RequestBodyReader.LARGEST : route.largestBody(query(request));
        if (most > RequestBodyReader.LARGEST) {
            deadline.longBody();
        }
        new RequestBodyReader(request, most).read().whenComplete((body, failure) -> {
            if (failure == null) {
                answer(request, response, body, deadline, answered);
            } else {
                // The client has gone, or its time was over.
                answered.failed(failure);
            }
        });
    }

    /** An error ends this answer, and gives back the client's place, whatever it is. */
    private void answer(
            Request request, Response response, Optional<byte[]> body, ConnectionDeadline deadline, Callback answered) {
        try {
            WebAnswer answer = answer(request, body, deadline);
            deadline.sending(answer.body());
            write(request, response, answer, answered);
        } catch (RuntimeException | Error e) {
            log.error("{} could not be answered", request.getMethod(), e);
            answered.failed(e);
        }
    }

    private WebAnswer answer(Request request, Optional<byte[]> body, ConnectionDeadline deadline) {
        WebRoute route = routes.get(request.getHttpURI().getCanonicalPath());
        if (route == null) {
            return WebAnswer.plain(404, "not found");
        }
        if (!route.methods().contains(request.getMethod())) {
            return WebAnswer.plain(405, "method not allowed").with("Allow", String.join(", ", route.methods()));
        }
        return body.map(bytes -> deadline.within(() -> handled(route, request(request, bytes))))
                .orElseGet(() -> WebAnswer.plain(413, "too large"));
    }

    private static FormFields query(Request request) {
        return FormFields.of(Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""));
    }

    private static WebRequest request(Request request, byte[] body) {
        String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
        return new WebRequest(request.getMethod(), query, headers(request), body);
    }

    private static WebAnswer handled(WebRoute route, WebRequest request) {
        try {
            return route.handle(request);
        } catch (RuntimeException | LinkageError e) {
            log.error(
                    "{} of {} could not be answered",
                    request.method(),
                    route.getClass().getSimpleName(),
                    e);
            return WebAnswer.plain(500, "internal error");
        }
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> first = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = Objects.requireNonNullElse(field.getValue(), "");
            first.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), value);
        }
        return first;
    }

    /** Answers what is no request, or was refused before it came to a route. */
    static boolean refuse(Request request, Response response, Callback callback) {
        write(request, response, WebAnswer.plain(response.getStatus(), "the request was refused"), callback);
        return true;
    }

    private static void write(Request request, Response response, WebAnswer answer, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        answer.headers().forEach(response.getHeaders()::put);
        boolean bodiless = request.getMethod().equals("HEAD");
        if (answer.body() instanceof WebBody.Bytes bytes) {
            ByteBuffer content = bytes.content();
            response.write(true, bodiless || !content.hasRemaining() ? null : content.duplicate(), callback);
        } else if (answer.body() instanceof WebBody.StoredFile file) {
            write(response, file.path(), bodiless, callback);
        }
    }

    private static void write(Response response, Path file, boolean bodiless, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.toFile().length());
        if (bodiless) {
            response.write(true, null, callback);
        } else {
            Content.copy(Content.Source.from(file), response, callback);
        }
    }
}
