package vn.loa.probe;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.Problem;
import vn.loa.model.Summary;
import vn.loa.portal.Evidence;
import vn.loa.portal.PortalReader;

/**
 * The report on the kind and the content of a page.
 *
 * @param url where it is found, cleaned of session and tracking parameters where it is an article's address
 * @param kind what it holds
 * @param key the identity of the article at this address; empty when the address is not known for an article's
 * @param article what an article says
 * @param headlines the items of a list or feed, in its order
 * @param next the next, older page of a list
 * @param evidence how it was read
 * @param problems what could not be read, short English phrases
 * @param problem the first problem of a list or of a page that is none
 */
public record PageReport(
        URI url,
        PortalReader.Kind kind,
        Optional<String> key,
        Optional<ReadArticle> article,
        List<Headline> headlines,
        Optional<URI> next,
        Evidence evidence,
        List<String> problems,
        Optional<Problem> problem) {
    public PageReport {
        Objects.requireNonNull(url);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(article);
        headlines = List.copyOf(headlines);
        Objects.requireNonNull(next);
        Objects.requireNonNull(evidence);
        problems = List.copyOf(problems);
        Objects.requireNonNull(problem);
    }

    /** An article and its summary. */
    public record ReadArticle(ArticleContent content, Summary summary) {
        public ReadArticle {
            Objects.requireNonNull(content);
            Objects.requireNonNull(summary);
        }
    }
}
