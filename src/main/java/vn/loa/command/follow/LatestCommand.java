package vn.loa.command.follow;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.follow.SubscriptionCatalog.Interest;
import vn.loa.command.intent.IntentReader;
import vn.loa.command.intent.Period;
import vn.loa.command.intent.Slots;
import vn.loa.model.Article;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.Recipients;
import vn.loa.text.Commune;

/**
 * Runs {@code /tinmoi [n] [period] [what]}: the newest articles of what this chat follows, or of everything when it
 * follows nothing; with words, of some days ({@code hôm qua}, {@code tuần này}) or of a source, topic, category or
 * commune.
 */
public final class LatestCommand implements Command {
    private static final int USUAL = 5;
    private static final int MOST = 20;
    /** The number of recent articles that are searched for a keyword. */
    private static final int LOOKED_THROUGH = 500;

    private final Recipients readership;
    private final SubscriptionStore subscriptions;
    private final ArticleList list;
    private final SubscriptionCatalog catalog;
    private final IntentReader reader = IntentReader.standard();
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the command.
     *
     * @param catalog finds subscriptions by name
     */
    public LatestCommand(
            CommandContext context,
            ArticleList list,
            Recipients readership,
            SubscriptionStore subscriptions,
            SubscriptionCatalog catalog) {
        this.list = list;
        this.readership = readership;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "tinmoi";
    }

    @Override
    public List<String> aliases() {
        return List.of("latest", "tin");
    }

    @Override
    public List<String> plainWords() {
        return List.of("tin moi", "tin moi nhat", "tin moi hom nay", "tin hom nay", "latest");
    }

    @Override
    public boolean takes(String rest) {
        return rest.matches("\\d{1,9}");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        if (request.arguments().matches("[-+].*")) {
            return request.plain("latest.number", request.arguments(), MOST);
        }
        if (!request.arguments().matches("\\d{0,9}")) {
            return ofWords(request, reader.read("tin " + request.arguments()).slots());
        }
        int wanted = request.arguments().isEmpty() ? USUAL : Integer.parseInt(request.arguments());
        if (wanted < 1) {
            return request.plain("latest.number", request.arguments(), MOST);
        }
        List<Article> found = latest(request.chat().id(), Math.min(wanted, MOST));
        return found.isEmpty() ? request.plain("latest.none") : list.reply(request.say("latest.title"), found);
    }

    /** Answers words: days, something that can be followed, or both. */
    private Reply ofWords(Request request, Slots slots) {
        int wanted = slots.count().orElse(slots.period().isPresent() ? MOST : USUAL);
        if (wanted < 1
                || slots.what().isEmpty()
                        && slots.period().isEmpty()
                        && slots.count().isEmpty()) {
            return request.plain("latest.number", request.arguments(), MOST);
        }
        long chat = request.chat().id();
        List<Subscription> of = slots.what().isEmpty() ? following(chat) : named(chat, slots);
        if (of.isEmpty()) {
            return request.plain("latest.number", request.arguments(), MOST);
        }
        List<Article> found = readership.heard(of, LOOKED_THROUGH, LOOKED_THROUGH).stream()
                .filter(article -> slots.period().isEmpty()
                        || isFrom(article, slots.period().get()))
                .limit(Math.min(wanted, MOST))
                .toList();
        return found.isEmpty()
                ? request.plain("latest.none-of", request.arguments())
                : list.reply(request.say("latest.title-of", request.arguments()), found);
    }

    private boolean isFrom(Article article, Period period) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Instant at = article.content().published().instant().orElse(article.firstSeen());
        LocalDate day = LocalDate.ofInstant(at, zone);
        return !day.isBefore(period.first(today)) && !day.isAfter(period.last(today));
    }

    /** Returns the subscriptions that words name, for a commune also its own sources; a hamlet is only a keyword. */
    private List<Subscription> named(long chat, Slots slots) {
        String words = slots.what();
        List<Interest> called = catalog.named(words);
        List<Interest> found = new ArrayList<>(called.isEmpty() ? catalog.holding(words) : called);
        Commune.typed(words)
                .map(commune -> new Interest(Subscription.Kind.LOCALITY, commune.name(), commune.label()))
                .ifPresent(found::add);
        if (found.isEmpty() && slots.place()) {
            SubscriptionCatalog.keyword(words).ifPresent(found::add);
        }
        return found.stream().map(interest -> interest.of(chat)).toList();
    }

    private List<Article> latest(long chatId, int limit) {
        return readership.heard(following(chatId), limit, LOOKED_THROUGH);
    }

    /** Returns the chat's subscriptions. A chat that only leaves out, or follows nothing, sees of everything. */
    private List<Subscription> following(long chatId) {
        List<Subscription> followed = new ArrayList<>(subscriptions.of(chatId));
        if (followed.stream().allMatch(Subscription::excludes)) {
            followed.add(new Subscription(chatId, Subscription.Kind.ALL, "", ""));
        }
        return followed;
    }
}
