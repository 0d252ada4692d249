package vn.loa.zalo.oa;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.store.chat.OaTokenStore.Pair;

/**
 * Gives an access token that Zalo takes. A refresh token works once, so a refresh is done by one thread of one program
 * at a time, and what came for it is on the disk before it is used; who loses it needs a person to consent again.
 */
final class OaTokens {
    private static final Logger log = LoggerFactory.getLogger(OaTokens.class);
    /** So long before its end an access token is replaced. */
    private static final Duration MARGIN = Duration.ofMinutes(10);
    /** Longer than a refresh can take; so long others wait for one who died over it. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    /** Between refreshes that are not urgent. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** A pair that could not be written; its predecessor is spent. */
    private record Unsaved(String spent, Pair fresh) {}

    private final Bot bot;
    private final String firstRefreshToken;
    private final OaRefresh refresh;
    private final OaTokenStore store;
    private final InstantSource clock;
    private volatile @Nullable Pair known;
    private volatile Optional<String> problem = Optional.empty();

    @GuardedBy("this")
    private boolean begun;

    @GuardedBy("this")
    private Optional<Unsaved> unsaved = Optional.empty();

    @GuardedBy("this")
    private Instant notBefore = Instant.EPOCH;

    OaTokens(OaAccount account, OaRefresh refresh, OaTokenStore store, InstantSource clock) {
        this.bot = account.bot();
        this.firstRefreshToken = account.firstRefreshToken();
        this.refresh = refresh;
        this.store = store;
        this.clock = clock;
    }

    /** Returns what a person has to do; empty when nothing. */
    Optional<String> problem() {
        return problem;
    }

    /**
     * An access token; refreshed when it ends within 10 minutes.
     *
     * @throws OaException when there is none
     */
    String current() throws OaException {
        Pair pair = known;
        return pair != null && lasts(pair, MARGIN) ? pair.accessToken() : renewed("");
    }

    /**
     * Another access token than one that Zalo refused.
     *
     * @throws OaException when there is none
     */
    String insteadOf(String refused) throws OaException {
        return renewed(refused);
    }

    private synchronized String renewed(String refused) throws OaException {
        try {
            known = renew(refused);
            problem = Optional.empty();
            return known.accessToken();
        } catch (OaException e) {
            note(e);
            throw e;
        } catch (RuntimeException e) {
            log.error("{}: the tokens cannot be read or written ({})", bot, deepest(e));
            throw OaException.notSent("the tokens cannot be read or written");
        }
    }

    private void note(OaException failure) {
        if (failure.meaning() instanceof SendResult.ChannelDown && problem.isEmpty()) {
            log.error("{}: {}", bot, failure.getMessage());
            problem = Optional.of(failure.getMessage());
        }
    }

    @GuardedBy("this")
    private Pair renew(String refused) throws OaException {
        Pair newest = newest();
        boolean taken = lasts(newest, Duration.ZERO) && !newest.accessToken().equals(refused);
        if (taken && (lasts(newest, MARGIN) || clock.instant().isBefore(notBefore))) {
            return newest;
        }
        try {
            return refreshed(newest);
        } catch (OaException e) {
            if (!taken) {
                throw e;
            }
            log.warn("{}: {}; the present token lasts until {}", bot, e.getMessage(), newest.expiresAt());
            notBefore = clock.instant().plus(PAUSE);
            return newest;
        }
    }

    /** Takes the refresh token of the configuration when it is a new one; asks Zalo nothing. */
    synchronized void begin() {
        if (!begun) {
            if (!firstRefreshToken.isEmpty() && store.begin(bot, firstRefreshToken)) {
                log.info("{}: beginning with the refresh token of the configuration", bot);
            }
            begun = true;
        }
    }

    @GuardedBy("this")
    private Pair newest() throws OaException {
        begin();
        if (unsaved.isPresent()) {
            save(unsaved.get());
        }
        Pair newest = store.newest(bot);
        if (newest.refreshToken().isEmpty()) {
            throw OaException.down(
                    "the tokens were encrypted with another key: restore secret.key (or LOA_SECRET_KEY), or "
                            + OaRefresh.AGAIN);
        }
        return newest;
    }

    @GuardedBy("this")
    private Pair refreshed(Pair spent) throws OaException {
        Instant now = clock.instant();
        if (!store.claim(bot, spent.refreshToken(), now, now.plus(CLAIM))) {
            throw OaException.notSent("another program is refreshing the access token");
        }
        Pair fresh = spend(spent);
        unsaved = Optional.of(new Unsaved(spent.refreshToken(), fresh));
        save(unsaved.get());
        notBefore = now.plus(PAUSE);
        log.info("{}: the access token was refreshed and lasts until {}", bot, fresh.expiresAt());
        return store.newest(bot);
    }

    private Pair spend(Pair spent) throws OaException {
        try {
            return refresh.spend(spent.refreshToken());
        } catch (OaException e) {
            store.release(bot, spent.refreshToken());
            throw e;
        }
    }

    @GuardedBy("this")
    private void save(Unsaved pair) {
        store.replace(bot, pair.spent(), pair.fresh());
        unsaved = Optional.empty();
    }

    /** Returns what the database said; the exceptions above it quote the tokens that were to be written. */
    private static String deepest(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at.getCause() != null && depth < 20; depth++) {
            at = at.getCause();
        }
        return at == failure ? at.getClass().getSimpleName() : at.toString();
    }

    private boolean lasts(Pair pair, Duration margin) {
        return !pair.accessToken().isEmpty() && clock.instant().plus(margin).isBefore(pair.expiresAt());
    }
}
