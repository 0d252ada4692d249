package vn.loa.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** The result of a request to a portal. Fetching never throws for what a server or a network did. */
public sealed interface FetchResult {
    /** An answer with a body; its status may still be 404 or 410, which is news too. */
    record Fetched(Page page) implements FetchResult {
        public Fetched {
            Objects.requireNonNull(page);
        }
    }

    /** The page is the same as last time (304). */
    record NotModified() implements FetchResult {}

    /** The host asks for a pause (429, or 503 with Retry-After): ask nothing of it for so long. */
    record RateLimited(Duration retryAfter) implements FetchResult {
        public RateLimited {
            Objects.requireNonNull(retryAfter);
        }
    }

    /**
     * Loa itself is asking the host other things, on this node or another, and did not come to this in time. Nothing was
     * asked; to be tried again.
     *
     * @param waited for how long
     */
    record Busy(Duration waited) implements FetchResult {
        public Busy {
            Objects.requireNonNull(waited);
        }
    }

    /**
     * Loa itself does not go there: an address that is not public, a port that is none of the web, a password in the
     * address, a redirect to another site, a file over the cap.
     */
    record Refused(String reason) implements FetchResult {
        public Refused {
            Objects.requireNonNull(reason);
        }
    }

    /** The portal refuses: cookie page, captcha, 403, robots.txt. */
    record Blocked(String reason) implements FetchResult {
        public Blocked {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * A permanent redirect (301, 308) to another registered domain, or a page whose meta element says nothing but that it is
     * found there, which is not followed: whether the portal moved there or somebody took it over is for people to say.
     *
     * @param from the address that was asked for
     * @param to the address it is said to have now
     */
    record Moved(URI from, URI to) implements FetchResult {
        public Moved {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }
    }

    /** Any other failure: time-out, cut connection, TLS, 5xx, a body over the cap. Worth trying again later. */
    record Failed(String reason) implements FetchResult {
        private static final String LARGER = "larger than ";

        public Failed {
            Objects.requireNonNull(reason);
        }

        /** A body over the cap. */
        static Failed largerThan(long bytes) {
            return new Failed(LARGER + bytes + " bytes");
        }

        /** Returns whether the body was over the cap: the server did answer. */
        public boolean isTooLarge() {
            return reason.startsWith(LARGER);
        }
    }
}
