package vn.loa.delivery.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Article;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.store.message.MultiArticleMessage;

/** Formats several articles as one message: title and link each, split between items when they do not fit. */
public final class MergedFormat {
    /** Telegram shows at most 100 styled runs in a message; an item has up to two. */
    private static final int MOST_ITEMS = 40;
    /** Longer titles are shortened; UTF-16 units. */
    private static final int TITLE_LIMIT = 300;

    private final Phrases phrases;
    private final AmendmentMarks marks;
    private final RepublicationLine republications;

    /** A format that tells times of this zone. */
    public MergedFormat(Phrases phrases, ZoneId zone) {
        this.phrases = phrases;
        this.marks = new AmendmentMarks(phrases, zone);
        this.republications = new RepublicationLine(phrases);
    }

    /** The beginning of the list that fits into one message, at least one article when the channel carries any text. */
    public List<Article> fitting(List<Article> articles, Elsewhere elsewhere, Capabilities channel) {
        int left = channel.textLimit() - title(articles.size()).length();
        List<Article> taken = new ArrayList<>();
        for (Article article : articles.subList(0, Math.min(articles.size(), MOST_ITEMS))) {
            left -= item(taken.size() + 1, article, "", channel).length()
                    + republished(article, elsewhere, articles.size(), channel).length();
            if (left < 0 && !taken.isEmpty()) {
                break;
            }
            taken.add(article);
        }
        return taken;
    }

    /** One message for all of these articles. */
    public OutgoingMessage format(List<Article> articles, Elsewhere elsewhere, Capabilities channel) {
        RichText.Builder text = RichText.builder().bold(title(articles.size()).strip());
        for (int i = 0; i < articles.size(); i++) {
            text.append(item(i + 1, articles.get(i), "", channel))
                    .append(republished(articles.get(i), elsewhere, articles.size(), channel));
        }
        return OutgoingMessage.of(text.build().abridged(channel.textLimit()));
    }

    /** The same message when its articles have changed; may be longer than the channel carries. */
    RichText rebuilt(List<MultiArticleMessage.Item> items, Elsewhere elsewhere, Instant now, Capabilities channel) {
        RichText.Builder text = RichText.builder().bold(title(items.size()).strip());
        for (int i = 0; i < items.size(); i++) {
            text.append(rebuilt(i + 1, items.get(i), now, channel))
                    .append(republished(items.get(i).article(), elsewhere, items.size(), channel));
        }
        return text.build();
    }

    private RichText rebuilt(int number, MultiArticleMessage.Item item, Instant now, Capabilities channel) {
        Article article = item.article();
        return article.withdrawn()
                ? RichText.builder()
                        .plain("\n\n" + number + ". ")
                        .append(marks.withdrawnItem(title(article), item.amendment(), now))
                        .build()
                : item(number, article, marks.updatedItem(article, item.amendment(), now), channel);
    }

    /** Names no other place for an item that the portal took back. */
    private RichText republished(Article article, Elsewhere elsewhere, int items, Capabilities channel) {
        return republications.ofItem(article.withdrawn() ? List.of() : elsewhere.of(article), items, channel);
    }

    private static String title(Article article) {
        return RichText.plain(article.content().title().strip())
                .abridged(TITLE_LIMIT)
                .text();
    }

    private String title(int count) {
        return phrases.say("digest.title", count);
    }

    private static RichText item(int number, Article article, String mark, Capabilities channel) {
        String title = title(article);
        RichText.Builder item = RichText.builder().plain("\n\n" + number + ". ");
        return channel.formatting()
                ? item.link(title, article.url()).plain(mark).build()
                : item.plain(title + mark + "\n" + article.url().toASCIIString())
                        .build();
    }
}
