package vn.loa.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves its routes over HTTP, and answers 404 everywhere else. Requests are read without a thread of their own, so a
 * client that sends letter by letter costs a socket and nobody's time; whoever takes too long loses the connection.
 */
public final class WebServer implements AutoCloseable {
    /** The longest body that is read, in bytes; a longer one is answered with a 413. */
    public static final int LARGEST_BODY = RequestBodyReader.LARGEST;
    /** The time that one request may take, from the end of its headers to the end of its answer. */
    public static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    /** The time in which the headers of a request must have come, from the connection or the answer before. */
    private static final Duration HEAD_LIMIT = Duration.ofSeconds(5);

    private static final int MOST_CONNECTIONS = 1024;
    private static final int MOST_CONNECTIONS_OF_A_CLIENT = 64;
    /** Routes that run at once; a request waits for a thread only when it has been read to its end. */
    private static final int MOST_THREADS = 32;

    private static final int FEWEST_THREADS = 2;
    private static final int IDLE_MILLIS = 20_000;
    private static final int BACKLOG = 128;

    private final Server server;
    private final ServerConnector connector;
    private final RouteHandler routes;
    private final int port;

    /**
     * Makes a server that has its port, but does not answer before {@link #start}.
     *
     * @param address the address to listen on; port 0 for any free one
     * @throws UncheckedIOException when the address cannot be had
     * @throws IllegalArgumentException when two routes have one path, or a path does not begin with a slash
     */
    public WebServer(InetSocketAddress address, List<WebRoute> routes) {
        this(address, routes, new RequestLimits(HEAD_LIMIT, REQUEST_LIMIT));
    }

    WebServer(InetSocketAddress address, List<WebRoute> routes, RequestLimits limits) {
        this.server = new Server(threads());
        ScheduledExecutorScheduler alarms = new ScheduledExecutorScheduler("web-alarm", true);
        // No thread only for accepting: the one that waits for bytes accepts as well.
        this.connector = new ServerConnector(server, null, alarms, null, 0, 1, http());
        OpenConnections connections =
                new OpenConnections(alarms, new ClientBudget(MOST_CONNECTIONS_OF_A_CLIENT), limits);
        connector.addBean(connections);
        connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.addConnector(connector);
        this.routes = new RouteHandler(routes, connections);
        server.setHandler(this.routes);
        server.setErrorHandler(RouteHandler::refuse);
        server.setStopTimeout(0);
        this.port = bound(address);
    }

    private static QueuedThreadPool threads() {
        // Jetty's own queue wakes all of Java's management to learn the width of a cache line.
        QueuedThreadPool threads =
                new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, IDLE_MILLIS, new LinkedBlockingQueue<>());
        threads.setName("web");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        return threads;
    }

    /** Answers at these addresses too; a route of the same path gives way. */
    public void open(List<WebRoute> more) {
        routes.open(more);
    }

    /** Answers at the addresses of these routes no more. */
    public void shut(List<WebRoute> fewer) {
        routes.shut(fewer);
    }

    private static HttpConnectionFactory http() {
        HttpConfiguration config = new HttpConfiguration();
        config.setSendServerVersion(false);
        config.setUseInputDirectByteBuffers(false);
        config.setUseOutputDirectByteBuffers(false);
        return new HttpConnectionFactory(config);
    }

    private int bound(InetSocketAddress address) {
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(BACKLOG);
        try {
            connector.open();
            return connector.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + address + ": " + e.getMessage(), e);
        }
    }

    /**
     * Begins to answer.
     *
     * @throws IllegalStateException when the server cannot be started
     */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the web server does not start", e);
        }
        log.info("answering at {}:{}", connector.getHost(), port);
    }

    /** Returns the port it has, also when any was asked for. */
    public int port() {
        return port;
    }

    /** Stops at once. Answers in progress are cut off; platforms send a webhook again that was not answered. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("the web server did not stop in order: {}", e.toString());
        } finally {
            connector.close();
        }
    }
}
