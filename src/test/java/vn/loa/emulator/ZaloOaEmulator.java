package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Zalo's Official Account Open API and its OAuth server, both on one loopback port, with one account. Tokens rotate as
 * Zalo's do: a refresh token works once, a new access token ends the old one. Faults are made for the methods
 * {@code token}, {@code group}, {@code cs} and {@code groups}; {@code refuse} gives Zalo's error envelope with HTTP 200.
 */
public final class ZaloOaEmulator implements AutoCloseable {
    public static final String APP_ID = "1234567890123456789";
    public static final String APP_SECRET = "EmulatedAppSecretNeverShown01";
    public static final String OA_SECRET = "EmulatedOaSecretNeverShown02";
    public static final String OA_ID = "579000000000000001";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> METHODS = Map.of(
            "/v4/oa/access_token", "token",
            "/v3.0/oa/group/message", "group",
            "/v3.0/oa/user/detail", "detail",
            "/v3.0/oa/group/listmember", "members",
            "/v3.0/oa/message/cs", "cs",
            "/v3.0/oa/group/getgroupsofoa", "groups",
            "/v2.0/oa/getoa", "getoa",
            "/v3.0/oa/quota/message", "quota-message",
            "/v3.0/oa/quota/group", "quota-group");

    /**
     * A message that arrived.
     *
     * @param to the group's or the person's id
     * @param picture its address, an empty string for none
     */
    public record Sent(String method, String to, String text, String picture, String messageId) {}

    /** Another account of the same app, with the tokens that it has given. */
    private static final class Consented {
        private final String id;
        private final String name;
        private String refresh = "";
        private String access = "";
        private int given;

        Consented(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    private record Code(Consented account, String challenge) {}

    private record Group(String name, int members, boolean enabled) {}

    /** An error of Zalo's. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int code;

        Refused(int code, String message) {
            super(message);
            this.code = code;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Faults faults = new Faults();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> openPersons = new HashSet<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile String accessToken = "none yet";
    private volatile String refreshToken = "EmulatedRefreshTokenNeverShown_1";
    private volatile String lifetime = "90000";
    private final Map<String, Consented> consented = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, List<String>> sentBy = new ConcurrentHashMap<>();
    private int refreshes;
    private int messages;

    /** Starts on a free port. */
    private final Map<String, ObjectNode> windows = new ConcurrentHashMap<>();

    private final Map<String, String> followers = new ConcurrentHashMap<>();

    private final Map<String, String> memberNames = new ConcurrentHashMap<>();

    /** This person follows the account under this name. */
    public void follower(String userId, String name) {
        followers.put(userId, name);
    }

    /** This person is in the account's groups under this name, and follows it not. */
    public void member(String userId, String name) {
        memberNames.put(userId, name);
    }

    public ZaloOaEmulator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The address of both hosts. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Faults faults() {
        return faults;
    }

    /** The refresh token that can be spent now. */
    public String refreshToken() {
        return refreshToken;
    }

    public String accessToken() {
        return accessToken;
    }

    /** What is said of the life of further access tokens, in seconds. */
    public void lifetime(String seconds) {
        lifetime = seconds;
    }

    /** How many refresh tokens were spent. */
    public synchronized int refreshes() {
        return refreshes;
    }

    /** The access token is refused from now on, as after a change of the password. */
    public void revokeAccess() {
        accessToken = "revoked";
    }

    /** The refresh token was spent by somebody else. */
    public void revokeRefresh() {
        refreshToken = "spent by somebody else";
    }

    /** A person consented again; this refresh token can be spent. */
    public void consent(String newRefreshToken) {
        refreshToken = newRefreshToken;
    }

    /** A group that the account made. */
    public synchronized ZaloOaEmulator group(String id, String name, int members, boolean enabled) {
        groups.put(id, new Group(name, members, enabled));
        return this;
    }

    /** A person who wrote within the last 7 days. */
    public synchronized ZaloOaEmulator person(String userId) {
        openPersons.add(userId);
        return this;
    }

    /** A person who has not written within the last 7 days. */
    public synchronized ZaloOaEmulator silent(String userId) {
        openPersons.remove(userId);
        return this;
    }

    /** Sets the answer of Zalo to the question until when, and how often, a person may be written to. */
    public synchronized ZaloOaEmulator window(String userId, String lastInteraction, int remaining) {
        ObjectNode told = JSON.createObjectNode().put("user_id", userId).put("last_interaction", lastInteraction);
        told.putObject("cs_reply").put("total", 8).put("remain", remaining);
        windows.put(userId, told);
        return this;
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The methods that were called, in order, refused calls too. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /**
     * A person consents for an account on the page to which Loa's link leads; a second time gives other tokens.
     *
     * @return where Zalo leads the browser back to
     */
    public synchronized URI consents(URI permission, String id, String name) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : permission.getRawQuery().split("&")) {
            query.put(
                    pair.replaceFirst("=.*", ""),
                    URLDecoder.decode(pair.replaceFirst("[^=]*=", ""), StandardCharsets.UTF_8));
        }
        if (!permission.getPath().equals("/v4/oa/permission") || !APP_ID.equals(query.get("app_id"))) {
            throw new IllegalArgumentException("-14002");
        }
        String code = "EmulatedCodeNeverShown_" + (codes.size() + 1);
        Consented account = consented.computeIfAbsent(id, each -> new Consented(each, name));
        codes.put(code, new Code(account, query.getOrDefault("code_challenge", "")));
        return URI.create(
                query.get("redirect_uri") + "?code=" + code + "&oa_id=" + id + "&state=" + query.get("state"));
    }

    /** The texts that an account has sent that consented by a link. */
    public List<String> sentBy(String id) {
        return List.copyOf(sentBy.getOrDefault(id, List.of()));
    }

    /** An account that consented by a link takes that back. */
    public synchronized void withdrawn(String id) {
        consented.get(id).refresh = "withdrawn";
        consented.get(id).access = "withdrawn";
    }

    private ObjectNode byCode(ApiCall call) throws Refused {
        Code code = codes.remove(call.text("code"));
        if (code == null || !challenge(call.text("code_verifier")).equals(code.challenge())) {
            throw new Refused(-14020, "Invalid code " + call.text("code"));
        }
        return given(code.account());
    }

    private ObjectNode given(Consented account) {
        account.given++;
        account.refresh = "EmulatedRefreshOf" + account.id + "_" + account.given;
        account.access = "EmulatedAccessOf" + account.id + "_" + account.given;
        return JSON.createObjectNode()
                .put("access_token", account.access)
                .put("refresh_token", account.refresh)
                .put("expires_in", lifetime);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Consented> caller(HttpExchange exchange) {
        String told = exchange.getRequestHeaders().getFirst("access_token");
        return consented.values().stream()
                .filter(each -> each.access.equals(told))
                .findFirst();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = METHODS.getOrDefault(exchange.getRequestURI().getPath(), "");
            calls.add(method);
            ApiCall call = new ApiCall(method, Parameters.read(exchange));
            Fault.Kind fault = faults.next(call);
            if (fault instanceof Fault.Kind.HangBefore) {
                faults.hang();
            }
            if (fault instanceof Fault.Kind.CutBefore || fault instanceof Fault.Kind.HangBefore) {
                return;
            }
            Answer.Whole answer = broken(fault, call, exchange);
            if (fault instanceof Fault.Kind.HangAfter) {
                faults.hang();
            }
            if (!(fault instanceof Fault.Kind.CutAfter || fault instanceof Fault.Kind.HangAfter)) {
                write(exchange, answer);
            }
        }
    }

    private Answer.Whole broken(Fault.Kind fault, ApiCall call, HttpExchange exchange) {
        if (fault instanceof Fault.Kind.Page page) {
            return (Answer.Whole) Answer.page(page.status());
        }
        if (fault instanceof Fault.Kind.Body body) {
            return (Answer.Whole) Answer.json(body.status(), body.json());
        }
        if (fault instanceof Fault.Kind.Refuse refuse) {
            return refused(refuse.refusal().code(), refuse.refusal().getMessage());
        }
        Answer.Whole answer = answer(call, exchange);
        if (fault instanceof Fault.Kind.Meanwhile meanwhile) {
            meanwhile.moment().run();
        }
        return fault instanceof Fault.Kind.Garbled garbled ? (Answer.Whole) Answer.json(200, garbled.body()) : answer;
    }

    private synchronized Answer.Whole answer(ApiCall call, HttpExchange exchange) {
        try {
            if (call.method().equals("token")) {
                return success(token(call, exchange));
            }
            checkAccess(exchange);
            return switch (call.method()) {
                case "getoa" -> success(data(who(exchange)));
                case "group" -> success(data(by(exchange, call, toGroup(call))));
                case "cs" -> success(data(by(exchange, call, toPerson(call))));
                case "groups" -> success(data(list(call)));
                case "detail" -> success(data(detail(call)));
                case "members" -> success(data(members()));
                case "quota-message" -> success(data(window(call, exchange)));
                default -> (Answer.Whole) Answer.page(404);
            };
        } catch (Refused e) {
            return refused(e.code, e.getMessage());
        }
    }

    private ObjectNode who(HttpExchange exchange) {
        Optional<Consented> caller = caller(exchange);
        return JSON.createObjectNode()
                .put("oa_id", caller.map(each -> each.id).orElse(OA_ID))
                .put("name", caller.map(each -> each.name).orElse("Loa xã"));
    }

    private ObjectNode by(HttpExchange exchange, ApiCall call, ObjectNode result) {
        String text = call.json("message").path("text").asText();
        caller(exchange)
                .ifPresent(each -> sentBy.computeIfAbsent(each.id, id -> new CopyOnWriteArrayList<>())
                        .add(text));
        return result;
    }

    private ObjectNode detail(ApiCall call) throws Refused {
        String id = call.text("data").replaceAll(".*\"user_id\":\"(\\d+)\".*", "$1");
        if (!followers.containsKey(id)) {
            throw new Refused(-213, "User has not followed the Official Account");
        }
        return JSON.createObjectNode().put("user_id", id).put("display_name", followers.get(id));
    }

    /** Zalo wants a post with one field. */
    private ObjectNode window(ApiCall call, HttpExchange exchange) throws Refused {
        String id = call.text("user_id");
        boolean json = exchange.getRequestMethod().equals("POST")
                && String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                        .startsWith("application/json");
        if (!json || !id.matches("\\d{10,30}") || call.values().size() != 1) {
            throw new Refused(-201, "Params is invalid");
        }
        if (!windows.containsKey(id)) {
            throw new Refused(-213, "User has not followed the Official Account");
        }
        return windows.get(id);
    }

    private ObjectNode members() {
        ObjectNode data = JSON.createObjectNode();
        memberNames.forEach((id, name) ->
                data.withArray("member_details").addObject().put("user_id", id).put("name", name));
        return data;
    }

    private ObjectNode token(ApiCall call, HttpExchange exchange) throws Refused {
        if (!APP_ID.equals(call.text("app_id"))) {
            throw new Refused(-14002, "Invalid app id");
        }
        if (!APP_SECRET.equals(exchange.getRequestHeaders().getFirst("secret_key"))) {
            throw new Refused(-14004, "Invalid secret key");
        }
        if (call.text("grant_type").equals("authorization_code")) {
            return byCode(call);
        }
        for (Consented each : consented.values()) {
            if (each.refresh.equals(call.text("refresh_token"))) {
                return given(each);
            }
        }
        boolean right = call.text("grant_type").equals("refresh_token")
                && call.text("refresh_token").equals(refreshToken);
        if (!right) {
            throw new Refused(-14020, "Invalid refresh token " + call.text("refresh_token"));
        }
        refreshes++;
        refreshToken = "EmulatedRefreshTokenNeverShown_" + (refreshes + 1);
        accessToken = "EmulatedAccessTokenNeverShown_" + refreshes;
        return JSON.createObjectNode()
                .put("access_token", accessToken)
                .put("refresh_token", refreshToken)
                .put("expires_in", lifetime);
    }

    private void checkAccess(HttpExchange exchange) throws Refused {
        String told = exchange.getRequestHeaders().getFirst("access_token");
        if (!accessToken.equals(told) && caller(exchange).isEmpty()) {
            throw new Refused(-216, "Access token is invalid: " + told);
        }
    }

    private ObjectNode toGroup(ApiCall call) throws Refused {
        String id = call.json("recipient").path("group_id").asText();
        Group group = groups.get(id);
        if (group == null) {
            throw new Refused(-403, "OA is not in group");
        }
        if (!group.enabled()) {
            throw new Refused(-237, "Group is disabled");
        }
        return took(call, id).put("group_id", id);
    }

    private ObjectNode toPerson(ApiCall call) throws Refused {
        String id = call.json("recipient").path("user_id").asText();
        if (!openPersons.contains(id)) {
            throw new Refused(-230, "User has not interacted with the OA in the past 7 days");
        }
        return took(call, id).put("user_id", id);
    }

    private ObjectNode took(ApiCall call, String to) throws Refused {
        JsonNode message = call.json("message");
        String text = message.path("text").asText();
        JsonNode picture = message.path("attachment");
        boolean rightPicture = picture.isMissingNode()
                || (picture.at("/type").asText().equals("template")
                        && picture.at("/payload/template_type").asText().equals("media")
                        && picture.at("/payload/elements/0/media_type").asText().equals("image"));
        if (text.isBlank() || text.length() > 2000 || !rightPicture) {
            throw new Refused(-201, "Params is invalid");
        }
        messages++;
        String id = String.format("705efa85665a%08x", messages);
        String url = picture.at("/payload/elements/0/url").asText();
        sent.add(new Sent(call.method(), to, text, url, id));
        return JSON.createObjectNode().put("message_id", id);
    }

    private ObjectNode list(ApiCall call) {
        int offset = (int) call.number("offset", 0);
        int count = (int) call.number("count", 5);
        List<String> ids = new ArrayList<>(groups.keySet());
        List<String> shown = ids.subList(Math.min(offset, ids.size()), Math.min(offset + count, ids.size()));
        ObjectNode data = JSON.createObjectNode();
        data.put("offset", offset).put("count", count).put("total", ids.size());
        ArrayNode list = data.putArray("groups");
        shown.forEach(id -> list.addObject()
                .put("group_id", id)
                .put("name", groups.get(id).name())
                .put("status", groups.get(id).enabled() ? "enabled" : "disabled")
                .put("total_member", groups.get(id).members())
                .put("group_link", "https://zalo.me/g/" + id));
        return data;
    }

    private static ObjectNode data(ObjectNode data) {
        ObjectNode whole = JSON.createObjectNode().put("error", 0).put("message", "Success");
        whole.set("data", data);
        return whole;
    }

    private static Answer.Whole success(ObjectNode body) {
        return (Answer.Whole) Answer.json(200, body.toString());
    }

    private static Answer.Whole refused(int code, String message) {
        return success(JSON.createObjectNode().put("error", code).put("message", message));
    }

    private static void write(HttpExchange exchange, Answer.Whole answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        faults.letGo();
        server.stop(0);
        threads.shutdownNow();
    }
}
