package vn.loa.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.store.ArticleStore;
import vn.loa.store.SourceStore;
import vn.loa.text.Folding;

/** What there is to subscribe to: everything, each source, each category that articles have had. */
final class Interests {
    private final SourceStore sources;
    private final ArticleStore articles;

    Interests(SourceStore sources, ArticleStore articles) {
        this.sources = sources;
        this.articles = articles;
    }

    /**
     * Something to subscribe to.
     *
     * @param kind what it is
     * @param value what is compared, see {@link Subscription}
     * @param label how people read it
     */
    record Interest(Subscription.Kind kind, String value, String label) {
        Interest {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(value);
            Objects.requireNonNull(label);
        }

        Subscription of(long chatId) {
            return new Subscription(chatId, kind, value, label);
        }
    }

    /** Everything and each source, for a menu. */
    List<Interest> menu(String labelOfAll) {
        List<Interest> all = new ArrayList<>();
        all.add(new Interest(Subscription.Kind.ALL, "", labelOfAll));
        sources.active().forEach(source -> all.add(of(source)));
        return all;
    }

    /** The menu and every category. */
    List<Interest> everything(String labelOfAll) {
        List<Interest> all = menu(labelOfAll);
        articles.categories()
                .forEach(category ->
                        all.add(new Interest(Subscription.Kind.CATEGORY, Folding.fold(category), category)));
        return all;
    }

    private static Interest of(Source source) {
        return new Interest(Subscription.Kind.SOURCE, source.id(), source.name());
    }

    /**
     * What these words may mean: a source by its id or whole name, a category by its whole name, or else every source
     * and category whose name holds the words.
     */
    List<Interest> matching(String words, String labelOfAll) {
        String folded = Folding.fold(words);
        if (folded.equals("tat ca") || folded.equals("all")) {
            return List.of(new Interest(Subscription.Kind.ALL, "", labelOfAll));
        }
        List<Interest> candidates = everything(labelOfAll);
        List<Interest> exact = candidates.stream()
                .filter(each -> each.value().equals(folded)
                        || Folding.fold(each.label()).equals(folded))
                .toList();
        return exact.isEmpty() ? holding(candidates, folded) : exact;
    }

    private static List<Interest> holding(List<Interest> candidates, String folded) {
        return candidates.stream()
                .filter(each -> Folding.fold(each.label()).contains(folded))
                .toList();
    }
}
