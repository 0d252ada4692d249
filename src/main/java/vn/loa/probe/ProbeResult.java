package vn.loa.probe;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Page;

/**
 * The result of trying an address.
 *
 * @param asked the address
 * @param robots why robots.txt keeps us from it; empty when it does not
 * @param answer what came of asking for it
 * @param report what the page says; empty when there is none
 * @param first the page of a list's first item and what it says; empty for other pages and when it could not be had
 * @param draft the source it would make; empty when the page is no list that can be read
 */
public record ProbeResult(
        URI asked,
        Optional<String> robots,
        FetchResult answer,
        Optional<PageReport> report,
        Optional<First> first,
        Optional<SourceDraft> draft) {
    public ProbeResult {
        Objects.requireNonNull(asked);
        Objects.requireNonNull(robots);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(report);
        Objects.requireNonNull(first);
        Objects.requireNonNull(draft);
    }

    /** A list's first article. */
    public record First(URI asked, FetchResult answer, Optional<PageReport> report) {
        public First {
            Objects.requireNonNull(asked);
            Objects.requireNonNull(answer);
            Objects.requireNonNull(report);
        }

        public Optional<Page> page() {
            return ProbeResult.page(answer);
        }
    }

    public Optional<Page> page() {
        return page(answer);
    }

    private static Optional<Page> page(FetchResult answer) {
        return answer instanceof FetchResult.Fetched fetched ? Optional.of(fetched.page()) : Optional.empty();
    }

    /** Returns the article that shows how announcements would look: the page itself, or the list's first. */
    public Optional<PageReport> article() {
        return report.filter(page -> page.article().isPresent())
                .or(() -> first.flatMap(First::report)
                        .filter(page -> page.article().isPresent()));
    }
}
