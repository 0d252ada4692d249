package vn.loa.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that Loa runs, and that it goes on running. Java 17 has no datagram sockets of Unix, so it is told by
 * {@code systemd-notify}, which the unit allows by {@code NotifyAccess=all}; see sd_notify(3). A library would carry native
 * code for each platform to send a few bytes a minute.
 */
final class SystemdNotifier {
    private static final Logger log = LoggerFactory.getLogger(SystemdNotifier.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** Three chances within the time of the watchdog. */
    private static final int CHANCES = 3;

    private final String program;
    private final Map<String, String> environment;
    private volatile boolean failed;

    /**
     * Makes a notifier.
     *
     * @param program the name or path of {@code systemd-notify}
     * @param environment as systemd set it
     */
    SystemdNotifier(String program, Map<String, String> environment) {
        this.program = program;
        this.environment = Map.copyOf(environment);
    }

    static SystemdNotifier ofThisProcess() {
        return new SystemdNotifier("systemd-notify", System.getenv());
    }

    /** Returns how often to say that the loops turn; empty when nobody waits for it. */
    Optional<Duration> interval() {
        if (!isWanted()) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
            return Optional.of(Duration.ofNanos(micros * 1000 / CHANCES)).filter(every -> !every.isZero());
        } catch (NumberFormatException e) {
            log.warn("WATCHDOG_USEC is no number; systemd is not told that Loa turns", e);
            return Optional.empty();
        }
    }

    /** Says that Loa has started. */
    void ready(String status) {
        send("READY=1", "STATUS=" + status);
    }

    /** Says that the loops turn. */
    void alive() {
        send("WATCHDOG=1");
    }

    /** Says that Loa ends. */
    void stopping() {
        send("STOPPING=1");
    }

    private boolean isWanted() {
        return !environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty();
    }

    private void send(String... words) {
        if (!isWanted()) {
            return;
        }
        try {
            String[] command = new String[words.length + 1];
            command[0] = program;
            System.arraycopy(words, 0, command, 1, words.length);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            note(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0, "");
            process.destroy();
        } catch (IOException e) {
            note(false, ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(boolean done, String why) {
        if (!done && !failed) {
            log.warn("systemd cannot be told how Loa does by {}{}; it may start Loa again", program, why);
        }
        failed = !done;
    }
}
