package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.ProcessedUpdates;
import vn.loa.model.Bot;

/**
 * Takes what Zalo posts. Zalo wants its answer within 2 s and sends again, up to an hour later, what was not answered
 * with 200; so an event is checked and put in a queue here, and handled on a thread of its own.
 */
public final class OaWebhook implements AutoCloseable {
    /** The header with the signature. */
    public static final String SIGNATURE_HEADER = "X-ZEvent-Signature";
    /** The header that may have the time stamp that was signed. */
    public static final String TIMESTAMP_HEADER = "X-ZEvent-Timestamp";

    private static final Logger log = LoggerFactory.getLogger(OaWebhook.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Events that wait to be handled; further ones are to come again later. */
    private static final int LONGEST_QUEUE = 1000;

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int LONGEST_ID = 40;

    private final Bot bot;
    private final String appId;
    private final OaSignature signature;
    private final OaEvents events;
    private final OaListener listener;
    private final ProcessedUpdates processed;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            task -> new Thread(task, "zalo-oa-events"));

    /**
     * A webhook.
     *
     * @param calledName the account's name as people see it, by which a mention is known; empty when it is not known
     */
    OaWebhook(OaAccount account, String calledName, OaListener listener, ProcessedUpdates processed) {
        this.bot = account.bot();
        this.appId = account.appId();
        this.signature = new OaSignature(account.oaSecret());
        this.events = new OaEvents(bot, calledName, listener);
        this.listener = listener;
        this.processed = processed;
    }

    /**
     * Takes one post and returns at once.
     *
     * @param body as it came, byte for byte
     * @param signed {@link #SIGNATURE_HEADER}
     * @param timestamp {@link #TIMESTAMP_HEADER}
     * @return the HTTP status to answer with: 200 when it was taken, was known before, or is the empty probe that Zalo
     *     sends when the address is saved; 400 when it is no JSON object; 401 when the signature is missing or wrong;
     *     503 when it has to come again later
     */
    public int receive(byte[] body, Optional<String> signed, Optional<String> timestamp) {
        JsonNode event = object(body);
        if (event.isMissingNode()) {
            return 400;
        }
        if (event.isEmpty()) {
            return 200;
        }
        if (signed.isEmpty() || !signature.fits(signed.get(), body, ids(event), timestamps(event, timestamp))) {
            log.warn("{}: an event with a missing or wrong signature was turned away", bot);
            return 401;
        }
        return taken(event, key(event, body));
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

    /** The message's number, or a mark of the whole event where it has none; a retry has the same body. */
    private static String key(JsonNode event, byte[] body) {
        String id = event.path("message").path("msg_id").asText();
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

    private int taken(JsonNode event, String key) {
        try {
            if (!processed.isProcessed(bot, key)) {
                worker.execute(() -> handle(event, key));
            }
            return 200;
        } catch (RejectedExecutionException e) {
            log.warn(
                    "{}: {} events wait, so one has to come again",
                    bot,
                    worker.getQueue().size());
            return 503;
        } catch (RuntimeException e) {
            log.error("{}: events cannot be noted as handled, so they have to come again", bot, e);
            return 503;
        }
    }

    private void handle(JsonNode event, String key) {
        try {
            if (!processed.isProcessed(bot, key)) {
                tell(event);
                processed.markProcessed(bot, key);
            }
        } catch (RuntimeException e) {
            log.error("{}: event {} could not be noted as handled and may come again", bot, key, e);
        }
    }

    private void tell(JsonNode event) {
        try {
            OaUpdate incoming = events.read(event);
            if (incoming instanceof OaUpdate.Said said) {
                listener.said(said.command());
            } else if (incoming instanceof OaUpdate.Acknowledged acknowledged) {
                listener.acknowledged(acknowledged.sign());
            } else if (incoming instanceof OaUpdate.Happened happened) {
                listener.happened(happened.event());
            }
        } catch (RuntimeException e) {
            log.error("{}: an event could not be handled", bot, e);
        }
    }

    /** Takes no more, and waits at most 5 s for what was taken. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "{}: {} events were taken and not handled",
                        bot,
                        worker.shutdownNow().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.shutdownNow();
        }
    }
}
