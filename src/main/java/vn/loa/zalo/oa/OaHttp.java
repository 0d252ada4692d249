package vn.loa.zalo.oa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import vn.loa.delivery.channel.SendPermission;

/**
 * One request, one attempt, on the caller's thread; a GET that a closed connection swallowed is repeated. Redirects are not followed: they would carry the token to another
 * host.
 */
final class OaHttp {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MOST_BYTES = 1024 * 1024;

    /** Represents the way in which a request ended. Reasons name no address and no secret. */
    sealed interface Ending {
        /** An answer; the body is the missing node when it was no JSON object. */
        record Answered(int status, JsonNode body) implements Ending {}

        /** Not a byte of it was written, so it had no effect. */
        record NotWritten(String reason) implements Ending {}

        /** It was written, and then no answer came. */
        record Lost(String reason) implements Ending {}
    }

    private final OkHttpClient client;
    /** For questions, which may be asked again when a connection that was kept turns out to be closed. */
    private final OkHttpClient asking;

    OaHttp(OaOptions.Times times) {
        this(times, new OkHttpClient());
    }

    /**
     * Makes the way of one account.
     *
     * @param shared whose connections and trust all accounts use
     */
    OaHttp(OaOptions.Times times, OkHttpClient shared) {
        this.client = shared.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(times.connect())
                .readTimeout(times.call())
                .writeTimeout(times.call())
                .callTimeout(times.call())
                .addNetworkInterceptor(OaHttp::connected)
                .build();
        this.asking = client.newBuilder().retryOnConnectionFailure(true).build();
    }

    /**
     * The part that runs once the connection stands, TLS included. It drops Retry-After from a 503, for OkHttp would
     * obey a zero there by sending the request a second time.
     */
    private static Response connected(Interceptor.Chain chain) throws IOException {
        SendPermission.check();
        AtomicBoolean written = chain.request().tag(AtomicBoolean.class);
        if (written != null) {
            written.set(true);
        }
        Response response = chain.proceed(chain.request());
        return response.code() == 503
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    Ending call(Request request) {
        AtomicBoolean written = new AtomicBoolean();
        Request watched = request.newBuilder().tag(AtomicBoolean.class, written).build();
        OkHttpClient way = request.method().equals("GET") ? asking : client;
        try (Response response = way.newCall(watched).execute()) {
            return new Ending.Answered(
                    response.code(), object(response.peekBody(MOST_BYTES).string()));
        } catch (IOException e) {
            String kind = e.getClass().getSimpleName();
            return written.get()
                    ? new Ending.Lost("no answer: " + kind)
                    : new Ending.NotWritten("no connection: " + kind);
        }
    }

    private static JsonNode object(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read.isObject() ? read : JSON.missingNode();
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    void close() {
        client.connectionPool().evictAll();
    }
}
