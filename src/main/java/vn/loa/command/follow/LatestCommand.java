package vn.loa.command.follow;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UsageReplies;
import vn.loa.command.follow.SubscriptionCatalog.Interest;
import vn.loa.command.intent.IntentReader;
import vn.loa.command.intent.NewsDays;
import vn.loa.command.intent.Slots;
import vn.loa.command.menu.CommandButtons;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.text.Commune;

/**
 * Runs {@code /tinmoi [n] [period] [what]}: the newest articles of what this chat follows, or of everything when it
 * follows nothing; with words, of some days ({@code hôm qua}, {@code tuần này}) or of a source, topic, category or
 * commune.
 */
public final class LatestCommand implements Command {
    private static final String NAME = "tinmoi";
    /** Begins the words that stand for a digest, by its message's number on the platform. */
    private static final String DIGEST = "@";

    private static final int USUAL = 5;
    private static final int MOST = 20;
    private static final int LONGEST_LABEL = 30;

    private final ChatNews news;
    private final ArticlePager pages;
    private final CommandButtons buttons;
    private final SubscriptionCatalog catalog;
    private final ArticleFinder finder;
    private final ZoneId zone;
    private final InstantSource clock;
    private final UsageReplies usage;

    /**
     * Makes the command.
     *
     * @param catalog finds subscriptions by name
     * @param finder finds what a digest told
     */
    public LatestCommand(
            CommandContext context,
            ArticleList list,
            ChatNews news,
            SubscriptionCatalog catalog,
            ArticleFinder finder) {
        this.finder = finder;
        this.pages = new ArticlePager(list, name());
        this.buttons = new CommandButtons(context.clock());
        this.news = news;
        this.catalog = catalog;
        this.zone = context.zone();
        this.clock = context.clock();
        this.usage = new UsageReplies(clock);
    }

    @Override
    public String name() {
        return NAME;
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
        return shown(request, request.arguments(), Optional.empty());
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        return ArticlePager.read(data)
                .map(page -> shown(request, page.words(), Optional.of(page)))
                .orElseGet(() -> request.toast("press.stale"));
    }

    /** Returns the data of the button under a digest that shows those articles which it only counts. */
    public static ButtonData others(int listed) {
        return ArticlePager.data(NAME, new ArticlePager.Page(listed, MOST, DIGEST));
    }

    /** Shows what a digest told, by its message: the one with the pressed button, or the one that the words name. */
    private Reply ofDigest(Request request, ArticlePager.Page page) {
        String named = page.words().substring(DIGEST.length());
        String message = named.isEmpty() ? request.answered().orElse("") : named;
        List<Article> told = finder.told(request.chat().id(), message);
        if (told.isEmpty()) {
            // A message is shown a moment before it is written down what it tells.
            return request.toast("press.untold");
        }
        return pages.reply(
                request,
                request.say("latest.others"),
                told,
                new ArticlePager.Page(page.from(), page.size(), DIGEST + message),
                List.of());
    }

    /**
     * Shows the articles that the words wish for.
     *
     * @param wished the page; empty for the first, whose size the words tell
     */
    private Reply shown(Request request, String words, Optional<ArticlePager.Page> wished) {
        if (wished.isPresent() && words.startsWith(DIGEST)) {
            return ofDigest(request, wished.get());
        }
        if (words.matches("[-+].*")) {
            return unclear(request, words);
        }
        if (!words.matches("\\d{0,9}")) {
            return ofWords(
                    request, words, IntentReader.standard().read("tin " + words).slots(), wished);
        }
        int wanted = words.isEmpty() ? USUAL : Integer.parseInt(words);
        return wanted < 1
                ? unclear(request, words)
                : newest(request, wished.orElse(new ArticlePager.Page(0, Math.min(wanted, MOST), words)));
    }

    private Reply newest(Request request, ArticlePager.Page page) {
        List<Article> found = news.newest(news.following(request.chat().id()), ArticlePager.MOST);
        return found.isEmpty()
                ? usage.of(request.say("latest.none"), "/theodoi")
                : pages.reply(request, request.say("latest.title"), found, page, List.of());
    }

    private Reply unclear(Request request, String words) {
        return usage.of(request.say("latest.number", words, MOST), "/tinmoi", "/tinmoi hôm qua");
    }

    /** Answers words: days, something that can be followed, or both. */
    private Reply ofWords(Request request, String words, Slots slots, Optional<ArticlePager.Page> wished) {
        boolean dated = slots.period().isPresent() || slots.days().isPresent();
        int wanted = slots.count().orElse(dated ? MOST : USUAL);
        List<Subscription> of = meant(request.chat().id(), slots);
        if (wanted < 1 || of.isEmpty()) {
            return unclear(request, words);
        }
        ArticlePager.Page page = wished.orElse(new ArticlePager.Page(0, Math.min(wanted, MOST), words));
        if (slots.days().isPresent()) {
            return ofDays(request, slots, of, page);
        }
        List<Article> found = found(of, slots);
        List<List<Button>> following = following(request, slots.what());
        return found.isEmpty()
                ? Reply.of(OutgoingMessage.plain(request.say("latest.none-of", words))
                        .withButtons(withNewest(request, following)))
                : pages.reply(request, request.say("latest.title-of", words), found, page, following);
    }

    /** Returns the subscriptions whose articles the words wish for; none when they say nothing that Loa understands. */
    private List<Subscription> meant(long chat, Slots slots) {
        if (!slots.what().isEmpty()) {
            return named(chat, slots);
        }
        boolean says = slots.period().isPresent()
                || slots.days().isPresent()
                || slots.count().isPresent();
        return says ? news.following(chat) : List.of();
    }

    private List<Article> found(List<Subscription> of, Slots slots) {
        LocalDate today = today();
        return slots.period()
                .map(period -> news.of(of, period.first(today), period.last(today), ArticlePager.MOST))
                .orElseGet(() -> news.newest(of, ArticlePager.MOST));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Answers days by their dates. */
    private Reply ofDays(Request request, Slots slots, List<Subscription> of, ArticlePager.Page page) {
        Optional<NewsDays.Range> days = slots.days().orElseThrow().range(today());
        if (days.isEmpty()) {
            return usage.of(request.say("latest.no-such-day", page.words()), "/tinmoi", "/tinmoi hôm qua");
        }
        NewsDays.Range range = days.get();
        String what = slots.what().isEmpty() ? "" : slots.what() + " ";
        String told = what + DaysText.of(request, range, today());
        List<Article> found = news.of(of, range.first(), range.last(), ArticlePager.MOST);
        return found.isEmpty()
                ? Reply.of(OutgoingMessage.plain(request.say("latest.none-days", told))
                        .withButtons(insteadOf(request, slots, of, range)))
                : pages.reply(
                        request, request.say("latest.title-days", told), found, page, following(request, slots.what()));
    }

    /** Offers the last day before that has news, and the newest. */
    private List<List<Button>> insteadOf(Request request, Slots slots, List<Subscription> of, NewsDays.Range range) {
        List<List<Button>> rows = new ArrayList<>();
        news.lastBefore(of, range.first()).ifPresent(day -> {
            String told = DaysText.of(request, new NewsDays.Range(day, day), today());
            String date = day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
            String words = (slots.what() + " ngày " + date).strip();
            buttons.button(request.say("latest.button.days", told), new CommandButtons.Typed(name(), words))
                    .ifPresent(button -> rows.add(List.of(button)));
        });
        return withNewest(request, rows);
    }

    private List<List<Button>> following(Request request, String what) {
        return what.isBlank()
                ? List.of()
                : buttons.button(
                                request.say(
                                        "talk.button.FOLLOW",
                                        RichText.plain(what)
                                                .abridged(LONGEST_LABEL)
                                                .text()),
                                new CommandButtons.Typed("theodoi", what))
                        .map(button -> List.of(List.of(button)))
                        .orElse(List.of());
    }

    /** Returns buttons with one more, for the newest articles of all that the chat follows. */
    private List<List<Button>> withNewest(Request request, List<List<Button>> buttonRows) {
        List<List<Button>> rows = new ArrayList<>(buttonRows);
        buttons.button(request.say("talk.button.LATEST"), new CommandButtons.Typed(name(), ""))
                .ifPresent(button -> rows.add(List.of(button)));
        return rows;
    }

    /** Returns the subscriptions that words name, for a commune also its own sources; a hamlet, or words that nothing is called, are a keyword. */
    private List<Subscription> named(long chat, Slots slots) {
        String words = slots.what();
        List<Interest> called = catalog.named(words);
        List<Interest> found = new ArrayList<>(called.isEmpty() ? catalog.holding(words) : called);
        Commune.typed(words)
                .map(commune -> new Interest(Subscription.Kind.LOCALITY, commune.name(), commune.label()))
                .ifPresent(found::add);
        if (found.isEmpty() && (slots.place() || words.indexOf(' ') > 0)) {
            SubscriptionCatalog.keyword(words).ifPresent(found::add);
        }
        return found.stream().map(interest -> interest.of(chat)).toList();
    }
}
