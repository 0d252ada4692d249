package vn.loa.web.page;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.UnitNames;
import vn.loa.model.Article;
import vn.loa.model.Unit;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.web.WebRequest;

/** Holds what everybody may read: the articles that were announced to the groups of a unit and of those within it. */
public final class Archive {
    /** The path of the list of units, and of a unit's page. */
    static final String PATH = "/tin";

    private static final int SHOWN = 50;

    private final ArticleStore articles;
    private final UnitStore units;
    private final UnitNames names;
    private final URI root;

    /**
     * Makes the archive.
     *
     * @param root scheme, host and port under which people reach it
     */
    Archive(ArticleStore articles, UnitStore units, UnitNames names, URI root) {
        this.articles = articles;
        this.units = units;
        this.names = names;
        this.root = root;
    }

    /**
     * A unit's page.
     *
     * @param name of the unit today
     * @param articles the newest first
     */
    public record Page(long unit, String name, List<Article> articles) {
        public Page {
            Objects.requireNonNull(name);
            articles = List.copyOf(articles);
        }
    }

    /** Returns the units that there are today, by name. */
    List<Unit> units() {
        return names.current();
    }

    /** Returns the page of the unit that a request names; empty when there is none such. */
    Optional<Page> page(WebRequest request) {
        String asked = request.query().first("unit");
        return asked.matches("\\d{1,9}") ? page(Long.parseLong(asked)) : Optional.empty();
    }

    private Optional<Page> page(long id) {
        return units().stream()
                .filter(unit -> unit.id() == id)
                .findFirst()
                .map(unit -> new Page(id, unit.name(), articles.told(units.within(Set.of(id)), SHOWN)));
    }

    /** Returns an address of a unit's page or feed. */
    String address(String path, Page page) {
        return root + path + "?unit=" + page.unit();
    }
}
