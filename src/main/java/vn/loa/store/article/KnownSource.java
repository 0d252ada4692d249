package vn.loa.store.article;

import java.util.Objects;
import vn.loa.model.Source;

/**
 * A source and whether it is watched.
 *
 * @param source the source
 * @param configured whether it comes from the configuration; else somebody added it by command
 * @param paused whether the configuration does not name it any more
 * @param held whether an operator lets it rest
 */
public record KnownSource(Source source, boolean configured, boolean paused, boolean held) {
    public KnownSource {
        Objects.requireNonNull(source);
    }

    public boolean isWatched() {
        return !paused && !held;
    }
}
