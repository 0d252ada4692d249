package vn.loa.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import vn.loa.waiting.TestPatience;

/**
 * Everything that was asked of the emulator, in the order in which it was decided; long polls are left out. Its monitor
 * is held while a call is done and noted, and while somebody looks at what calls have done.
 */
public final class History {
    /** How long the waiting methods wait before they give up. */
    public static final Duration PATIENCE = TestPatience.LIMIT;

    private final List<Call> calls = new ArrayList<>();

    synchronized void add(Call call) {
        calls.add(call);
        notifyAll();
    }

    public synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
    }

    /** The calls of one method; the name's case does not matter. */
    public List<Call> of(String method) {
        return all().stream()
                .filter(call -> call.method().equals(method.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The messages that people can see because of {@code sendMessage}, {@code sendPhoto} and the like. */
    public List<Call> messages() {
        return all().stream()
                .filter(call -> call.method().startsWith("send") && call.done())
                .toList();
    }

    /** Waits until the history satisfies the condition. */
    public void await(String what, Predicate<History> condition) {
        await(what, PATIENCE, condition);
    }

    /**
     * Waits until the history satisfies the condition.
     *
     * @throws AssertionError when it does not within the time given
     */
    public synchronized void await(String what, Duration patience, Predicate<History> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.test(this)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; " + lastCalls());
            }
            pause(left);
        }
    }

    /** Waits for a notification; the caller looks again at what it waits for. */
    @SuppressWarnings("WaitNotInLoop")
    private void pause(long nanos) {
        try {
            wait(Math.max(1, Duration.ofNanos(nanos).toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private String lastCalls() {
        int from = Math.max(0, calls.size() - 20);
        StringBuilder told = new StringBuilder(calls.size() + " calls so far");
        for (Call call : calls.subList(from, calls.size())) {
            told.append("\n  ").append(call);
        }
        return told.toString();
    }
}
