package vn.loa.watch.article;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.fetch.FetchResult;
import vn.loa.model.Problem;
import vn.loa.portal.Listing;

/** Maps a result that is no page, or a page that is no list, to a problem of its source. Pure. */
public final class Problems {
    private Problems() {}

    /** The problem in an answer that holds no page. */
    public static Problem of(FetchResult result) {
        if (result instanceof FetchResult.RateLimited limited) {
            return new Problem(Problem.Kind.RATE_LIMITED, limited.retryAfter().toSeconds() + " s");
        }
        if (result instanceof FetchResult.Busy busy) {
            return new Problem(Problem.Kind.BUSY, busy.waited().toSeconds() + " s");
        }
        if (result instanceof FetchResult.Blocked blocked) {
            return new Problem(Problem.Kind.BLOCKED, blocked.reason());
        }
        if (result instanceof FetchResult.Refused refused) {
            return new Problem(Problem.Kind.REFUSED, refused.reason());
        }
        if (result instanceof FetchResult.Moved moved) {
            return new Problem(Problem.Kind.MOVED, moved.to().toString());
        }
        if (result instanceof FetchResult.Failed failed) {
            Problem.Kind kind = failed.isTooLarge() ? Problem.Kind.TOO_LARGE : Problem.Kind.UNREACHABLE;
            return new Problem(kind, failed.reason());
        }
        throw new IllegalArgumentException("not a trouble: " + result);
    }

    /** For how long the portal itself asked to be left alone. */
    public static Optional<Duration> wait(FetchResult result) {
        return result instanceof FetchResult.RateLimited limited ? Optional.of(limited.retryAfter()) : Optional.empty();
    }

    /** Why a page cannot be taken for the source's list; empty when it can. */
    public static Optional<Problem> ofList(Listing listing, int listedBefore) {
        if (!listing.headlines().isEmpty()) {
            return Optional.empty();
        }
        if (!listing.problems().isEmpty()) {
            return Optional.of(listing.problems().get(0));
        }
        return listedBefore == 0
                ? Optional.empty()
                : Optional.of(new Problem(Problem.Kind.EMPTY_LIST, "there were " + listedBefore + " items"));
    }

    /**
     * Returns the problem of a page on which no list of its system was found, when nothing on it was known: what stands
     * there are boxes of other sections.
     */
    public static Optional<Problem> ofOtherView(Listing listing, boolean allNew) {
        return allNew && listing.evidence().isOfOtherView()
                ? Optional.of(new Problem(Problem.Kind.NO_LIST, "boxes beside a list that is not there"))
                : Optional.empty();
    }

    /** Returns the problem of a list that never held anything: it is read, and tells nothing. */
    public static Optional<Problem> ofBareList(Listing listing) {
        return listing.headlines().isEmpty()
                ? Optional.of(new Problem(Problem.Kind.EMPTY_LIST, "no item yet"))
                : Optional.empty();
    }

    /** Returns the problem of single items of a list that was read. */
    public static Optional<Problem> ofItems(List<Problem> problems) {
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        Problem.Kind.UNREADABLE_ITEMS,
                        problems.size() + " items; " + problems.get(0).detail()));
    }
}
