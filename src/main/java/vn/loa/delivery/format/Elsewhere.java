package vn.loa.delivery.format;

import java.util.List;
import vn.loa.model.Article;
import vn.loa.model.Republication;

/** Tells where else the stories of articles were published, as far as one chat is to see it. */
@FunctionalInterface
public interface Elsewhere {
    /** Nowhere. */
    Elsewhere NOWHERE = article -> List.of();

    /** Returns the other places of an article's story, the earliest first. */
    List<Republication> of(Article article);
}
