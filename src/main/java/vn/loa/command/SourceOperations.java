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
 * What the commands about sources need done: asking portals, which takes time, and changing what is watched. Nothing
 * here blocks the caller; what came of it is handed over later, on another thread.
 */
public interface SourceOperations {
    /** Looks at an address as a watch would; takes up to two minutes. */
    void look(URI url, Consumer<Trial> then);

    /** Watches a source from now on; one that is watched is watched anew. */
    void watch(Source source);

    /** Watches a source no more. */
    void rest(Source source);

    /** Checks a watched source now, even while it is backing off. */
    void check(Source source, Consumer<Checkup> then);

    /**
     * What came of looking at an address.
     *
     * @param url the address
     * @param system the portal system, an empty string when the generic reader read it
     * @param why what it was recognised by
     * @param items how many items the list has
     * @param newest the first of them
     * @param sample an article, in short; empty when none could be read
     * @param robots whether robots.txt lets us
     * @param problem what is wrong; empty when the list can be watched
     * @param name what the page calls itself
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

    /** An article that was read for trial. */
    record Sample(String title, Summary summary) {
        public Sample {
            Objects.requireNonNull(title);
            Objects.requireNonNull(summary);
        }
    }

    /**
     * What came of a check.
     *
     * @param listed items in the list
     * @param read articles that were read
     * @param deliveries deliveries that were entered for them
     * @param problem what is wrong
     */
    record Checkup(int listed, int read, int deliveries, Optional<Problem> problem) {
        public Checkup {
            Objects.requireNonNull(problem);
        }
    }
}
