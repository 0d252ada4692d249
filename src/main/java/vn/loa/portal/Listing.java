package vn.loa.portal;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Headline;
import vn.loa.model.Problem;

/**
 * What a list page or a feed says.
 *
 * @param headlines the items, in the page's order, each article once
 * @param problems what could not be read; one broken item is one problem and costs no other item
 * @param next the next, older page
 * @param evidence how it was read
 */
public record Listing(List<Headline> headlines, List<Problem> problems, Optional<URI> next, Evidence evidence) {
    public Listing {
        headlines = List.copyOf(headlines);
        problems = List.copyOf(problems);
        Objects.requireNonNull(next);
        Objects.requireNonNull(evidence);
    }

    static Listing failed(Problem.Kind kind, String detail, Evidence evidence) {
        return new Listing(List.of(), List.of(new Problem(kind, detail)), Optional.empty(), evidence);
    }
}
