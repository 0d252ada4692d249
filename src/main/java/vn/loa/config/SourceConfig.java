package vn.loa.config;

import java.time.Duration;
import java.util.Objects;
import vn.loa.model.Source;

/**
 * The settings of a source.
 *
 * @param source what is watched, and how
 * @param jitter each check comes later by a random time up to this
 */
public record SourceConfig(Source source, Duration jitter) {
    public SourceConfig {
        Objects.requireNonNull(source);
        Objects.requireNonNull(jitter);
    }
}
