package vn.loa.watch.article;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.model.ArticleContent;
import vn.loa.model.Source;
import vn.loa.portal.ArticleReading;
import vn.loa.portal.PortalReader;

/** Fetches an article's page and reads it. */
public final class ArticleFetcher {
    /** Other requests to the host have come to their turn by then. */
    private static final Duration WHILE_BUSY = Duration.ofMinutes(1);

    private final Fetcher fetcher;

    public ArticleFetcher(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Names the outcomes of asking for an article. */
    public enum Outcome {
        READ,
        /** The page says that there is no such article. */
        GONE,
        /** Not this time; perhaps the next. */
        FAILED,
        /** The portal wants to be asked nothing more for a while, or Loa is asking it other things. This is no try. */
        LEAVE_ALONE
    }

    /**
     * Holds the result of asking for an article.
     *
     * @param outcome how it ended
     * @param content what the article says, if it was read
     * @param reason why it was not, an empty string if it was
     * @param pause for how long to ask the portal nothing; empty where that is not told
     */
    public record Result(Outcome outcome, Optional<ArticleContent> content, String reason, Optional<Duration> pause) {
        public Result {
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(content);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(pause);
        }

        /** Returns the result of a page that was read. */
        public static Result told(ArticleContent content) {
            return new Result(Outcome.READ, Optional.of(content), "", Optional.empty());
        }

        /** Returns the result of a page that is no article, with its reason. */
        public static Result not(Outcome outcome, String reason) {
            return new Result(outcome, Optional.empty(), reason, Optional.empty());
        }
    }

    /**
     * Returns false for what a feed tells of without a page of its own: an item without an address, one of several under
     * one address, a place within a page. What answers there is something else.
     */
    public static boolean isOwnPage(String key, URI url) {
        return url.getRawFragment() == null && !key.contains("#guid:") && !key.contains("#title:");
    }

    /**
     * Fetches a page and reads its article, or says why it is none.
     *
     * @param title the one that is known of the article, by which it is found on its page
     */
    public Result read(Source source, PortalReader reader, URI url, String title) {
        FetchResult result = fetcher.fetch(FetchRequest.of(url).onBehalfOf(source));
        if (result instanceof FetchResult.Fetched fetched) {
            return read(reader.readArticle(fetched.page(), title));
        }
        return notFetched(result);
    }

    static Result notFetched(FetchResult result) {
        // A refusal is one page's own: a file of robots.txt, a redirect to another site. The others may be open.
        Optional<Duration> pause = result instanceof FetchResult.Busy ? Optional.of(WHILE_BUSY) : Problems.wait(result);
        return new Result(
                pause.isPresent() ? Outcome.LEAVE_ALONE : Outcome.FAILED,
                Optional.empty(),
                Problems.of(result).detail(),
                pause);
    }

    private static Result read(ArticleReading reading) {
        if (reading instanceof ArticleReading.Read read) {
            return Result.told(read.content());
        }
        ArticleReading.NotAnArticle instead = (ArticleReading.NotAnArticle) reading;
        return Result.not(outcome(instead.reason()), instead.detail());
    }

    private static Outcome outcome(ArticleReading.Reason reason) {
        return switch (reason) {
            case MISSING, LISTING, LOCALE_TRAP, HOME_PAGE -> Outcome.GONE;
            case BLOCKED, DAMAGED, UNREADABLE -> Outcome.FAILED;
        };
    }
}
