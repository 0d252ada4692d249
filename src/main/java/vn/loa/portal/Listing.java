package vn.loa.portal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.generic.LinkForm;
import vn.loa.portal.list.Headlines;
import vn.loa.portal.list.SkippedItems;
import vn.loa.text.Folding;

/**
 * The content of a list page or a feed.
 *
 * @param headlines the items, in the page's order, each article once
 * @param problems what could not be read; one broken item is one problem and costs no other item
 * @param next the next, older page
 * @param evidence how it was read
 * @param skipped the items that are no articles of this source, counted by reason
 * @param guids what a feed knows its articles by, by their keys; those without are left out
 */
public record Listing(
        List<Headline> headlines,
        List<Problem> problems,
        Optional<URI> next,
        Evidence evidence,
        SkippedItems skipped,
        Map<String, String> guids) {
    public Listing {
        headlines = List.copyOf(headlines);
        problems = List.copyOf(problems);
        Objects.requireNonNull(next);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(skipped);
        guids = Map.copyOf(guids);
    }

    /** Makes the listing of a list that was read; when all of its items were skipped, that is its first problem. */
    static Listing of(Headlines headlines, Optional<URI> next, Evidence evidence) {
        List<Headline> found = headlines.headlines();
        SkippedItems skipped = headlines.skipped();
        Stream<Problem> none = skipped.allSkipped().filter(detail -> found.isEmpty()).stream()
                .map(detail -> new Problem(Problem.Kind.NO_LIST, detail));
        List<Problem> problems =
                Stream.concat(none, headlines.problems().stream()).toList();
        return new Listing(found, problems, next, evidence.skipping(skipped.examples()), skipped, headlines.guids());
    }

    Listing withProblems(List<Problem> others) {
        return new Listing(headlines, others, next, evidence, skipped, guids);
    }

    /** Returns the same list with one more problem. */
    Listing alsoTelling(Problem other) {
        return withProblems(Stream.concat(problems.stream(), Stream.of(other)).toList());
    }

    /** Returns whether it has articles and no date of any. */
    boolean isUndated() {
        return !headlines.isEmpty()
                && headlines.stream().allMatch(headline -> headline.published().precision() == Precision.NONE);
    }

    /** Returns the same list with the dates that the same articles have in another reading of the page. */
    Listing datedBy(List<Headline> others) {
        Map<String, Published> dates =
                others.stream().collect(Collectors.toMap(Headline::key, Headline::published, (one, other) -> one));
        List<Headline> dated = headlines.stream()
                .map(headline -> headline.publishedAt(dates.getOrDefault(headline.key(), headline.published())))
                .toList();
        return new Listing(dated, problems, next, evidence, skipped, guids);
    }

    /**
     * Returns the same list with the articles that only another reading of the page has, behind its own: those whose
     * addresses have the form of its own, or have it in another folder and a day.
     */
    Listing with(List<Headline> others) {
        Set<LinkForm> forms =
                headlines.stream().map(headline -> LinkForm.of(headline.url())).collect(Collectors.toSet());
        Set<LinkForm> anywhere = forms.stream().map(LinkForm::inAnyFolder).collect(Collectors.toSet());
        Set<String> known = headlines.stream().flatMap(Listing::names).collect(Collectors.toSet());
        Stream<Headline> further = others.stream()
                .filter(other -> names(other).noneMatch(known::contains))
                .filter(other -> headlines.stream().noneMatch(own -> WebAddress.isSamePage(own.url(), other.url())))
                .filter(other -> LinkForm.of(other.url()).isAmong(forms)
                        || other.published().instant().isPresent()
                                && LinkForm.of(other.url()).inAnyFolder().isAmong(anywhere));
        return new Listing(
                Stream.concat(headlines.stream(), further).toList(), problems, next, evidence, skipped, guids);
    }

    /** One reading may know an article by its key, another by its address or its title. */
    private static Stream<String> names(Headline headline) {
        return Stream.of(headline.key(), headline.url().toString(), Folding.fold(headline.title()));
    }

    static Listing failed(Problem.Kind kind, String detail, Evidence evidence) {
        return new Listing(
                List.of(),
                List.of(new Problem(kind, detail)),
                Optional.empty(),
                evidence,
                SkippedItems.none(),
                Map.of());
    }
}
