package vn.loa.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and closes each connection that is idle after an answer, as servers with a short patience do. */
public final class IdleClosingRelay implements AutoCloseable {
    private final URI behind;
    private final long idleMillis;
    private final ServerSocket front;
    private final AtomicInteger closed = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(IdleClosingRelay::daemon);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(IdleClosingRelay::daemon);

    /** Starts before the server at this address. */
    public IdleClosingRelay(URI behind, long idleMillis) throws IOException {
        this.behind = behind;
        this.idleMillis = idleMillis;
        this.front = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + front.getLocalPort());
    }

    /** How many idle connections it has closed. */
    public int closedIdle() {
        return closed.get();
    }

    private void accept() {
        try {
            while (!front.isClosed()) {
                Socket client = front.accept();
                Socket server = new Socket(behind.getHost(), behind.getPort());
                Connection connection = new Connection(client, server);
                threads.execute(() -> connection.carry(client, server, false));
                threads.execute(() -> connection.carry(server, client, true));
            }
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        timer.shutdownNow();
        quietly(front);
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;
        private ScheduledFuture<?> end;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        private void carry(Socket from, Socket to, boolean answer) {
            byte[] bytes = new byte[8_192];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    heard(answer);
                    out.write(bytes, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                heard(false);
            }
        }

        private synchronized void heard(boolean answer) {
            if (end != null) {
                end.cancel(false);
                end = null;
            }
            if (answer) {
                end = timer.schedule(this::idle, idleMillis, TimeUnit.MILLISECONDS);
            }
        }

        private void idle() {
            closed.incrementAndGet();
            quietly(client);
            quietly(server);
        }
    }
}
