package vn.loa.telegram.incoming;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.command.role.RoleUnknownException;
import vn.loa.model.MonotonicDeadline;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/**
 * Decides whether a person administers a chat; asks Telegram and remembers the answer for a minute, and for ten while
 * Telegram does not answer. Few questions are under way at a time, and none while Telegram fails to answer, so that
 * strangers' questions hold nobody up.
 */
public final class ChatAdmins {
    private static final Logger log = LoggerFactory.getLogger(ChatAdmins.class);
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final Duration BEYOND = Duration.ofMinutes(9);
    private static final int MOST_KEPT = 10_000;
    /** Fewer than the threads that handle updates. */
    private static final int MOST_UNDER_WAY = 6;

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(1);
    private static final Set<String> ADMINS = Set.of("creator", "administrator");

    private record Place(long chatId, long userId) {}

    private record Known(boolean admin, MonotonicDeadline fresh) {
        boolean usable() {
            return fresh.overdue().compareTo(BEYOND) < 0;
        }
    }

    private final TelegramCalls questions;
    private final TelegramErrors errors;
    private final LongSupplier nanos;
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(10));
    private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    private final Map<Place, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Known> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public ChatAdmins(TelegramCalls questions, TelegramErrors errors) {
        this(questions, errors, System::nanoTime);
    }

    public ChatAdmins(TelegramCalls questions, TelegramErrors errors, LongSupplier nanos) {
        this.questions = questions;
        this.errors = errors;
        this.nanos = nanos;
    }

    /**
     * Returns whether a person administers a chat.
     *
     * @throws RoleUnknownException when Telegram cannot be asked now
     */
    public boolean isAdmin(long chatId, long userId) {
        Place place = new Place(chatId, userId);
        Optional<Known> remembered = remembered(place);
        if (remembered.filter(each -> !each.fresh().passed()).isPresent()) {
            return remembered.get().admin();
        }
        return ask(place)
                .or(() -> remembered.filter(Known::usable).map(Known::admin))
                .orElseThrow(() -> new RoleUnknownException("cannot tell who administers chat " + chatId));
    }

    private Optional<Boolean> ask(Place place) {
        if (!permitted()) {
            return Optional.empty();
        }
        try {
            return breaker.lets() ? answer(place) : Optional.empty();
        } finally {
            underWay.release();
        }
    }

    private boolean permitted() {
        try {
            return underWay.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Boolean> answer(Place place) {
        try {
            String status = questions
                    .call(new GetChatMember(Long.toString(place.chatId()), place.userId()))
                    .path("status")
                    .asText();
            breaker.answered();
            return status.isEmpty() ? Optional.empty() : Optional.of(remember(place, ADMINS.contains(status)));
        } catch (TelegramApiException e) {
            log.warn("cannot tell who administers chat {}: {}", place.chatId(), errors.told(e));
            if (TelegramErrors.refused(e)) {
                breaker.answered();
                return Optional.of(false);
            }
            breaker.failed();
            return Optional.empty();
        }
    }

    private Optional<Known> remembered(Place place) {
        synchronized (known) {
            return Optional.ofNullable(known.get(place));
        }
    }

    private boolean remember(Place place, boolean admin) {
        synchronized (known) {
            known.put(place, new Known(admin, MonotonicDeadline.in(FRESH, nanos)));
        }
        return admin;
    }
}
