package vn.loa.portal;

import java.util.List;
import java.util.Objects;
import vn.loa.model.ArticleContent;
import vn.loa.model.Problem;

/** The result of reading the page at an article's address. */
public sealed interface ArticleReading {
    /** Begins the detail when the portal speaks of itself: maintenance, a log-in, an error. */
    String OF_THE_PORTAL = "a page of the portal itself";

    /** Returns how the page was read. */
    Evidence evidence();

    /**
     * An article.
     *
     * @param content what it says
     * @param problems what could not be read of it, such as its date
     * @param evidence how it was read
     */
    record Read(ArticleContent content, List<Problem> problems, Evidence evidence) implements ArticleReading {
        public Read {
            Objects.requireNonNull(content);
            problems = List.copyOf(problems);
            Objects.requireNonNull(evidence);
        }
    }

    /**
     * Something else under the article's address.
     *
     * @param reason what it is
     * @param detail how it showed itself, a short English phrase
     * @param evidence how it was read
     */
    record NotAnArticle(Reason reason, String detail, Evidence evidence) implements ArticleReading {
        public NotAnArticle {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(detail);
            Objects.requireNonNull(evidence);
        }
    }

    /** The reasons for which a page is no article. */
    enum Reason {
        /** 404, 410, or a page that says so with status 200. */
        MISSING,
        /** A list. */
        LISTING,
        /** A list under the article's address with a language after it. */
        LOCALE_TRAP,
        /** The portal's front page, after a redirect. */
        HOME_PAGE,
        /** A page that wants to see a browser: a cookie page, a captcha. */
        BLOCKED,
        /** Vietnamese text in a wrong encoding. */
        DAMAGED,
        /** Nothing that the rules can find an article in. */
        UNREADABLE
    }
}
