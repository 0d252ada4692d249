package vn.loa.fetch;

import java.time.Duration;

/**
 * Sees to it that of all nodes one at a time asks a host something. A visit is one request, so nobody ever holds one while
 * waiting for another. May throw anything when that cannot be found out; the fetcher then goes by its own queue.
 */
public interface HostVisits {
    /** Lets everybody in, for a node that is alone. */
    HostVisits ALONE = new HostVisits() {
        @Override
        public boolean begin(String host, Duration longest) {
            return true;
        }

        @Override
        public void end(String host, Duration pause) {}
    };

    /**
     * Begins a visit if nobody else is there, nor was a moment ago. Who is refused and asks again shortly comes next.
     *
     * @param longest how long the visit takes at most, after which others may come although it was not ended
     * @return false when it has to be tried again
     */
    boolean begin(String host, Duration longest);

    /** Ends the visit of this node; for {@code pause} from now nobody else may begin one. */
    void end(String host, Duration pause);
}
