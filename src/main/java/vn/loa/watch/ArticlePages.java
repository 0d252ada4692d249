package vn.loa.watch;

import java.net.URI;
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
final class ArticlePages {
    private final Fetcher fetcher;

    ArticlePages(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** How asking for an article ended. */
    enum Outcome {
        READ,
        /** The page says that there is no such article. */
        GONE,
        /** Not this time; perhaps the next. */
        FAILED,
        /** The portal wants to be left alone. */
        LEAVE_ALONE
    }

    /**
     * What asking for an article brought.
     *
     * @param outcome how it ended
     * @param content what the article says, if it was read
     * @param reason why it was not, an empty string if it was
     */
    record Result(Outcome outcome, Optional<ArticleContent> content, String reason) {
        Result {
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(content);
            Objects.requireNonNull(reason);
        }

        private static Result not(Outcome outcome, String reason) {
            return new Result(outcome, Optional.empty(), reason);
        }
    }

    Result read(Source source, PortalReader reader, URI url) {
        FetchResult result = fetcher.fetch(FetchRequest.of(url).with(source.options()));
        if (result instanceof FetchResult.Fetched fetched) {
            return read(reader.readArticle(fetched.page()));
        }
        boolean leaveAlone = result instanceof FetchResult.RateLimited || result instanceof FetchResult.Blocked;
        return Result.not(
                leaveAlone ? Outcome.LEAVE_ALONE : Outcome.FAILED,
                Troubles.of(result).detail());
    }

    private static Result read(ArticleReading reading) {
        if (reading instanceof ArticleReading.Read read) {
            return new Result(Outcome.READ, Optional.of(read.content()), "");
        }
        ArticleReading.NotAnArticle instead = (ArticleReading.NotAnArticle) reading;
        return Result.not(outcome(instead.reason()), instead.detail());
    }

    private static Outcome outcome(ArticleReading.Reason reason) {
        return switch (reason) {
            case MISSING, LISTING, LOCALE_TRAP, HOME_PAGE -> Outcome.GONE;
            case BLOCKED -> Outcome.LEAVE_ALONE;
            case DAMAGED, UNREADABLE -> Outcome.FAILED;
        };
    }
}
