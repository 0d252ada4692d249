package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMemberCount;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/** Asks once a day how many people are in each group, for reports; slowly, for nobody waits for it. */
final class MemberCounts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MemberCounts.class);
    private static final Duration ASKED_EVERY = Duration.ofDays(1);
    private static final Duration LOOKED_EVERY = Duration.ofMinutes(10);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Bot bot;
    private final TelegramCalls questions;
    private final Supplier<List<Chat>> groups;
    private final MemberCountStore counts;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "telegram-members");
        daemon.setDaemon(true);
        return daemon;
    });

    MemberCounts(
            Bot bot,
            TelegramCalls questions,
            Supplier<List<Chat>> groups,
            MemberCountStore counts,
            InstantSource clock) {
        this.bot = bot;
        this.questions = questions;
        this.groups = groups;
        this.counts = counts;
        this.clock = clock;
    }

    /** Begins to ask on a thread of its own, and returns at once. */
    void start() {
        thread.scheduleWithFixedDelay(
                this::round, FIRST_LOOK.toMillis(), LOOKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("{}: the members of groups could not be counted: {}", bot, e.toString());
        }
    }

    /** Asks for each group that is due; an outage ends the round. */
    void ask() throws InterruptedException {
        for (Chat group : groups.get()) {
            if (!due(group)) {
                continue;
            }
            try {
                note(
                        group,
                        questions.call(new GetChatMemberCount(group.address().chatId())));
            } catch (TelegramApiException e) {
                if (!TelegramErrors.refused(e)) {
                    return;
                }
                log.debug("{}: nobody tells how many are in {}", bot, group.address());
                counts.note(group.id(), counts.members(group.id()).orElse(0), clock.instant());
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        }
    }

    /** Asks at once how many people are in a group, for as long as any question may take; empty when nobody tells. */
    OptionalInt askNow(ChatAddress group) {
        try {
            JsonNode answer = questions.call(new GetChatMemberCount(group.chatId()));
            return answer.canConvertToInt() ? OptionalInt.of(answer.asInt()) : OptionalInt.empty();
        } catch (TelegramApiException e) {
            log.debug("{}: nobody tells how many are in {}", bot, group);
            return OptionalInt.empty();
        }
    }

    /** A clock that was set back makes nothing due for ever: what lies in the future is asked for again. */
    private boolean due(Chat group) {
        Instant now = clock.instant();
        return counts.askedAt(group.id())
                .filter(at -> !at.isAfter(now))
                .filter(at -> Duration.between(at, now).compareTo(ASKED_EVERY) < 0)
                .isEmpty();
    }

    private void note(Chat group, JsonNode answer) {
        if (answer.canConvertToInt()) {
            counts.note(group.id(), answer.asInt(), clock.instant());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
