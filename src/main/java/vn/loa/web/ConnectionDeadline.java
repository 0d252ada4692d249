package vn.loa.web;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Limits the time of one connection: for the headers of the next request, and then for the rest of that request and its
 * answer. A connection whose time is over is closed; a route that still runs then is interrupted first.
 */
final class ConnectionDeadline {
    /** The time in which a file must have been received. */
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(15);

    /** The time in which a long body must have come: 2 MiB over 0.3 Mbit/s. */
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(1);

    /** The bytes of an answer that a slow telephone may not get in the usual time. */
    private static final int LONG_ANSWER = 64 * 1024;

    private final EndPoint connection;
    private final Scheduler scheduler;
    private final RequestLimits limits;

    @GuardedBy("this")
    private Scheduler.@Nullable Task alarm;

    @GuardedBy("this")
    private @Nullable Thread route;

    ConnectionDeadline(EndPoint connection, Scheduler scheduler, RequestLimits limits) {
        this.connection = connection;
        this.scheduler = scheduler;
        this.limits = limits;
    }

    /** Takes note that the next request may come. */
    void answered() {
        set(limits.head());
    }

    /** Takes note that the headers of a request have come. */
    void headRead() {
        set(limits.whole());
    }

    /** Takes note that a body may come that is longer than usual. */
    void longBody() {
        set(UPLOAD_LIMIT);
    }

    /** Takes note of what is being sent: a file takes its time. */
    void sending(WebBody body) {
        if (body instanceof WebBody.StoredFile
                || body instanceof WebBody.Bytes bytes && bytes.content().remaining() > LONG_ANSWER) {
            set(DOWNLOAD_LIMIT);
        }
    }

    private synchronized void set(Duration limit) {
        off();
        alarm = scheduler.schedule(this::over, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes note that there is no connection any more. */
    synchronized void off() {
        if (alarm != null) {
            alarm.cancel();
        }
    }

    private synchronized void over() {
        if (route == null) {
            connection.close(new EofException("the client took too long"));
        } else {
            route.interrupt();
            // What it answers now has to be received in time as well.
            set(limits.head());
        }
    }

    /** Runs a route on this thread, which is interrupted when the time is over, but never afterwards. */
    WebAnswer within(Supplier<WebAnswer> work) {
        begin(Thread.currentThread());
        try {
            return work.get();
        } finally {
            begin(null);
            Thread.interrupted();
        }
    }

    private synchronized void begin(@Nullable Thread running) {
        route = running;
    }
}
