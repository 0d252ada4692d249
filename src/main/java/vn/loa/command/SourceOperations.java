package vn.loa.command;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import vn.loa.model.Headline;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.Summary;

/**
 * Carries out the commands about sources: asks portals, which takes time, and changes what is watched. Nothing here
 * blocks the caller; results are handed over later, on another thread.
 */
public interface SourceOperations {
    /** Reads an address as a check of a source would; takes up to two minutes. */
    void look(URI url, Consumer<Trial> then);

    /** Starts watching a source, or starts anew when it is watched already. */
    void watch(Source source);

    /** Stops watching a source. */
    void rest(Source source);

    /** Checks a watched source now, even while it is backing off. */
    void check(Source source, Consumer<Checkup> then);

    /**
     * Holds the result of reading an address.
     *
     * @param system the portal system, an empty string when the generic reader read it
     * @param why the evidence by which the system was recognised
     * @param items the number of items in the list
     * @param newest the first item
     * @param sample an article, in short; empty when none could be read
     * @param robots whether robots.txt allows the address
     * @param problem the obstacle; empty when the list can be watched
     * @param name the page's own name
     * @param id a word for the source, made of its address
     */
    record Trial(
            URI url,
            String system,
            List<String> why,
            int items,
            List<Headline> newest,
            Optional<Sample> sample,
            boolean robots,
            Optional<Problem> problem,
            String name,
            String id) {
        public Trial {
            Objects.requireNonNull(url);
            Objects.requireNonNull(system);
            why = List.copyOf(why);
            newest = List.copyOf(newest);
            Objects.requireNonNull(sample);
            Objects.requireNonNull(problem);
            Objects.requireNonNull(name);
            Objects.requireNonNull(id);
        }
    }

    /** Holds the title and summary of an article that was read for trial. */
    record Sample(String title, Summary summary) {
        public Sample {
            Objects.requireNonNull(title);
            Objects.requireNonNull(summary);
        }
    }

    /**
     * Holds the result of a check.
     *
     * @param listed items in the list
     * @param read articles that were read
     * @param deliveries deliveries that were entered for them
     * @param problem the problem that was found
     */
    record Checkup(int listed, int read, int deliveries, Optional<Problem> problem) {
        public Checkup {
            Objects.requireNonNull(problem);
        }
    }
}
