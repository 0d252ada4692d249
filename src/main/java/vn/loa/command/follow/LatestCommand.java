package vn.loa.command.follow;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UsageReplies;
import vn.loa.command.follow.SubscriptionCatalog.Interest;
import vn.loa.command.intent.IntentReader;
import vn.loa.command.intent.Slots;
import vn.loa.model.Article;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.text.Commune;

/**
 * Runs {@code /tinmoi [n] [period] [what]}: the newest articles of what this chat follows, or of everything when it
 * follows nothing; with words, of some days ({@code hôm qua}, {@code tuần này}) or of a source, topic, category or
 * commune.
 */
public final class LatestCommand implements Command {
    private static final int USUAL = 5;
    private static final int MOST = 20;

    private final ChatNews news;
    private final ArticleList list;
    private final SubscriptionCatalog catalog;
    private final IntentReader reader = IntentReader.standard();
    private final ZoneId zone;
    private final InstantSource clock;
    private final UsageReplies usage;

    /**
     * Makes the command.
     *
     * @param catalog finds subscriptions by name
     */
    public LatestCommand(CommandContext context, ArticleList list, ChatNews news, SubscriptionCatalog catalog) {
        this.list = list;
        this.news = news;
        this.catalog = catalog;
        this.zone = context.zone();
        this.clock = context.clock();
        this.usage = new UsageReplies(clock);
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
    public boolean concernsAskerAlone() {
        return true;
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        if (request.arguments().matches("[-+].*")) {
            return unclear(request);
        }
        if (!request.arguments().matches("\\d{0,9}")) {
            return ofWords(request, reader.read("tin " + request.arguments()).slots());
        }
        int wanted = request.arguments().isEmpty() ? USUAL : Integer.parseInt(request.arguments());
        if (wanted < 1) {
            return unclear(request);
        }
        List<Article> found = news.newest(news.following(request.chat().id()), Math.min(wanted, MOST));
        return found.isEmpty()
                ? usage.of(request.say("latest.none"), "/theodoi")
                : list.reply(request.say("latest.title"), found);
    }

    private Reply unclear(Request request) {
        return usage.of(request.say("latest.number", request.arguments(), MOST), "/tinmoi", "/tinmoi hôm qua");
    }

    /** Answers words: days, something that can be followed, or both. */
    private Reply ofWords(Request request, Slots slots) {
        int wanted = slots.count().orElse(slots.period().isPresent() ? MOST : USUAL);
        if (wanted < 1
                || slots.what().isEmpty()
                        && slots.period().isEmpty()
                        && slots.count().isEmpty()) {
            return unclear(request);
        }
        long chat = request.chat().id();
        List<Subscription> of = slots.what().isEmpty() ? news.following(chat) : named(chat, slots);
        if (of.isEmpty()) {
            return unclear(request);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Article> found = slots.period()
                .map(period -> news.of(of, period.first(today), period.last(today), Math.min(wanted, MOST)))
                .orElseGet(() -> news.newest(of, Math.min(wanted, MOST)));
        return found.isEmpty()
                ? request.plain("latest.none-of", request.arguments())
                : list.reply(request.say("latest.title-of", request.arguments()), found);
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
}
