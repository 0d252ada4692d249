package vn.loa.command.follow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.CommandButtons.Typed;
import vn.loa.command.menu.LongList;
import vn.loa.command.menu.MenuPage;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.DeliveryTrace;
import vn.loa.store.delivery.DeliveryTraceStore;
import vn.loa.store.delivery.Recipients;

/**
 * Runs {@code /visao [address or words]}: tells why an article came to this chat, or why it did not. In reply to a
 * message it explains that message; without words, the last one. Members read what was followed; whoever manages the
 * chat, also what the ledger tells of the sending.
 */
public final class WhyCommand implements Command {
    private static final int MOST_EXPLAINED = 3;
    private static final int MOST_OFFERED = 8;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TOAST = 200;
    private static final String NAME = "visao";
    private static final String TOGETHER = "m";

    private final Ledger ledger;
    private final ArticleFinder finder;
    private final DeliveryStory story;
    private final CommandButtons buttons;
    private final InstantSource clock;

    /** Holds the stores that know of articles and their ways. */
    public record Ledger(
            DeliveryTraceStore traces, Recipients recipients, ArticleStore articles, SubscriptionStore subscriptions) {}

    public WhyCommand(CommandContext context, Ledger ledger, DeliveryStory story) {
        this.ledger = ledger;
        this.finder = new ArticleFinder(ledger.traces(), ledger.articles());
        this.story = story;
        this.buttons = new CommandButtons(context.clock());
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("why");
    }

    @Override
    public List<String> plainWords() {
        return List.of("vi sao", "tai sao");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean asksRole() {
        return true;
    }

    /** Returns the length of a long address. */
    @Override
    public int longest() {
        return 2_000;
    }

    /** Returns the data of the button that explains an article. */
    public static ButtonData button(long articleId) {
        return ButtonData.of(NAME, articleId);
    }

    /** Returns the data of the button that explains the articles of its message. */
    public static ButtonData buttonTogether() {
        return ButtonData.of(NAME, TOGETHER);
    }

    /** Explains under an announcement: in a shared chat by a line that the asker alone sees, in private at length. */
    @Override
    public Reply press(Request request, ButtonData data) {
        String which = data.from(0);
        boolean one = which.matches("\\d{1,18}");
        List<Article> meant = one ? finder.articles(List.of(Long.parseLong(which))) : finder.of(request);
        if (meant.isEmpty() || !one && !which.equals(TOGETHER)) {
            return request.toast(which.equals(TOGETHER) ? "press.untold" : "press.stale");
        }
        return request.chat().kind().shared() ? brief(request, meant) : explain(request, meant);
    }

    private Reply brief(Request request, List<Article> meant) {
        List<Subscription> followed = ledger.subscriptions().of(request.chat().id());
        List<Subscription> naming = meant.stream()
                .flatMap(article -> ledger.recipients().naming(article, followed).stream())
                .filter(each -> !each.excludes())
                .distinct()
                .toList();
        String key = meant.size() == 1 ? "why.matched" : "why.toast.together";
        String told = naming.isEmpty() ? request.say("why.matched-then") : request.say(key, labels(request, naming));
        String more = "\n" + request.say("why.toast.more");
        String shown =
                RichText.plain(told).abridged(LONGEST_TOAST - more.length()).text();
        return Reply.toast(shown + more);
    }

    @Override
    public Reply run(Request request) {
        String words = request.arguments().strip();
        List<Article> meant = finder.of(request);
        if (meant.isEmpty()) {
            return unknown(request, words);
        }
        return words.isEmpty() || meant.size() == 1 ? explain(request, meant) : offer(request, meant);
    }

    private Reply unknown(Request request, String words) {
        if (words.isEmpty()) {
            return nothingYet(request);
        }
        Optional<DeliveryTraceStore.Unread> unread = ledger.traces().unread(words);
        if (unread.isPresent()) {
            return Reply.of(LongList.messages(
                    RichText.builder().bold(unread.get().title()), story.unread(request, unread.get())));
        }
        return Reply.of(OutgoingMessage.plain(request.say("why.unknown", words)).withButtons(ways(request)));
    }

    private Reply nothingYet(Request request) {
        List<Subscription> wanted = ledger.subscriptions().of(request.chat().id()).stream()
                .filter(each -> !each.excludes())
                .toList();
        String followed =
                wanted.isEmpty() ? request.say("list.empty") : request.say("why.followed", labels(request, wanted));
        return Reply.of(OutgoingMessage.plain(followed + "\n" + request.say("why.nothing-yet"))
                .withButtons(ways(request)));
    }

    private List<List<Button>> ways(Request request) {
        List<List<Button>> rows = new ArrayList<>();
        buttons.button(request.say("talk.button.LIST"), new Typed("danhsach", ""))
                .ifPresent(button -> rows.add(List.of(button)));
        buttons.button(request.say("talk.button.LATEST"), new Typed("tinmoi", ""))
                .ifPresent(button -> rows.add(List.of(button)));
        return rows;
    }

    private Reply offer(Request request, List<Article> found) {
        return Reply.of(OutgoingMessage.plain(request.say("why.which")).withButtons(choices(found)));
    }

    private List<List<Button>> choices(List<Article> found) {
        List<List<Button>> rows = new ArrayList<>();
        found.forEach(article -> chosen(article).ifPresent(button -> rows.add(List.of(button))));
        return rows;
    }

    private Optional<Button> chosen(Article article) {
        String label = MenuPage.label(article.content().title());
        return buttons.button(label, new Typed(name(), "#" + article.id()));
    }

    private Reply explain(Request request, List<Article> meant) {
        List<OutgoingMessage> messages = new ArrayList<>();
        meant.stream().limit(MOST_EXPLAINED).forEach(article -> messages.addAll(explained(request, article)));
        if (meant.size() > MOST_EXPLAINED) {
            List<Article> others =
                    meant.stream().skip(MOST_EXPLAINED).limit(MOST_OFFERED).toList();
            messages.add(OutgoingMessage.plain(request.say("why.others", meant.size() - MOST_EXPLAINED))
                    .withButtons(choices(others)));
        }
        return Reply.of(messages);
    }

    private List<OutgoingMessage> explained(Request request, Article article) {
        Button reading = new Button.Action(request.say("read.button"), ReadCommand.button(article.id()));
        return Reply.ending(LongList.messages(title(article), lines(request, article)), List.of(List.of(reading)))
                .messages();
    }

    private static RichText.Builder title(Article article) {
        String title = RichText.plain(article.content().title())
                .abridged(LONGEST_TITLE)
                .text();
        return RichText.builder().link(title, article.url());
    }

    private List<String> lines(Request request, Article article) {
        List<Subscription> naming = ledger.recipients()
                .naming(article, ledger.subscriptions().of(request.chat().id()));
        Optional<DeliveryTrace> trace = ledger.traces().of(request.chat().id(), article.id());
        List<String> lines = new ArrayList<>();
        if (request.role().atLeast(Role.CHAT_ADMIN)) {
            lines.addAll(story.origin(request, article));
        }
        lines.addAll(matched(request, naming, trace.isPresent()));
        lines.addAll(outcome(request, article, naming, trace));
        lines.add(request.say(trace.isPresent() ? "why.next" : "why.next-follow"));
        return lines;
    }

    /** Returns what became of the article; for what was never sent, why, unless nothing that is followed names it. */
    private List<String> outcome(
            Request request, Article article, List<Subscription> naming, Optional<DeliveryTrace> trace) {
        if (trace.isPresent()) {
            return request.role().atLeast(Role.CHAT_ADMIN) ? story.outcome(request, trace.get()) : List.of();
        }
        boolean kept = naming.isEmpty() || naming.stream().anyMatch(Subscription::excludes);
        return kept ? List.of() : List.of(story.leftOut(request, article, since(naming)));
    }

    private static List<String> matched(Request request, List<Subscription> naming, boolean entered) {
        List<Subscription> wanted =
                naming.stream().filter(each -> !each.excludes()).toList();
        List<Subscription> unwanted =
                naming.stream().filter(Subscription::excludes).toList();
        String why = wanted.isEmpty()
                ? request.say(entered ? "why.matched-then" : "why.unmatched")
                : request.say("why.matched", labels(request, wanted));
        return unwanted.isEmpty()
                ? List.of(why)
                : List.of(why, request.say("why.excluded", ChatSubscriptions.labels(unwanted)));
    }

    private static String labels(Request request, List<Subscription> subscriptions) {
        return subscriptions.stream()
                .map(each -> ChatSubscriptions.label(request, each.kind(), each.label()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** Returns since when the chat has followed any of these. */
    private Optional<Instant> since(List<Subscription> naming) {
        return naming.stream()
                .map(ledger.traces()::since)
                .flatMap(Optional::stream)
                .filter(at -> !at.isAfter(clock.instant()))
                .min(Instant::compareTo);
    }
}
