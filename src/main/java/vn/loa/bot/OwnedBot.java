package vn.loa.bot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.model.ComponentHealth;
import vn.loa.model.HealthIndicator;
import vn.loa.schedule.Timetable;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/**
 * Runs a bot while this node owns it. All that a bot keeps in memory (its pace, holds, menus) begins anew with each
 * ownership and ends with it.
 */
public final class OwnedBot {
    private static final Logger log = LoggerFactory.getLogger(OwnedBot.class);
    private static final Duration DISPATCH_EVERY = Duration.ofSeconds(1);
    /** At once after the start, and so often that a refused token is known before the next news. */
    private static final Duration ACCOUNT_FIRST = Duration.ofSeconds(1);

    private static final Duration ACCOUNT_EVERY = Duration.ofHours(3);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(1);
    private static final Duration CORRECT_EVERY = Duration.ofSeconds(3);

    private enum State {
        IDLE,
        RUNNING,
        ENDING
    }

    private final Supplier<BotParts> made;
    private volatile BotParts parts;
    private final RunningBot.Common common;
    private final Ownership ownership;
    private volatile RunningBot running;
    private volatile State state = State.IDLE;

    /** True when it runs no more, here or whenever. */
    private volatile boolean over;

    /**
     * Prepares a bot; nothing runs yet.
     *
     * @param made makes its parts anew for each ownership, since they are closed with it
     */
    public OwnedBot(Supplier<BotParts> made, RunningBot.Common common, Function<Bot, Ownership> ownerships) {
        BotParts first = made.get();
        this.made = made;
        this.ownership = ownerships.apply(first.messenger().bot());
        this.parts = owned(first);
        this.common = common;
        this.running = new RunningBot(this.parts, common);
    }

    private BotParts owned(BotParts each) {
        return each.speakingThrough(new OwnedMessenger(each.messenger(), ownership));
    }

    /** Returns the bot as it runs here, or would. */
    public RunningBot running() {
        return running;
    }

    public Bot bot() {
        return running.bot();
    }

    /** Enters the bot's work into the timetable. */
    public void enter(Timetable timetable) {
        timetable.every(dispatching(), DISPATCH_EVERY, () -> ifOwned(RunningBot::dispatch));
        timetable.every(accounting(), ACCOUNT_FIRST, ACCOUNT_EVERY, () -> ifOwned(RunningBot::checkAccount));
        timetable.every(correcting(), CORRECT_EVERY, () -> ifOwned(RunningBot::correct));
        timetable.every(counting(), COUNT_EVERY, () -> ifOwned(RunningBot::showReceiptCounts));
    }

    /** Takes the bot's work out of the timetable. */
    public void leave(Timetable timetable) {
        Stream.of(dispatching(), accounting(), correcting(), counting()).forEach(timetable::cancel);
    }

    private String accounting() {
        return "account " + bot().key();
    }

    private String correcting() {
        return "corrections " + bot().key();
    }

    private String counting() {
        return "receipts " + bot().key();
    }

    private void ifOwned(Consumer<RunningBot> work) {
        if (state == State.RUNNING && ownership.holds()) {
            work.accept(running);
        }
    }

    private String dispatching() {
        return running.dispatching();
    }

    /** Has what is due sent without waiting for the next round. */
    public void dispatchNow(Timetable timetable) {
        timetable.now(dispatching());
    }

    /** Takes the bot when nobody has it; it does not run before {@link #lookAfter}. Returns whether it is ours. */
    public boolean take() {
        try {
            return ownership.keep();
        } catch (RuntimeException e) {
            log.warn("{}: who owns it cannot be found out: {}", bot(), e.getMessage());
            return ownership.holds();
        }
    }

    /** Returns whether this node has the bot. */
    public boolean owned() {
        return ownership.holds();
    }

    /** Takes the bot or goes on having it, and starts or stops it accordingly. To be called every few seconds. */
    public synchronized void lookAfter() {
        if (state == State.ENDING || over) {
            return;
        }
        boolean ours = take();
        if (ours && state == State.IDLE) {
            begin();
        } else if (!ours && state == State.RUNNING) {
            lose();
        }
    }

    /** Anew, for what the database told of holds may be old. */
    private void begin() {
        running.close();
        running = new RunningBot(parts, common);
        state = State.RUNNING;
        running.listen();
        log.info("{}: this node runs it", bot());
    }

    /** On a thread of its own, for what is in flight may take seconds, and other bots have to be kept. */
    private void lose() {
        log.warn("{}: this node does not own it any more; it stops here", bot());
        state = State.ENDING;
        Thread ending = new Thread(this::end, "lost " + bot().key());
        ending.setDaemon(true);
        ending.start();
    }

    private void end() {
        try {
            running.stopReceiving();
            running.stop().join();
            running.close();
        } catch (RuntimeException e) {
            log.error("{}: it did not end well", bot(), e);
        } finally {
            renew();
        }
    }

    private synchronized void renew() {
        if (!over) {
            parts = owned(made.get());
            running = new RunningBot(parts, common);
            state = State.IDLE;
        }
    }

    /** Returns the addresses of the bot's webhooks; a node that does not run it asks the platform to come again. */
    public List<WebRoute> routes() {
        return running.routes().stream().<WebRoute>map(Route::new).toList();
    }

    private final class Route implements WebRoute {
        private final WebRoute first;

        Route(WebRoute first) {
            this.first = first;
        }

        @Override
        public String path() {
            return first.path();
        }

        @Override
        public Set<String> methods() {
            return first.methods();
        }

        @Override
        public WebAnswer handle(WebRequest request) {
            Optional<WebRoute> now = running.routes().stream()
                    .filter(route -> state == State.RUNNING && route.path().equals(path()))
                    .findFirst();
            return now.map(route -> route.handle(request))
                    .orElseGet(() -> WebAnswer.plain(503, "another node runs it"));
        }
    }

    /** Returns the name of the node that runs the bot; empty where there is one node, and when none runs it. */
    public Optional<String> node() {
        return ownership.alone() ? Optional.empty() : ownership.node();
    }

    /** Returns the health of the bot's loops here, and the name of the node that runs it where there are several. */
    public List<HealthIndicator> health() {
        if (state != State.RUNNING) {
            return List.of(elsewhere());
        }
        Stream<HealthIndicator> here = node().stream()
                .map(node ->
                        new HealthIndicator.Remark(common.phrases().say("vital.elsewhere", bot().key(), node) + "."));
        return Stream.concat(here, running.health().stream()).toList();
    }

    private HealthIndicator elsewhere() {
        Optional<String> node = ownership.node();
        String name = node.map(each -> common.phrases().say("vital.elsewhere", bot().key(), each))
                .orElse(bot().key());
        return new HealthIndicator.OfLoop(
                name,
                node.map(each -> common.clock().instant()),
                node.isPresent() ? Optional.empty() : Optional.of("no node runs it"));
    }

    /** Returns the health of receiving and of sending here, or whether another node runs the bot. */
    public List<ComponentHealth> components() {
        return state == State.RUNNING ? running.components() : List.of(owner());
    }

    private ComponentHealth owner() {
        Optional<String> problem = ownership.node().isPresent() ? Optional.empty() : Optional.of("no node runs it");
        return ComponentHealth.of(bot().key() + ".node", Optional.empty(), problem);
    }

    /** Returns whether the bot hears, here or through the node that runs it. */
    public boolean hears() {
        return state == State.RUNNING
                ? running.hears()
                : !ownership.holds() && ownership.node().isPresent();
    }

    /** Returns the bot's loops that hang here. */
    public List<ComponentHealth> loops(Timetable timetable) {
        return state == State.RUNNING ? running.loops(timetable) : List.of();
    }

    /** Receives nothing more and begins nothing that can wait, for good. */
    public void stopReceiving() {
        last().stopReceiving();
    }

    /** Waits for a beginning on another thread, which would be overlooked. */
    private synchronized RunningBot last() {
        over = true;
        return running;
    }

    /** Lets messages in flight come to their end. */
    public CompletableFuture<Void> stop() {
        return running.stop();
    }

    /** Ends the bot here and gives it up. */
    public void close() {
        running.close();
        ownership.release();
    }
}
