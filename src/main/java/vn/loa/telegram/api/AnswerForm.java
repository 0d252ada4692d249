package vn.loa.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets answers of the Bot API pass and turns every other error answer into a {@link ForeignAnswerException}, because
 * TelegramBots reads the body alone and would lose the status. Successful answers are left to their reader.
 */
final class AnswerForm implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_BYTES = 64 * 1024;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        JsonNode body = json(response.peekBody(MOST_BYTES).string());
        if (body.path("ok").isBoolean()) {
            return response;
        }
        response.close();
        boolean unknownMethod = body.path("message").asText().contains("is not supported");
        throw new ForeignAnswerException(response.code(), unknownMethod, retryAfter(response));
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
}
