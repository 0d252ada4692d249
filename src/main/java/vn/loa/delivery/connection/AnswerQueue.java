package vn.loa.delivery.connection;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import vn.loa.delivery.pace.Permit;
import vn.loa.delivery.pace.RateLimiter;

/**
 * The answers of a bot that wait for its rate, in the order in which they came; an answer whose chat has to wait steps
 * aside meanwhile.
 */
final class AnswerQueue {
    /** Runs a task for an answer on another thread after a while. */
    interface Scheduler {
        void after(Duration delay, SendCallback callback, Runnable task);
    }

    private record Waiting(SendRequest request, SendCallback callback, Consumer<Permit.Granted> sending) {}

    private final RateLimiter limiter;
    private final Scheduler scheduler;

    @GuardedBy("this")
    private final Deque<Waiting> line = new ArrayDeque<>();

    @GuardedBy("this")
    private boolean pausing;

    AnswerQueue(RateLimiter limiter, Scheduler scheduler) {
        this.limiter = limiter;
        this.scheduler = scheduler;
    }

    /** Queues an answer up; {@code sending} gets its permit on another thread. */
    void join(SendRequest request, SendCallback callback, Consumer<Permit.Granted> sending) {
        join(new Waiting(request, callback, sending));
    }

    private synchronized void join(Waiting answer) {
        line.addLast(answer);
        if (!pausing) {
            advance();
        }
    }

    private synchronized void goOn() {
        pausing = false;
        advance();
    }

    @GuardedBy("this")
    private void advance() {
        while (!line.isEmpty() && !pausing) {
            Waiting first = line.getFirst();
            Permit permit = limiter.answer(first.request().to(), first.request().shared());
            if (permit instanceof Permit.Later later && later.scope() == Permit.Scope.BOT) {
                pausing = true;
                scheduler.after(later.pause(), first.callback(), this::goOn);
            } else {
                line.removeFirst();
                dismiss(first, permit);
            }
        }
    }

    private void dismiss(Waiting first, Permit permit) {
        if (permit instanceof Permit.Granted granted) {
            scheduler.after(
                    Duration.ZERO, first.callback(), () -> first.sending().accept(granted));
        } else if (permit instanceof Permit.Later later) {
            scheduler.after(later.pause(), first.callback(), () -> join(first));
        }
    }
}
