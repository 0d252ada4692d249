package vn.loa.command.follow;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UsageReplies;
import vn.loa.command.Vocabulary;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Role;
import vn.loa.store.article.ArticleStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /tim từ khóa}: finds articles that hold all the words. Marks are ignored when the person typed none; when
 * marks were typed, articles that have them just so come first.
 */
public final class SearchCommand implements Command {
    private static final int MOST = 10;
    private static final int LOOKED_THROUGH = 100;

    private final ArticleStore articles;
    private final ArticleList list;
    private final UsageReplies usage;

    public SearchCommand(ArticleStore articles, ArticleList list, InstantSource clock) {
        this.usage = new UsageReplies(clock);
        this.articles = articles;
        this.list = list;
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
        List<String> words = words(Folding.fold(request.arguments()));
        if (words.isEmpty()) {
            return usage.of(request.say("search.empty"), "/tinmoi");
        }
        List<Article> found = articles.search(words, LOOKED_THROUGH);
        if (found.isEmpty()) {
            return usage.of(
                    request.say("search.none", request.arguments()), "/theodoi +" + request.arguments(), "/tinmoi");
        }
        return list.reply(
                request.say("search.title", request.arguments()), preferringMarks(found, request.arguments()));
    }

    private static List<Article> preferringMarks(List<Article> found, String typed) {
        List<String> exact = words(lower(typed));
        boolean unmarked = exact.equals(words(Folding.fold(typed)));
        List<Article> marked =
                found.stream().filter(article -> holdsAll(article, exact)).toList();
        List<Article> chosen = unmarked || marked.isEmpty() ? found : marked;
        return chosen.subList(0, Math.min(MOST, chosen.size()));
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
