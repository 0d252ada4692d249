package vn.loa.schedule;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Runs each piece of work on a new daemon thread. The pool that futures share otherwise has a single thread on a machine of
 * two cores (since Java 25, whatever the work), where work that waits keeps all other work from beginning.
 *
 * @param name the name of the threads
 */
public record OwnThread(String name) implements Executor {
    public OwnThread {
        Objects.requireNonNull(name);
    }

    @Override
    public void execute(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
