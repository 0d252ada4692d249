package vn.loa.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The summary of an article.
 *
 * @param sentences whole sentences in the article's own words, in its order; may be empty
 * @param eventDate the civil day of the event the article tells of (the first one, if it lasts several days), where the
 *     text says one clearly; it may be the day of publication
 */
public record Summary(List<String> sentences, Optional<LocalDate> eventDate) {
    public Summary {
        sentences = List.copyOf(sentences);
        Objects.requireNonNull(eventDate);
    }

    public String text() {
        return String.join(" ", sentences);
    }
}
