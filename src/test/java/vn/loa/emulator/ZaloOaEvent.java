package vn.loa.emulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import org.awaitility.Awaitility;
import vn.loa.waiting.TestPatience;

/**
 * An event as Zalo posts it.
 *
 * @param body the JSON in one line
 * @param timestamp in epoch milliseconds
 */
public record ZaloOaEvent(String body, String timestamp) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** When these events were said: just now, for what is old is refused. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final String TIMESTAMP =
            Long.toString(InstantSource.system().instant().toEpochMilli());

    /** An event of {@link ZaloOaEmulator}'s account with the fields that all have; {@link #of} closes it. */
    public static ObjectNode named(String eventName) {
        return JSON.createObjectNode()
                .put("app_id", ZaloOaEmulator.APP_ID)
                .put("oa_id", ZaloOaEmulator.OA_ID)
                .put("event_name", eventName)
                .put("timestamp", TIMESTAMP);
    }

    public static ZaloOaEvent of(ObjectNode event) {
        return new ZaloOaEvent(event.toString(), TIMESTAMP);
    }

    public static ZaloOaEvent privateText(String userId, String text, String messageId) {
        ObjectNode event = named("user_send_text");
        event.putObject("sender").put("id", userId);
        event.putObject("recipient").put("id", ZaloOaEmulator.OA_ID);
        event.putObject("message").put("text", text).put("msg_id", messageId);
        return of(event);
    }

    public static ZaloOaEvent groupText(String groupId, String userId, String text, String messageId) {
        ObjectNode event = named("user_send_group_text");
        event.putObject("sender").put("id", userId);
        event.putObject("recipient").put("id", groupId);
        event.putObject("message").put("text", text).put("msg_id", messageId);
        return of(event);
    }

    /** The same for another account of the app. */
    public ZaloOaEvent of(String account) {
        return new ZaloOaEvent(body.replace(ZaloOaEmulator.OA_ID, account), timestamp);
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The signature as Zalo documents it. */
    public String signature() {
        return "mac=" + mac(ZaloOaEmulator.APP_ID, timestamp);
    }

    /** SHA-256 of id, body, time stamp and the account's secret, in hex. */
    public String mac(String id, String signedTimestamp) {
        try {
            String whole = id + body + signedTimestamp + ZaloOaEmulator.OA_SECRET;
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts it signed, again and again as Zalo does, until it is answered with 200. */
    public void postUntilTaken(URI webhook) {
        Awaitility.await().atMost(TestPatience.LIMIT).until(() -> post(webhook) == 200);
    }

    /** Posts it signed; returns the HTTP status. */
    public int post(URI webhook) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .header("X-ZEvent-Signature", signature())
                .POST(BodyPublishers.ofByteArray(bytes()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
