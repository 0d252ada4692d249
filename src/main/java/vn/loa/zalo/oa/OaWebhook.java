package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.UpdateConsumer;
import vn.loa.bot.UpdateProcessor;
import vn.loa.model.Bot;
import vn.loa.store.delivery.InboxStore;

/**
 * Takes what Zalo posts. Zalo wants its answer within 2 s, sends again, up to an hour later, what was not answered with
 * 200, and never what was; so an event is checked and written down here, and handled on another thread.
 */
public final class OaWebhook implements UpdateConsumer, AutoCloseable {
    /** The header with the signature. */
    public static final String SIGNATURE_HEADER = "X-ZEvent-Signature";
    /** The header that may have the time stamp that was signed. */
    public static final String TIMESTAMP_HEADER = "X-ZEvent-Timestamp";

    private static final Logger log = LoggerFactory.getLogger(OaWebhook.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Zalo's last try comes after an hour; what is older was recorded and is played again. */
    private static final Duration OLDEST = Duration.ofDays(1);
    /** A time stamp below this, in the year 2001 as milliseconds, is told in seconds. */
    private static final long LEAST_MILLIS = 1_000_000_000_000L;

    private static final int LONGEST_ID = 40;

    private final Bot bot;
    private final String appId;
    private final OaSignature signature;
    private final OaEvents events;
    private final OaListener listener;
    private final InstantSource clock;
    private final UpdateProcessor inbox;
    private volatile String number;

    /**
     * A webhook.
     *
     * @param calledName the account's name as people see it, by which a mention is known; empty when it is not known
     * @param received holds what came until it is handled
     */
    OaWebhook(OaAccount account, String calledName, OaListener listener, InboxStore received, InstantSource clock) {
        this.bot = account.bot();
        this.number = account.id();
        this.appId = account.appId();
        this.signature = new OaSignature(account.oaSecret());
        this.events = new OaEvents(bot, calledName, listener);
        this.listener = listener;
        this.clock = clock;
        this.inbox = new UpdateProcessor(bot, received, this, clock);
    }

    /** Takes only events of the account with this number from now on. */
    void belongsTo(String account) {
        number = account;
    }

    /** Takes this name for a mention of the account from now on. */
    void called(String name) {
        events.called(name);
    }

    /** Begins to handle events, first those that an earlier program left. */
    public void open() {
        inbox.start();
    }

    /**
     * Takes one post and returns at once.
     *
     * @param body as it came, byte for byte
     * @param signed {@link #SIGNATURE_HEADER}
     * @param timestamp {@link #TIMESTAMP_HEADER}
     * @return the HTTP status to answer with: 200 when it was written down, was known before, or is the empty probe that
     *     Zalo sends when the address is saved; 400 when it is no JSON object; 401 when the signature is missing or
     *     wrong, or the event is older than a day; 404 when it is another account's; 503 when it has to come again later
     */
    public int receive(byte[] body, Optional<String> signed, Optional<String> timestamp) {
        JsonNode event = object(body);
        if (event.isMissingNode()) {
            return 400;
        }
        if (event.isEmpty()) {
            return 200;
        }
        Optional<String> signedAt =
                signed.flatMap(mac -> signature.fitting(mac, body, ids(event), timestamps(event, timestamp)));
        if (signedAt.isEmpty()) {
            log.warn("{}: an event with a missing or wrong signature was turned away", bot);
            return 401;
        }
        if (old(signedAt.get())) {
            log.warn("{}: an event signed more than a day ago was turned away; check the clock of this machine", bot);
            return 401;
        }
        if (!number.isEmpty()
                && OaEvents.account(event).filter(number::equals).isEmpty()
                && OaEvents.account(event).isPresent()) {
            log.warn("{}: an event of another account was turned away", bot);
            return 404;
        }
        return taken(key(event, body), new String(body, StandardCharsets.UTF_8));
    }

    private boolean old(String signedAt) {
        if (!signedAt.matches("\\d{1,15}")) {
            return false;
        }
        long told = Long.parseLong(signedAt);
        Instant at = told < LEAST_MILLIS ? Instant.ofEpochSecond(told) : Instant.ofEpochMilli(told);
        return at.isBefore(clock.instant().minus(OLDEST));
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read != null && read.isObject() ? read : JSON.missingNode();
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private List<String> ids(JsonNode event) {
        return Stream.of(
                        appId,
                        event.path("oa_id").asText(),
                        event.path("recipient").path("id").asText(),
                        event.path("sender").path("id").asText())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> timestamps(JsonNode event, Optional<String> header) {
        return Stream.concat(Stream.of(event.path("timestamp").asText()), header.stream())
                .filter(timestamp -> !timestamp.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * The number of a message that somebody sent, or a mark of the whole event: a reaction has the number of the message that
     * it is about, which may be known already. A retry has the same body.
     */
    private static String key(JsonNode event, byte[] body) {
        boolean sent = event.path("event_name").asText().startsWith("user_send_");
        String id = sent ? event.path("message").path("msg_id").asText() : "";
        return id.matches("[\\w.-]{1," + LONGEST_ID + "}") ? "m-" + id : "e-" + mark(body);
    }

    private static String mark(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest).substring(0, LONGEST_ID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private int taken(String key, String body) {
        try {
            inbox.accept(key, body);
            return 200;
        } catch (RuntimeException e) {
            log.error("{}: an event cannot be written down, so it has to come again", bot, e);
            return 503;
        }
    }

    @Override
    public boolean mayHandle() {
        return listener.mayHear();
    }

    @Override
    public String lane(String body) {
        return OaEvents.place(object(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void handle(String key, String body) {
        JsonNode event = object(body.getBytes(StandardCharsets.UTF_8));
        Runnable afterwards = interacted(event);
        handle(events.read(event));
        afterwards.run();
    }

    private Runnable interacted(JsonNode event) {
        Instant at = OaEvents.at(event).orElse(clock.instant());
        return events.interaction(event)
                .map(person -> listener.interacted(person, at))
                .orElse(() -> {});
    }

    private void handle(OaUpdate incoming) {
        if (incoming instanceof OaUpdate.Said said) {
            listener.said(said.command());
        } else if (incoming instanceof OaUpdate.Acknowledged acknowledged) {
            listener.acknowledged(acknowledged.sign());
        } else if (incoming instanceof OaUpdate.Happened happened) {
            listener.happened(happened.event());
        }
    }

    /** Handles no more, and waits at most 5 s for what is in hand. */
    @Override
    public void close() {
        inbox.close();
    }
}
