package vn.loa.command.follow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.Request;
import vn.loa.model.Article;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.delivery.DeliveryTraceStore;
import vn.loa.text.Folding;

/** Finds the articles that somebody means: by a message, an address, words of the title or Loa's number. */
public final class ArticleFinder {
    /** The most articles that words may find. */
    static final int MOST = 8;

    private static final int MOST_WORDS = 10;
    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,18})");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,1900}");

    private final DeliveryTraceStore traces;
    private final ArticleStore articleStore;

    /** Makes the finder over these stores. */
    public ArticleFinder(DeliveryTraceStore traces, ArticleStore articleStore) {
        this.traces = traces;
        this.articleStore = articleStore;
    }

    /** Returns the articles of the message that is answered, of the last one, or those that the words name. */
    List<Article> of(Request request) {
        String words = request.arguments().strip();
        return words.isEmpty() ? here(request) : named(words);
    }

    /** Returns the articles of the message that is answered, or else the last one that the chat was sent. */
    private List<Article> here(Request request) {
        long chat = request.chat().id();
        List<Long> ids = request.answered()
                .map(message -> traces.articlesIn(chat, message))
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> traces.lastSent(chat).stream().toList());
        return articles(ids);
    }

    private List<Article> named(String words) {
        Matcher number = NUMBER.matcher(words);
        if (number.matches()) {
            return articles(List.of(Long.parseLong(number.group(1))));
        }
        Matcher address = ADDRESS.matcher(words);
        if (address.find()) {
            return articles(traces.articleAt(address.group()).stream().toList());
        }
        List<String> folded = List.of(Folding.fold(words).split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return folded.isEmpty() ? List.of() : articleStore.search(folded, MOST);
    }

    /** Returns the articles that a message of a chat tells, by the platform's number of the message. */
    List<Article> told(long chatId, String message) {
        return articles(traces.articlesIn(chatId, message));
    }

    List<Article> articles(List<Long> ids) {
        return ids.stream().map(articleStore::byId).flatMap(Optional::stream).toList();
    }
}
