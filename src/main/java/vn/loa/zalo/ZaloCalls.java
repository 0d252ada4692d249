package vn.loa.zalo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import vn.loa.delivery.channel.SendPermission;

/** Calls methods of the Zalo Bot API: one POST of JSON each, never repeated and never redirected, for the token is in the path. */
final class ZaloCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");
    private static final int MOST_IDLE = 8;
    private static final int UNAVAILABLE = 503;
    private static final long MOST_BYTES = 1024 * 1024;
    /** The time that a call may take beyond its long poll; the facts' clients take 5 to 20 s. */
    private static final Duration POLL_MARGIN = Duration.ofSeconds(10);

    private final ZaloAccount account;
    private final OkHttpClient http;
    private final OkHttpClient polling;

    /**
     * Makes the calls of a bot.
     *
     * @param shared whose connections and trust all bots use
     */
    ZaloCalls(ZaloAccount account, ZaloOptions.Times times, OkHttpClient shared) {
        this.account = account;
        OkHttpClient.Builder base = shared.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(times.connect())
                .writeTimeout(times.call())
                .readTimeout(times.call())
                .callTimeout(times.call())
                .addNetworkInterceptor(ZaloCalls::noteWriting);
        account.proxy().ifPresent(base::proxy);
        this.http = base.build();
        Duration longest = times.poll().plus(POLL_MARGIN);
        // A dispatcher of its own, for the poll is ended by cancelling all that the dispatcher knows.
        this.polling = http.newBuilder()
                .dispatcher(new Dispatcher())
                .callTimeout(longest)
                .readTimeout(longest)
                .build();
    }

    /** Returns a client whose connections and trust all bots of the platform share. */
    static OkHttpClient shared() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MOST_IDLE, 30, TimeUnit.SECONDS))
                .build();
    }

    static ObjectNode parameters() {
        return JSON.createObjectNode();
    }

    ZaloAnswer call(String method, ObjectNode parameters) {
        return call(http, method, parameters);
    }

    /** As {@link #call}, with the patience of a long poll. */
    ZaloAnswer poll(ObjectNode parameters) {
        return call(polling, "getUpdates", parameters);
    }

    /** Ends the poll that is open. */
    void stopPolling() {
        polling.dispatcher().cancelAll();
    }

    void close() {
        http.connectionPool().evictAll();
        polling.connectionPool().evictAll();
    }

    /** Records whether the connection stood, so that the request may have arrived. */
    private static final class Written {
        private volatile boolean begun;
    }

    /** Drops Retry-After from a 503 too, for OkHttp would obey a zero there by sending the request a second time. */
    private static Response noteWriting(Interceptor.Chain chain) throws IOException {
        SendPermission.check();
        Written written = chain.request().tag(Written.class);
        if (written != null) {
            written.begun = true;
        }
        Response response = chain.proceed(chain.request());
        return response.code() == UNAVAILABLE
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    private ZaloAnswer call(OkHttpClient client, String method, ObjectNode parameters) {
        Written written = new Written();
        Request request = new Request.Builder()
                .url(account.apiUrl().toString().replaceFirst("/+$", "") + "/bot" + account.token() + "/" + method)
                .tag(Written.class, written)
                .post(RequestBody.create(parameters.toString(), JSON_TYPE))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return read(response);
        } catch (IOException e) {
            // The message may name the address, and so the token.
            return new ZaloAnswer.Lost(written.begun, e.getClass().getSimpleName());
        }
    }

    private ZaloAnswer read(Response response) throws IOException {
        JsonNode body = json(response.peekBody(MOST_BYTES).string());
        if (body.path("ok").asBoolean()) {
            return new ZaloAnswer.Ok(body.path("result"));
        }
        return body.path("ok").isBoolean() || body.has("error_code")
                ? new ZaloAnswer.Refused(
                        body.path("error_code").asInt(response.code()),
                        hidden(body.path("description").asText()))
                : new ZaloAnswer.Foreign(response.code(), retryAfter(response));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After", "");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    /** A description that echoes the path must not carry the token on. */
    private String hidden(String description) {
        String plain = description.replace(account.token(), "***");
        String coded = plain.replaceAll(
                "(?i)" + java.util.regex.Pattern.quote(account.token().replace(":", "%3A")), "***");
        return coded.length() > 200 ? coded.substring(0, 200) : coded;
    }
}
