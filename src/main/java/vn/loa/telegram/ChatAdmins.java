package vn.loa.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/**
 * Decides whether a person administers a chat; asks Telegram and remembers the answer for a minute. A person who cannot
 * be asked about does not.
 */
final class ChatAdmins {
    private static final Logger log = LoggerFactory.getLogger(ChatAdmins.class);
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST_KEPT = 10_000;
    private static final Set<String> ADMINS = Set.of("creator", "administrator");

    private record Place(long chatId, long userId) {}

    private record Known(boolean admin, Instant until) {}

    private final TelegramCalls calls;
    private final TelegramErrors errors;
    private final InstantSource clock;
    private final Map<Place, Known> known = new ConcurrentHashMap<>();

    ChatAdmins(TelegramCalls calls, TelegramErrors errors, InstantSource clock) {
        this.calls = calls;
        this.errors = errors;
        this.clock = clock;
    }

    boolean isAdmin(long chatId, long userId) {
        Place place = new Place(chatId, userId);
        Known now = known.get(place);
        boolean fresh = now != null && clock.instant().isBefore(now.until());
        return fresh ? now.admin() : ask(place);
    }

    private boolean ask(Place place) {
        GetChatMember question = new GetChatMember(Long.toString(place.chatId()), place.userId());
        try {
            String status = calls.call(question).path("status").asText();
            if (!status.isEmpty()) {
                remember(place, ADMINS.contains(status));
            }
            return ADMINS.contains(status);
        } catch (TelegramApiException e) {
            log.warn("cannot tell who administers chat {}: {}", place.chatId(), errors.told(e));
            return false;
        }
    }

    private void remember(Place place, boolean admin) {
        Instant now = clock.instant();
        if (known.size() >= MOST_KEPT) {
            known.values().removeIf(old -> old.until().isBefore(now));
        }
        if (known.size() < MOST_KEPT) {
            known.put(place, new Known(admin, now.plus(KEPT)));
        }
    }
}
