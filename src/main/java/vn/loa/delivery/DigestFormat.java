package vn.loa.delivery;

import java.util.ArrayList;
import java.util.List;
import vn.loa.model.Article;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.text.Phrases;

/** How several articles are announced in one message: title and link each, split between items when they do not fit. */
public final class DigestFormat {
    /** Telegram shows at most 100 styled runs in a message; an item has up to two. */
    private static final int MOST_ITEMS = 40;
    /** Longer titles are shortened; UTF-16 units. */
    private static final int TITLE_LIMIT = 300;

    private final Phrases phrases;

    /** A format with these phrases. */
    public DigestFormat(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The beginning of the list that fits into one message, at least one article when the channel carries any text. */
    List<Article> fitting(List<Article> articles, Capabilities channel) {
        int left = channel.textLimit() - title(articles.size()).length();
        List<Article> taken = new ArrayList<>();
        for (Article article : articles.subList(0, Math.min(articles.size(), MOST_ITEMS))) {
            left -= item(taken.size() + 1, article, channel).length();
            if (left < 0 && !taken.isEmpty()) {
                break;
            }
            taken.add(article);
        }
        return taken;
    }

    /** One message for all of these articles. */
    OutgoingMessage format(List<Article> articles, Capabilities channel) {
        RichText.Builder text = RichText.builder().bold(title(articles.size()).strip());
        for (int i = 0; i < articles.size(); i++) {
            text.append(item(i + 1, articles.get(i), channel));
        }
        return OutgoingMessage.of(text.build().abridged(channel.textLimit()));
    }

    private String title(int count) {
        return phrases.say("digest.title", count);
    }

    private static RichText item(int number, Article article, Capabilities channel) {
        String title = RichText.plain(article.content().title().strip())
                .abridged(TITLE_LIMIT)
                .text();
        RichText.Builder item = RichText.builder().plain("\n\n" + number + ". ");
        return channel.formatting()
                ? item.link(title, article.url()).build()
                : item.plain(title + "\n" + article.url().toASCIIString()).build();
    }
}
