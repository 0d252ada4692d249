package vn.loa.zalo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;

/** The door for updates that Zalo brings by itself (facts of Zalo, 1.7). */
public final class ZaloWebhook {
    /** The header that carries the secret given to setWebhook. */
    public static final String SECRET_HEADER = "X-Bot-Api-Secret-Token";

    private static final Logger log = LoggerFactory.getLogger(ZaloWebhook.class);
    private static final int TAKEN = 200;
    private static final int STRANGER = 401;
    private static final int LATER = 503;

    private final Bot bot;
    private final byte[] secret;
    private final ZaloUpdates updates;

    ZaloWebhook(Bot bot, String secret, ZaloUpdates updates) {
        this.bot = bot;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.updates = updates;
    }

    /**
     * Takes what was posted: writes it down and returns; the work is done elsewhere. An empty body is Zalo's look whether
     * anybody is there.
     *
     * @param given the value of {@link #SECRET_HEADER}, an empty string when there was none
     * @return the HTTP status to answer: 200, 401 when the secret is wrong, or 503 when it cannot be written
     *     down now
     */
    public int receive(String given, String body) {
        if (body.isBlank()) {
            return TAKEN;
        }
        if (!MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
            log.warn("{}: somebody without the secret posted to the webhook", bot);
            return STRANGER;
        }
        try {
            updates.take(ZaloInbox.update(body));
            return TAKEN;
        } catch (RuntimeException e) {
            log.error("{}: an update cannot be written down and has to come again", bot, e);
            return LATER;
        }
    }
}
