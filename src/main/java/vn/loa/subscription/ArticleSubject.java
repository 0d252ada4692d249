package vn.loa.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.loa.model.ArticleContent;
import vn.loa.model.Subscription;
import vn.loa.text.Commune;
import vn.loa.text.Folding;

/** Matches an article against subscriptions; for one thread. */
public final class ArticleSubject {
    private final Set<String> sources;
    private final Set<String> localities;
    private final String category;
    private final ArticleContent text;
    private final Subjects subjects;
    private final Supplier<List<String>> documents;
    private Optional<Subject> read = Optional.empty();
    private Optional<Subject> attached = Optional.empty();

    /**
     * Prepares an article for matching.
     *
     * @param documents gives the texts of the article's attachments; asked at most once, and only for keywords
     */
    public ArticleSubject(
            ArticleContent content, List<Listed> lists, Subjects subjects, Supplier<List<String>> documents) {
        this.documents = documents;
        this.sources = lists.stream().map(Listed::sourceId).collect(Collectors.toSet());
        this.localities = lists.stream()
                .map(list -> Commune.ofSource(list.name()))
                .flatMap(Optional::stream)
                .map(Commune::value)
                .collect(Collectors.toSet());
        this.category = Folding.fold(content.category());
        this.text = content;
        this.subjects = subjects;
    }

    /**
     * A list that showed the article.
     *
     * @param sourceId the list's source
     * @param name the source's name, an empty string when it is not known any more
     */
    public record Listed(String sourceId, String name) {
        public Listed {
            Objects.requireNonNull(sourceId);
            Objects.requireNonNull(name);
        }
    }

    public boolean isNamedBy(Subscription.Kind kind, String value) {
        return switch (kind) {
            case ALL -> true;
            case SOURCE -> sources.contains(value);
            case LOCALITY -> localities.contains(value);
            case CATEGORY -> category.equals(value);
            case TOPIC -> subject().isAbout(value);
            case PLACE -> subject().names(value);
            case KEYWORD -> subject().holds(value) || attached().holds(value);
            // A long document names much in passing, and what is left out is never heard of.
            case EXCLUDE -> subject().holds(value);
        };
    }

    /** Read when it is first asked for, since many follow only sources. */
    private Subject subject() {
        if (read.isEmpty()) {
            List<String> parts = new ArrayList<>(List.of(text.title(), text.lead()));
            parts.addAll(text.paragraphs());
            parts.add(text.category());
            read = Optional.of(subjects.of(parts));
        }
        return read.get();
    }

    private Subject attached() {
        if (attached.isEmpty()) {
            attached = Optional.of(subjects.of(documents.get()));
        }
        return attached.get();
    }
}
