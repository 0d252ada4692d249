package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import vn.loa.waiting.TestPatience;

/**
 * A Zalo Bot API on loopback, after part 4 of the facts of Zalo: one update a poll without any offset, 408 when nothing
 * came, refusals with status 200, groups that are heard only when they mention the bot, and switches for all that is told
 * in two ways.
 */
public final class ZaloBotEmulator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TEXT_LIMIT = 2_000;
    private static final String NAME = "Bot Tin Xã";
    private static final Duration PATIENCE = TestPatience.LIMIT;

    private final HttpFront front;
    private final AtomicLong numbers = new AtomicLong(1);
    private final Deque<String> updates = new ArrayDeque<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final Set<String> gone = new HashSet<>();
    private volatile String webhook = "";
    private volatile String webhookSecret = "";
    private volatile boolean mirror;
    private volatile boolean replay;
    private volatile boolean wrapped;
    private volatile boolean hookFails;
    private final Set<String> moreTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> deadTokens = ConcurrentHashMap.newKeySet();
    private volatile int quota = Integer.MAX_VALUE;
    private boolean closing;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** A message of the bot. */
    public record Sent(String chatId, String text, String photo) {}

    /** What goes wrong with the next send. */
    public enum Fault {
        /** 401. */
        TOKEN_REFUSED,
        /** 403, "Internal server error" in the documentation's words. */
        INTERNAL,
        /** Taken, but the client is told 408. */
        TIMEOUT_AFTER_ACCEPTING,
        /** Taken, but the connection is cut before the answer. */
        CUT_AFTER_ACCEPTING,
        /** 400, whatever is wrong with it. */
        BAD_REQUEST,
        /** A gateway's page that echoes the path. */
        BAD_GATEWAY,
        /** nginx, as when polled too often. */
        TOO_MANY
    }

    public ZaloBotEmulator() throws IOException {
        this.front = new HttpFront(0, this::respond);
    }

    public URI url() {
        return front.url();
    }

    public String token() {
        return "1459232241454765289:ZALO-secret_abc.xyz";
    }

    // ---- switches

    /** Refusals carry their code as the HTTP status too. */
    public ZaloBotEmulator mirror() {
        mirror = true;
        return this;
    }

    /** Every poll brings the same update again. */
    public ZaloBotEmulator replay(boolean on) {
        replay = on;
        return this;
    }

    /** Webhooks come wrapped as an answer. */
    public ZaloBotEmulator wrapped() {
        wrapped = true;
        return this;
    }

    /** This token was revoked: all its calls are answered with 401. */
    public ZaloBotEmulator revoked(String token) {
        deadTokens.add(token);
        return this;
    }

    /** The token is that of this bot too. */
    public void restored(String token) {
        deadTokens.remove(token);
        moreTokens.add(token);
    }

    /** How many messages the plan still allows this month. */
    public ZaloBotEmulator quota(int left) {
        quota = left;
        return this;
    }

    /** From now on sends are taken and not answered until {@link #letGo()}. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /** Answers the sends that were held. */
    public void letGo() {
        gate.countDown();
    }

    public void next(Fault fault) {
        faults.add(fault);
    }

    /** The bot was removed from this chat. */
    public synchronized void remove(String chatId) {
        gone.add(chatId);
    }

    /** Somebody set a webhook earlier. */
    public void webhookSet(String url) {
        webhook = url;
    }

    /** Whether updates go to a webhook. */
    public boolean hooked() {
        return !webhook.isEmpty();
    }

    /** Zalo's own look at the webhook fails. */
    public void hookFails() {
        hookFails = true;
    }

    /** It succeeds again. */
    public void hookWorks() {
        hookFails = false;
    }

    // ---- people

    /** Somebody alone with the bot. */
    public Talk person(String id, String name) {
        return new Talk(id, id, name, false);
    }

    /** Somebody in a group. */
    public Talk member(String groupId, String id, String name) {
        return new Talk(groupId, id, name, true);
    }

    /** One person in one chat. */
    public final class Talk {
        private final String chatId;
        private final String id;
        private final String name;
        private final boolean group;

        private Talk(String chatId, String id, String name, boolean group) {
            this.chatId = chatId;
            this.id = id;
            this.name = name;
            this.group = group;
        }

        /** Says something; in a group it reaches the bot only by {@link #mentions} or {@link #replies}. */
        public void says(String text) {
            if (!group) {
                deliver(text(text));
            }
        }

        public void mentions(String text) {
            deliver(text("@" + NAME + " " + text));
        }

        /** Answers a message of the bot; Zalo does not tell which. */
        public void replies(String text) {
            deliver(text(text));
        }

        public void sendsPhoto(String caption) {
            ObjectNode update = update("message.image.received");
            message(update)
                    .put("message_type", "CHAT_PHOTO")
                    .put("photo_url", "https://photo.example/a.jpg")
                    .put("caption", caption);
            deliver(update);
        }

        public void sends(String event) {
            deliver(update(event));
        }

        private ObjectNode text(String text) {
            ObjectNode update = update("message.text.received");
            message(update).put("text", text);
            return update;
        }

        private ObjectNode message(ObjectNode update) {
            return (ObjectNode) update.get("message");
        }

        private ObjectNode update(String event) {
            ObjectNode update = JSON.createObjectNode().put("event_name", event);
            ObjectNode message = update.putObject("message");
            message.put("date", 1_789_033_572_455L).put("message_id", "m" + numbers.getAndIncrement());
            message.putObject("chat")
                    .put("chat_type", group ? "GROUP" : "PRIVATE")
                    .put("id", chatId);
            message.putObject("from").put("id", id).put("is_bot", false).put("display_name", name);
            return update;
        }

        /** What the bot said here, in order. */
        public List<String> heard() {
            return sent.stream()
                    .filter(each -> each.chatId().equals(chatId))
                    .map(Sent::text)
                    .toList();
        }

        /** Waits until the bot has said something here that holds these words, and gives the last such text. */
        public String awaits(String words) {
            Awaitility.await("\"" + words + "\" in " + heard())
                    .atMost(PATIENCE)
                    .until(() -> heard().stream().anyMatch(text -> text.contains(words)));
            List<String> all =
                    heard().stream().filter(text -> text.contains(words)).toList();
            return all.get(all.size() - 1);
        }
    }

    /** An update of any shape. */
    public void deliver(JsonNode update) {
        if (webhook.isEmpty()) {
            synchronized (this) {
                updates.add(update.toString());
                notifyAll();
            }
        } else {
            post(webhookSecret, wrapped ? "{\"ok\":true,\"result\":" + update + "}" : update.toString());
        }
    }

    /** Posts to the webhook; returns the status. */
    public int post(String secret, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(webhook))
                    .header("Content-Type", "application/json")
                    .header("X-Bot-Api-Secret-Token", secret)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The methods that were called, in order, in lower case. */
    public List<String> calls() {
        return new ArrayList<>(calls);
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        letGo();
        front.close();
    }

    // ---- the API

    private Answer respond(String given, ApiCall call) {
        calls.add(call.method());
        if (deadTokens.contains(given)) {
            return refused(401, "Invalid token");
        }
        if (!given.equals(token()) && !moreTokens.contains(given)) {
            return Answer.html(404, "<html>no such bot: /bot" + given + "/" + call.method() + "</html>");
        }
        return switch (call.method()) {
            case "getme" -> ok(me());
            case "getupdates" -> poll(call);
            case "sendmessage" -> {
                waitAtGate();
                yield send(call, call.text("text"), "");
            }
            case "sendphoto" ->
                call.text("photo").startsWith("http")
                        ? send(call, call.text("caption"), call.text("photo"))
                        : refused(400, "The photo must start with http:// or https://");
            case "setwebhook" -> setWebhook(call);
            case "deletewebhook" -> deleteWebhook();
            case "getwebhookinfo" ->
                webhook.isEmpty()
                        ? refused(404, "Not Found")
                        : ok(JSON.createObjectNode().put("url", webhook).put("updated_at", 1_785_647_889_461L));
            default -> refused(404, "Not Found");
        };
    }

    private void waitAtGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode me() {
        return JSON.createObjectNode()
                .put("id", "1459232241454765289")
                .put("account_name", "bot.AbCdEfGhI")
                .put("account_type", "BASIC")
                .put("can_join_groups", true)
                .put("display_name", NAME);
    }

    private Answer ok(JsonNode result) {
        return Answer.json(200, "{\"ok\":true,\"result\":" + result + ",\"error_code\":0}");
    }

    private Answer refused(int code, String description) {
        ObjectNode body = JSON.createObjectNode()
                .put("ok", false)
                .put("description", description)
                .put("error_code", code);
        return Answer.json(mirror ? code : 200, body.toString());
    }

    private Answer poll(ApiCall call) {
        if (!webhook.isEmpty()) {
            return refused(400, "You cannot use this API while a webhook is set. Please remove the webhook first");
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(call.number("timeout", 30));
        synchronized (this) {
            while (updates.isEmpty() && !closing && System.nanoTime() < end) {
                try {
                    wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return refused(408, "Request timeout");
                }
            }
            if (updates.isEmpty()) {
                return refused(408, "Request timeout");
            }
            String update = replay && updates.size() == 1 ? updates.peek() : updates.remove();
            return Answer.json(200, "{\"ok\":true,\"result\":" + update + "}");
        }
    }

    private synchronized Answer send(ApiCall call, String text, String photo) {
        Fault fault = faults.poll();
        boolean accepted = fault == Fault.TIMEOUT_AFTER_ACCEPTING || fault == Fault.CUT_AFTER_ACCEPTING;
        if (fault != null && !accepted) {
            return fail(fault, call);
        }
        String chatId = call.text("chat_id");
        if (chatId.isEmpty()) {
            return refused(400, "Bad request: The chat_id must not be empty");
        }
        if (gone.contains(chatId)) {
            return refused(400, "Bad request");
        }
        if (text.isEmpty() || text.length() > TEXT_LIMIT) {
            return refused(400, "Bad request: The text must have 1 to 2000 characters");
        }
        if (quota <= 0) {
            return refused(429, "Quota exceeded");
        }
        quota--;
        sent.add(new Sent(chatId, text, photo));
        if (fault == Fault.CUT_AFTER_ACCEPTING) {
            return new Answer.Cut();
        }
        return fault == null
                ? ok(JSON.createObjectNode()
                        .put("message_id", "s" + numbers.getAndIncrement())
                        .put("date", 1_789_033_572_455L))
                : refused(408, "Request timeout");
    }

    private Answer fail(Fault fault, ApiCall call) {
        return switch (fault) {
            case TOKEN_REFUSED -> refused(401, "Invalid token");
            case BAD_REQUEST -> refused(400, "Bad request");
            case INTERNAL -> refused(403, "Internal server error");
            case BAD_GATEWAY ->
                Answer.html(502, "<html>502 at /bot" + token().replace(":", "%3A") + "/" + call.method() + "</html>");
            default -> Answer.html(429, "<html>429 Too Many Requests</html>");
        };
    }

    private Answer setWebhook(ApiCall call) {
        webhookSecret = call.text("secret_token");
        webhook = call.text("url");
        ObjectNode result = JSON.createObjectNode().put("url", webhook).put("updated_at", 1_749_538_250_568L);
        int status = hookFails ? 403 : post(webhookSecret, "");
        result.putObject("verification")
                .put("ok", status == 200)
                .put("status_code", status)
                .put("outcome", status == 200 ? "webhook.ok" : "webhook.http." + status);
        return ok(result);
    }

    private Answer deleteWebhook() {
        if (webhook.isEmpty()) {
            return refused(400, "no webhook");
        }
        webhook = "";
        return ok(JSON.createObjectNode().put("url", ""));
    }
}
