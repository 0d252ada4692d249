package vn.loa.delivery;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import vn.loa.delivery.Capabilities.Rates;
import vn.loa.model.ChatAddress;

/**
 * Decides when a message may go, so that a platform never has to refuse one: so many a second for the bot, so many a
 * second for a chat, so many a minute for a group. The limits are the channel's; 0 means none. A chat's forum topics
 * share its limits, and edits count like messages. Answers go before broadcasts: while one waits, the next turn is
 * kept for it. Chats that have been quiet for a minute are forgotten, so memory is bounded by what the bot may send in
 * a minute.
 */
final class Pacer {
    /** How long a kept turn waits for an answer that was told to come back for it. */
    private static final long GRACE_NANOS = Duration.ofMillis(5).toNanos();

    private final Rates rates;
    private final LongSupplier nanos;
    private final Optional<BotPace> bot;
    private final Map<String, ChatPace> chats = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A pacer in which nothing has been sent yet.
     *
     * @param nanos a clock that only goes forward, in nanoseconds, for example {@link System#nanoTime()}
     */
    Pacer(Rates rates, LongSupplier nanos) {
        this.rates = rates;
        this.nanos = nanos;
        this.bot = rates.botPerSecond() > 0 ? Optional.of(new BotPace(rates.botPerSecond(), nanos)) : Optional.empty();
    }

    /** A turn for a message of a broadcast. */
    synchronized Turn broadcast(ChatAddress to, boolean shared) {
        return ask(chat(to, shared), false);
    }

    /** A turn for an answer to a person, which goes before all broadcasts. */
    synchronized Turn answer(ChatAddress to, boolean shared) {
        return ask(chat(to, shared), true);
    }

    /** How many messages a chat may still get in this minute. */
    synchronized int room(ChatAddress to, boolean shared) {
        return chat(to, shared).map(ChatPace::room).orElse(Integer.MAX_VALUE);
    }

    /** How many chats are remembered. */
    synchronized int remembered() {
        return chats.size();
    }

    private Turn ask(Optional<ChatPace> chat, boolean answer) {
        long chatWait = chat.map(pace -> pace.waitNanos(answer)).orElse(0L);
        if (chatWait > 0) {
            chat.filter(pace -> answer).ifPresent(pace -> pace.reserve(chatWait + GRACE_NANOS));
            return new Turn.Later(Duration.ofNanos(chatWait), Turn.Scope.CHAT);
        }
        long botWait = bot.map(pace -> pace.waitNanos(answer)).orElse(0L);
        if (botWait > 0) {
            bot.filter(pace -> answer).ifPresent(pace -> pace.reserve(botWait + GRACE_NANOS));
            return new Turn.Later(Duration.ofNanos(botWait), Turn.Scope.BOT);
        }
        chat.ifPresent(ChatPace::take);
        return bot.map(this::lend).orElseGet(() -> new Turn.Granted(() -> {}));
    }

    private Turn lend(BotPace pace) {
        long started = nanos.getAsLong();
        Bucket slot = pace.lend();
        return new Turn.Granted(() -> giveBack(pace, slot, started));
    }

    private synchronized void giveBack(BotPace pace, Bucket slot, long started) {
        pace.giveBack(slot, started);
    }

    private Optional<ChatPace> chat(ChatAddress to, boolean shared) {
        if (rates.chatPerSecond() == 0 && rates.groupPerMinute() == 0) {
            return Optional.empty();
        }
        forget();
        return Optional.of(chats.computeIfAbsent(to.chatId(), id -> new ChatPace(rates, shared, nanos)));
    }

    private void forget() {
        Iterator<ChatPace> longestUnasked = chats.values().iterator();
        while (longestUnasked.hasNext() && longestUnasked.next().forgettable()) {
            longestUnasked.remove();
        }
    }
}
