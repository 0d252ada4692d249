package vn.loa.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands between TelegramBots' poller and the network. The poller keeps no reason of a failure, logs each one with its
 * stack, and sleeps where nobody can wake it; so a failed poll is noted in {@link PollHealth} and handed on as one that
 * brought nothing. {@code TelegramUpdates} does the waiting.
 */
public final class PollWatch implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final long MOST_BYTES = 64 * 1024;
    /** No list of updates, not even an empty one: the poll did not succeed. */
    private static final String NOTHING = "null";

    private final PollHealth health;
    private final TelegramErrors errors;
    private final BooleanSupplier closing;

    public PollWatch(PollHealth health, TelegramErrors errors, BooleanSupplier closing) {
        this.health = health;
        this.errors = errors;
        this.closing = closing;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return switch (ApiPath.method(chain.request().url()).toLowerCase(Locale.ROOT)) {
            case "getupdates" -> poll(chain);
            case "deletewebhook" -> deleteWebhook(chain);
            default -> chain.proceed(chain.request());
        };
    }

    private Response poll(Chain chain) {
        try {
            Response response = chain.proceed(chain.request());
            if (response.isSuccessful()) {
                return response;
            }
            JsonNode body = JSON.readTree(response.peekBody(MOST_BYTES).string());
            response.close();
            String words = response.code() + " " + body.path("description").asText();
            health.refused(response.code(), errors.safe(words));
        } catch (IOException e) {
            if (!closing.getAsBoolean()) {
                health.failed(PollHealth.Trouble.NO_ANSWER, errors.told(e));
            }
        }
        return answer(chain, NOTHING);
    }

    /** A server that does not know webhooks has none to delete. */
    private static Response deleteWebhook(Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            if (response.code() != 404) {
                return response;
            }
            response.close();
        } catch (ForeignAnswerException e) {
            if (e.status() != 404 && !e.unknownMethod()) {
                throw e;
            }
        }
        return answer(chain, "true");
    }

    private static Response answer(Chain chain, String result) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create("{\"ok\":true,\"result\":" + result + "}", JSON_TYPE))
                .build();
    }
}
