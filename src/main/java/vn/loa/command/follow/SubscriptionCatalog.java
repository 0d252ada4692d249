package vn.loa.command.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.phrases.Phrases;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceStore;
import vn.loa.subscription.Keyword;
import vn.loa.subscription.Topics;
import vn.loa.text.Commune;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Lists everything that can be subscribed to: sources, the topics, and the categories that articles have had; communes
 * and keywords.
 */
public final class SubscriptionCatalog {
    /** Words that people write before a name to say what it is, folded, the longer ones first. */
    private static final Map<String, Kind> KIND_WORDS = kindWords();

    private final SourceStore sources;
    private final ArticleStore articles;
    private final Topics topics = Topics.standard();
    private final Phrases phrases;

    /**
     * Makes the catalog.
     *
     * @param phrases has the names of the topics
     */
    public SubscriptionCatalog(SourceStore sources, ArticleStore articles, Phrases phrases) {
        this.sources = sources;
        this.articles = articles;
        this.phrases = phrases;
    }

    private static Map<String, Kind> kindWords() {
        Map<String, Kind> words = new LinkedHashMap<>();
        words.put("nguon tin", Kind.SOURCE);
        words.put("nguon", Kind.SOURCE);
        words.put("chu de", Kind.TOPIC);
        words.put("chuyen muc", Kind.CATEGORY);
        words.put("danh muc", Kind.CATEGORY);
        return words;
    }

    /**
     * Represents something to subscribe to.
     *
     * @param value the value that is compared, see {@link Subscription}
     * @param label the text for people
     */
    record Interest(Kind kind, String value, String label) {
        Interest {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(value);
            Objects.requireNonNull(label);
        }

        Subscription of(long chatId) {
            return new Subscription(chatId, kind, value, label);
        }
    }

    /** Returns everything, then all sources of each commune that has several, then each source. */
    List<Interest> sources() {
        List<Source> active = sources.active();
        List<Interest> all = new ArrayList<>();
        all.add(everything());
        all.addAll(localities(active));
        active.forEach(source -> all.add(new Interest(Kind.SOURCE, source.id(), source.name())));
        return all;
    }

    private Interest everything() {
        return new Interest(Kind.ALL, "", phrases.say("interest.all"));
    }

    private List<Interest> localities(List<Source> active) {
        Map<String, List<Commune>> found = new LinkedHashMap<>();
        active.stream()
                .map(source -> Commune.ofSource(source.name()))
                .flatMap(Optional::stream)
                .forEach(commune -> found.computeIfAbsent(commune.value(), value -> new ArrayList<>())
                        .add(commune));
        return found.values().stream()
                .filter(communes -> communes.size() > 1)
                .map(communes -> communes.get(0))
                .map(commune ->
                        new Interest(Kind.LOCALITY, commune.value(), phrases.say("interest.locality", commune.label())))
                .toList();
    }

    List<Interest> topics() {
        return topics.ids().stream()
                .map(id -> new Interest(Kind.TOPIC, id, phrases.say("topic." + id)))
                .toList();
    }

    /** Returns the categories, the most frequent first; two spellings of one are one. */
    List<Interest> categories() {
        Map<String, Interest> found = new LinkedHashMap<>();
        articles.categories()
                .forEach(category -> found.putIfAbsent(
                        Folding.fold(category), new Interest(Kind.CATEGORY, Folding.fold(category), category)));
        return List.copyOf(found.values());
    }

    private List<Interest> catalogue() {
        return Stream.of(sources(), topics(), categories())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the entries with exactly this id or name, which may stand behind what it is: {@code nguồn Cổng xã}. */
    List<Interest> named(String words) {
        List<Interest> exact = exactly(words);
        return exact.isEmpty() ? behindItsKind(words, this::exactly) : exact;
    }

    private static List<Interest> behindItsKind(String words, Function<String, List<Interest>> search) {
        String folded = Folding.fold(words) + " ";
        return KIND_WORDS.entrySet().stream()
                .filter(each -> folded.startsWith(each.getKey() + " ")
                        && folded.length() > each.getKey().length() + 2)
                .findFirst()
                .map(each -> behind(words, each, search))
                .orElse(List.of());
    }

    private static List<Interest> behind(
            String words, Map.Entry<String, Kind> kind, Function<String, List<Interest>> search) {
        String rest = without(words, kind.getKey().split(" ").length);
        List<Interest> all = rest.isEmpty() ? List.of() : search.apply(rest);
        return all.stream().filter(found -> found.kind() == kind.getValue()).toList();
    }

    private static String without(String words, int first) {
        String[] parts = PlainText.tidy(words).split(" ", first + 1);
        return parts.length > first ? parts[first] : "";
    }

    private List<Interest> exactly(String words) {
        String folded = Folding.fold(words);
        if (folded.equals("tat ca") || folded.equals("all")) {
            return List.of(everything());
        }
        return catalogue().stream()
                .filter(each ->
                        (each.kind() == Kind.SOURCE && each.value().equals(folded)) || isName(words, each.label()))
                .toList();
    }

    /**
     * Tells whether words are the name in a label. Dashes and blanks between words do not matter, but a sign or a
     * quotation mark makes it a keyword.
     */
    private static boolean isName(String words, String label) {
        return Character.isLetterOrDigit(words.codePointAt(0))
                && words.indexOf('"') < 0
                && Keyword.phrase(words).value().equals(Keyword.phrase(label).value());
    }

    /** Returns the entries with these words in their names; a commune, when the words are one. */
    List<Interest> holding(String words) {
        List<Interest> found = inNames(words);
        return found.isEmpty() ? behindItsKind(words, this::inNames) : found;
    }

    private List<Interest> inNames(String words) {
        String folded = Folding.fold(words);
        List<Interest> found = new ArrayList<>();
        Commune.typed(words).map(SubscriptionCatalog::place).ifPresent(found::add);
        catalogue().stream()
                .filter(each -> Folding.fold(each.label()).contains(folded))
                .forEach(found::add);
        return found;
    }

    private static Interest place(Commune commune) {
        return new Interest(Kind.PLACE, commune.value(), commune.label());
    }

    /** Returns these words as a keyword, when they are a good one. */
    static Optional<Interest> keyword(String words) {
        Keyword keyword = Keyword.phrase(words);
        return keyword.trouble().isPresent()
                ? Optional.empty()
                : Optional.of(new Interest(Kind.KEYWORD, keyword.value(), keyword.label()));
    }

    /** Returns the entry for a button's key; empty when there is no such thing, or no more. */
    Optional<Interest> keyed(String key) {
        return SubscriptionKey.words(key, Kind.PLACE)
                .flatMap(Commune::typed)
                .map(SubscriptionCatalog::place)
                .or(() -> SubscriptionKey.words(key, Kind.KEYWORD).flatMap(SubscriptionCatalog::keyword))
                .or(() -> catalogue().stream()
                        .filter(each ->
                                SubscriptionKey.of(each.kind(), each.value()).equals(key))
                        .findFirst());
    }
}
