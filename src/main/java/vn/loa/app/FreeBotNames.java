package vn.loa.app;

import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.text.Folding;

/** Finds names for bots that come while Loa runs. */
final class FreeBotNames {
    private final BotRegistry bots;
    private final Storage storage;

    FreeBotNames(BotRegistry bots, Storage storage) {
        this.bots = bots;
        this.storage = storage;
    }

    /** Returns a name in Loa for a new bot, made of its name on its platform. */
    String free(Platform platform, String shown) {
        String plain = Folding.fold(shown).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "bot" : plain.substring(0, Math.min(30, plain.length()));
        String name = base;
        for (int number = 2; isTaken(new Bot(platform, name)); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private boolean isTaken(Bot bot) {
        return bots.all().stream().anyMatch(each -> each.bot().equals(bot))
                || storage.oaAccounts().of(bot).isPresent()
                || storage.oaTokens().has(bot)
                || storage.botTokens().all().stream()
                        .anyMatch(each -> each.bot().equals(bot));
    }
}
