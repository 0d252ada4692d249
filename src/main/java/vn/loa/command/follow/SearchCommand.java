package vn.loa.command.follow;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UsageReplies;
import vn.loa.command.Vocabulary;
import vn.loa.command.menu.CommandButtons;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.store.article.ArticleStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /tim từ khóa}: finds articles that hold all the words. Marks are ignored when the person typed none; when
 * marks were typed, articles that have them just so come first.
 */
public final class SearchCommand implements Command {
    private static final int PAGE = 10;
    private static final int LONGEST_LABEL = 30;

    private final ArticleStore articles;
    private final ArticlePager pages;
    private final CommandButtons buttons;
    private final UsageReplies usage;

    public SearchCommand(CommandContext context, ArticleStore articles, ArticleList list) {
        this.usage = new UsageReplies(context.clock());
        this.articles = articles;
        this.pages = new ArticlePager(list, name());
        this.buttons = new CommandButtons(context.clock());
    }

    @Override
    public String name() {
        return "tim";
    }

    @Override
    public List<String> aliases() {
        return List.of("search", "timkiem");
    }

    @Override
    public List<String> plainWords() {
        return List.of("tim", "tim kiem", "search");
    }

    @Override
    public boolean takes(String rest) {
        return Vocabulary.areFew(rest, 6);
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
        return page(request, new ArticlePager.Page(0, PAGE, unquoted(request.arguments())));
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        return ArticlePager.read(data).map(page -> page(request, page)).orElseGet(() -> request.toast("press.stale"));
    }

    /** Returns words without the quotation marks that people put around them: all must be held anyway. */
    private static String unquoted(String words) {
        return words.replaceAll("[\"“”„«»]", " ").strip();
    }

    private Reply page(Request request, ArticlePager.Page page) {
        List<String> words = words(Folding.fold(page.words()));
        if (words.isEmpty()) {
            return usage.of(request.say("search.empty"), "/tinmoi");
        }
        List<Article> found = articles.search(words, ArticlePager.MOST);
        if (found.isEmpty()) {
            return Reply.of(OutgoingMessage.plain(request.say("search.none", page.words()))
                    .withButtons(insteadOfFinding(request, page.words())));
        }
        return pages.reply(
                request,
                request.say("search.title", page.words()),
                preferringMarks(found, page.words()),
                page,
                following(request, page.words()));
    }

    private List<List<Button>> insteadOfFinding(Request request, String words) {
        List<List<Button>> offers = new ArrayList<>(following(request, words));
        buttons.button(request.say("talk.button.LATEST"), new CommandButtons.Typed("tinmoi", ""))
                .ifPresent(button -> offers.add(List.of(button)));
        return offers;
    }

    /** Returns the offer to be told of what these words find from now on. */
    private List<List<Button>> following(Request request, String words) {
        if (SubscriptionCatalog.keyword(words).isEmpty()) {
            return List.of();
        }
        String label = RichText.plain(words).abridged(LONGEST_LABEL).text();
        return buttons.button(
                        request.say("talk.button.FOLLOW", label), new CommandButtons.Typed("theodoi", "+" + words))
                .map(button -> List.of(List.of(button)))
                .orElse(List.of());
    }

    private static List<Article> preferringMarks(List<Article> found, String typed) {
        List<String> exact = words(lower(typed));
        boolean unmarked = exact.equals(words(Folding.fold(typed)));
        List<Article> marked =
                found.stream().filter(article -> holdsAll(article, exact)).toList();
        return unmarked || marked.isEmpty() ? found : marked;
    }

    private static boolean holdsAll(Article article, List<String> words) {
        ArticleContent content = article.content();
        String text = lower(content.title() + " " + content.lead() + " " + String.join(" ", content.paragraphs()));
        return words.stream().allMatch(text::contains);
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .limit(10)
                .toList();
    }
}
