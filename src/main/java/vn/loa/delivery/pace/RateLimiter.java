package vn.loa.delivery.pace;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.model.ChatAddress;

/**
 * Decides when a message may go, so that a platform never has to refuse one: so many a second for the bot, so many a
 * second for a chat, so many a minute for a group. The limits are the channel's; 0 means none. A chat's forum topics
 * share its limits, and edits count like messages. Answers go before broadcasts: while one waits, the next permit is
 * kept for it. Chats that have been quiet for a minute are forgotten, so memory is bounded by what the bot may send in
 * a minute.
 */
public final class RateLimiter {
    /** The time that a reserved permit waits for an answer that was told to come back for it. */
    private static final long GRACE_NANOS = Duration.ofMillis(5).toNanos();

    private final Rates rates;
    private final LongSupplier nanos;
    private final Optional<BotRate> bot;

    @GuardedBy("this")
    private final Map<String, ChatRate> chats = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A limiter over which nothing has been sent yet.
     *
     * @param nanos a clock that only goes forward, in nanoseconds, for example {@link System#nanoTime()}
     */
    public RateLimiter(Rates rates, LongSupplier nanos) {
        this.rates = rates;
        this.nanos = nanos;
        this.bot = rates.botPerSecond() > 0 ? Optional.of(new BotRate(rates.botPerSecond(), nanos)) : Optional.empty();
    }

    /**
     * Counts messages that a group got in the last minute from whoever ran the bot before, as if they were sent now: a
     * platform goes on counting when a bot is started again or taken over by another node.
     */
    public synchronized void remember(String chatId, int messages) {
        chat(chatId, true).ifPresent(pace -> pace.remember(messages));
    }

    /** Returns a permit for a message of a broadcast. */
    public synchronized Permit broadcast(ChatAddress to, boolean shared) {
        return ask(chat(to, shared), false);
    }

    /** Returns a permit for an answer to a person, which goes before all broadcasts. */
    public synchronized Permit answer(ChatAddress to, boolean shared) {
        return ask(chat(to, shared), true);
    }

    /** Returns the number of messages that a chat may still get in this minute. */
    public synchronized int room(ChatAddress to, boolean shared) {
        return chat(to, shared).map(ChatRate::room).orElse(Integer.MAX_VALUE);
    }

    private Permit ask(Optional<ChatRate> chat, boolean answer) {
        long chatWait = chat.map(pace -> pace.waitNanos(answer)).orElse(0L);
        if (chatWait > 0) {
            chat.filter(pace -> answer).ifPresent(pace -> pace.reserve(chatWait + GRACE_NANOS));
            return new Permit.Later(Duration.ofNanos(chatWait), Permit.Scope.CHAT);
        }
        long botWait = bot.map(pace -> pace.waitNanos(answer)).orElse(0L);
        if (botWait > 0) {
            bot.filter(pace -> answer).ifPresent(pace -> pace.reserve(botWait + GRACE_NANOS));
            return new Permit.Later(Duration.ofNanos(botWait), Permit.Scope.BOT);
        }
        chat.ifPresent(ChatRate::take);
        return bot.map(this::lend).orElseGet(() -> new Permit.Granted(() -> {}));
    }

    private Permit lend(BotRate pace) {
        long started = nanos.getAsLong();
        Bucket slot = pace.lend();
        return new Permit.Granted(() -> giveBack(pace, slot, started));
    }

    private synchronized void giveBack(BotRate pace, Bucket slot, long started) {
        pace.giveBack(slot, started);
    }

    @GuardedBy("this")
    private Optional<ChatRate> chat(ChatAddress to, boolean shared) {
        return chat(to.chatId(), shared);
    }

    @GuardedBy("this")
    private Optional<ChatRate> chat(String chatId, boolean shared) {
        if (rates.chatPerSecond() == 0 && rates.groupPerMinute() == 0) {
            return Optional.empty();
        }
        forget();
        return Optional.of(chats.computeIfAbsent(chatId, id -> new ChatRate(rates, shared, nanos)));
    }

    @GuardedBy("this")
    private void forget() {
        Iterator<ChatRate> longestUnasked = chats.values().iterator();
        while (longestUnasked.hasNext() && longestUnasked.next().forgettable()) {
            longestUnasked.remove();
        }
    }
}
