package vn.loa.telegram.api;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;
import vn.loa.model.MonotonicDeadline;

/**
 * Decides whether a 429 concerns one chat or the whole bot. Telegram does not say; one chat that is told to wait is
 * that chat's matter, several within a second are the bot's.
 */
public final class FloodScope {
    private static final Duration TOGETHER = Duration.ofSeconds(1);
    private static final int SEVERAL = 3;

    @GuardedBy("this")
    private final Map<String, MonotonicDeadline> refused = new HashMap<>();

    /** Notes one more 429 and says whom it concerns. */
    public synchronized Scope of(String chatId) {
        refused.values().removeIf(MonotonicDeadline::passed);
        refused.put(chatId, MonotonicDeadline.in(TOGETHER));
        return refused.size() >= SEVERAL ? Scope.BOT : Scope.CHAT;
    }
}
