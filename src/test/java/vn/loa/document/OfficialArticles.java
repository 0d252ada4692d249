package vn.loa.document;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.store.article.NewArticle;
import vn.loa.text.Folding;

/** Articles that publish documents. */
public final class OfficialArticles {
    private OfficialArticles() {}

    /** Returns an article of a source with this title and body, published on 10/11/2026. */
    public static NewArticle article(String sourceId, int number, String title, String body, String... attachments) {
        URI url = URI.create("https://" + sourceId + ".gov.vn/" + number);
        ArticleContent content = new ArticleContent(
                title,
                Published.at(Instant.parse("2026-11-10T01:00:00Z"), Precision.MINUTE),
                "",
                List.of(body),
                "",
                "",
                Optional.empty(),
                List.of(attachments).stream()
                        .map(name -> new Attachment(name, url.resolve("/tep")))
                        .toList());
        return new NewArticle(
                sourceId + "#" + number,
                sourceId,
                title,
                url,
                content,
                new Summary(List.of(), Optional.empty()),
                Folding.fold(title + " " + body),
                "");
    }
}
