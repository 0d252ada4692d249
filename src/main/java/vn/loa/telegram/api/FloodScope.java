package vn.loa.telegram.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;

/**
 * Decides whether a 429 concerns one chat or the whole bot. Telegram does not say; one chat that is told to wait is
 * that chat's matter, several within a second are the bot's.
 */
public final class FloodScope {
    private static final Duration TOGETHER = Duration.ofSeconds(1);
    private static final int SEVERAL = 3;

    private final InstantSource clock;
    private final Map<String, Instant> refused = new HashMap<>();

    public FloodScope(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes one more 429 and says whom it concerns. */
    public synchronized Scope of(String chatId) {
        Instant now = clock.instant();
        refused.values().removeIf(at -> at.plus(TOGETHER).isBefore(now));
        refused.put(chatId, now);
        return refused.size() >= SEVERAL ? Scope.BOT : Scope.CHAT;
    }
}
