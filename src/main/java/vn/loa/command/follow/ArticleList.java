package vn.loa.command.follow;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Reply;
import vn.loa.model.Article;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Source;
import vn.loa.phrases.DateFormats;
import vn.loa.store.article.SourceStore;

/** Lists articles in messages: number, linked title, date, source. Splits between articles, never inside one. */
public final class ArticleList {
    /**
     * The longest message, in UTF-16 units; below every channel's limit but the shortest (Zalo's 2000), with room for a
     * heading.
     */
    private static final int MESSAGE_LIMIT = 1900;

    private final SourceStore sources;
    private final ZoneId zone;

    /**
     * Makes the lists.
     *
     * @param zone the time zone for dates
     */
    public ArticleList(SourceStore sources, ZoneId zone) {
        this.sources = sources;
        this.zone = zone;
    }

    Reply reply(String heading, List<Article> articles) {
        return numbered(heading, articles, 1);
    }

    /** Lists articles whose first one has this number. */
    Reply numbered(String heading, List<Article> articles, int first) {
        List<OutgoingMessage> messages = new ArrayList<>();
        RichText.Builder text = RichText.builder().bold(heading);
        int number = first;
        for (Article article : articles) {
            RichText item = item(number++, article);
            if (text.build().length() + item.length() > MESSAGE_LIMIT) {
                messages.add(OutgoingMessage.of(text.build()));
                text = RichText.builder();
            }
            text.append(item);
        }
        messages.add(OutgoingMessage.of(text.build()));
        return Reply.of(messages.toArray(OutgoingMessage[]::new));
    }

    private RichText item(int number, Article article) {
        String source = sources.find(article.sourceId()).map(Source::name).orElse(article.sourceId());
        Optional<String> date = DateFormats.published(article.content().published(), zone);
        return RichText.builder()
                .plain("\n" + number + ". ")
                .link(article.content().title(), article.url())
                .plain("\n   " + date.map(told -> told + " · ").orElse("") + source)
                .build();
    }
}
