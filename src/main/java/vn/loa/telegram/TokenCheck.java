package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Asks Telegram whose a token is, before there is a bot. */
public final class TokenCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 64 * 1024;

    private TokenCheck() {}

    /**
     * Returns the name of the bot, without an at sign.
     *
     * @param apiUrl the root of the Bot API
     * @throws IOException when Telegram refuses the token, cannot be reached or answers something else; its message is a
     *     sentence without the token
     */
    public static String botName(URI apiUrl, String token) throws IOException {
        OkHttpClient client = new OkHttpClient.Builder()
                .callTimeout(LONGEST)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        String root = apiUrl.toString().replaceFirst("/+$", "");
        try (Response answer = ask(client, request(root + "/bot" + token + "/getMe"))) {
            return name(answer);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static Response ask(OkHttpClient client, Request request) throws IOException {
        try {
            return client.newCall(request).execute();
        } catch (IOException e) {
            throw new IOException("Telegram cannot be reached, so the token could not be tried: " + e.getMessage()
                    + "; look at the network of this machine, and try again");
        }
    }

    private static Request request(String url) throws IOException {
        try {
            return new Request.Builder().url(url).build();
        } catch (IllegalArgumentException e) {
            // Its message holds the address, and so the token.
            throw new IOException("the token holds characters that no token has");
        }
    }

    private static String name(Response answer) throws IOException {
        if (answer.code() == 401 || answer.code() == 404) {
            throw new IOException("Telegram does not know this token; copy it again from @BotFather");
        }
        ResponseBody body = answer.peekBody(MOST_BYTES);
        JsonNode bot = answer.isSuccessful() ? JSON.readTree(body.string()).path("result") : JSON.nullNode();
        String name = bot.path("username").asText();
        if (name.isEmpty()) {
            throw new IOException("Telegram answered " + answer.code() + " and no bot's name; try again later");
        }
        return name;
    }
}
