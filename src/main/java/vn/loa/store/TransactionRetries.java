package vn.loa.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs a transaction again that the server rolled back because another one came first. Jdbi's own runner knows one such
 * answer and does not pause; a server gives three. See postgresql.org/docs/18/mvcc-serialization-failure-handling.html.
 */
final class TransactionRetries {
    private static final int TRIES = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;
    /** A serialization failure, a deadlock, and a unique key that a concurrent transaction has just taken. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505");

    private TransactionRetries() {}

    /** Returns what the work returns; it must have no effect but in the database. */
    static <T> T of(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (tried >= TRIES || !mayPass(e)) {
                    throw e;
                }
                pause(tried);
            }
        }
    }

    private static boolean mayPass(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(each -> each.getSQLState() != null && AGAIN.contains(each.getSQLState()));
    }

    private static void pause(int tried) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1L + Math.min(LONGEST_PAUSE_MILLIS, 4L << tried / 2)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
