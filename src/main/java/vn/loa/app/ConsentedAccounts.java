package vn.loa.app;

import java.time.InstantSource;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.chat.OaAccountStore.Known;
import vn.loa.zalo.oa.OaGrant;

/** Writes down what consents of Official Accounts gave: the account, its tokens and who consented. */
final class ConsentedAccounts {
    private final Channels channels;
    private final Storage storage;
    private final FreeBotNames names;
    private final InstantSource clock;

    ConsentedAccounts(Channels channels, Storage storage, FreeBotNames names, InstantSource clock) {
        this.channels = channels;
        this.storage = storage;
        this.names = names;
        this.clock = clock;
    }

    /**
     * An account that is written down.
     *
     * @param shown its name for people
     * @param before whether Loa knew it already
     */
    record Kept(Bot bot, String shown, boolean before) {}

    /** Keeps what a consent gave, and returns the bot of the account. */
    Kept keep(OaGrant grant, PersonId by) {
        Optional<Bot> before = known(grant, by);
        Bot bot = before.isPresent() ? before.get() : added(grant, by);
        return new Kept(bot, shown(bot, grant), before.isPresent());
    }

    private Optional<Bot> known(OaGrant grant, PersonId by) {
        return channels.account(grant.account().id()).filter(bot -> wrote(bot, grant, by));
    }

    /** Two browsers may bring consents of one account at the same time: the later one finds the account of the first. */
    private Bot added(OaGrant grant, PersonId by) {
        try {
            return newAccount(grant, by);
        } catch (RuntimeException e) {
            return known(grant, by).orElseThrow(() -> e);
        }
    }

    private Bot newAccount(OaGrant grant, PersonId by) {
        Bot bot = new Bot(Platform.ZALO, names.free(Platform.ZALO, accountName(grant)));
        return wrote(bot, grant, by) ? bot : newAccount(grant, by);
    }

    /** Returns false when another account took the bot's name meanwhile; then nothing is written. */
    private boolean wrote(Bot bot, OaGrant grant, PersonId by) {
        Known known = new Known(bot, grant.account().id(), shown(bot, grant), by.key(), clock.instant());
        return storage.database().transaction(() -> {
            if (!storage.oaAccounts().keep(known)) {
                return false;
            }
            storage.oaTokens().keep(bot, channels.configuredRefreshToken(bot), grant.tokens());
            storage.audit().add(by.key(), "oa-consent", bot.key(), clock.instant());
            return true;
        });
    }

    private static String shown(Bot bot, OaGrant grant) {
        return grant.account().name().isEmpty() ? bot.name() : grant.account().name();
    }

    private static String accountName(OaGrant grant) {
        String name = grant.account().name();
        return "oa " + (name.isEmpty() ? grant.account().id() : name);
    }
}
