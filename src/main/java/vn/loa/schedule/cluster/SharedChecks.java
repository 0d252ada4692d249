package vn.loa.schedule.cluster;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Source;
import vn.loa.schedule.Task;

/**
 * Checks the source of an id, as it is known at that moment, when no other source of its host is being checked on any node.
 */
final class SharedChecks {
    private static final Logger log = LoggerFactory.getLogger(SharedChecks.class);

    private final KnownSources sources;
    private final HostTurns hosts;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private volatile Consumer<Source> check = source -> {};

    SharedChecks(KnownSources sources, HostTurns hosts) {
        this.sources = sources;
        this.hosts = hosts;
    }

    void checking(Consumer<Source> wanted) {
        check = wanted;
    }

    /** Tells what became of a check. */
    enum Outcome {
        DONE,
        /** To be tried again shortly: the host has a visitor, or that could not be found out. */
        BUSY,
        /** Somebody lets the source rest. */
        RESTING,
        /** Nobody knows the source. */
        UNKNOWN
    }

    /** Returns whether a source was checked since a moment, by any node. */
    boolean checkedSince(String id, Instant moment) {
        try {
            return sources.lastCheck(id).filter(moment::isBefore).isPresent();
        } catch (RuntimeException e) {
            log.debug("when {} was last checked is not known", id, e);
            return false;
        }
    }

    /** Checks a source on the calling thread. */
    Outcome attempt(String id) {
        try {
            Optional<KnownSources.Known> known = sources.find(id);
            return known.isEmpty() ? Outcome.UNKNOWN : attempt(known.get());
        } catch (RuntimeException e) {
            log.warn("source {} cannot be checked now: {}", id, e.toString());
            return Outcome.BUSY;
        }
    }

    private Outcome attempt(KnownSources.Known known) {
        Source source = known.source();
        if (!known.watched()) {
            return Outcome.RESTING;
        }
        String host = host(source);
        if (!hosts.take(host)) {
            return Outcome.BUSY;
        }
        try {
            task(source.id()).run(() -> check.accept(source));
        } finally {
            hosts.release(host);
        }
        return Outcome.DONE;
    }

    private Task task(String id) {
        return tasks.computeIfAbsent(id, name -> new Task("check " + name, System::nanoTime));
    }

    private static String host(Source source) {
        URI url = source.url();
        return url.getHost() == null ? source.id() : url.getHost().toLowerCase(Locale.ROOT);
    }
}
