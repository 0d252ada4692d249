package vn.loa.bot;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.MDC;
import vn.loa.delivery.Answers;
import vn.loa.delivery.Budget;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.DispatchHealth;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.ReceiptCounter;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ComponentHealth;
import vn.loa.model.HealthIndicator;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.Phrases;
import vn.loa.schedule.OwnThread;
import vn.loa.schedule.Timetable;
import vn.loa.store.StatisticsStore;
import vn.loa.web.WebRoute;

/** Runs one bot with all that works for it: its connection, its dispatcher, its receiver of updates. */
public final class RunningBot {
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);
    private static final Duration LONG_HOLD = Duration.ofMinutes(10);

    /** A shorter silence is only pacing. */
    private static final Duration PACING = Duration.ofMinutes(1);

    private static final String POLL = ".poll";

    private final Bot bot;
    private final Messenger messenger;
    private final Phrases phrases;
    private final BotConnection connection;
    private final Answers answers;
    private final Dispatcher dispatcher;
    private final Corrector corrector;
    private final ReceiptCounter receiptCounter;
    private final Heartbeat heartbeat;
    private final Optional<Budget> budget;
    private final Optional<SpeakingTimes> firstTimes;
    private final Optional<UpdateReceiver> receiver;

    /**
     * Holds what all bots have in common.
     *
     * @param workers makes what works for each of them
     */
    public record Common(BotWorkers workers, Phrases phrases, InstantSource clock) {}

    /** Puts a bot together; nothing runs yet. */
    public RunningBot(BotParts parts, Common common) {
        Messenger messenger = parts.messenger();
        this.bot = messenger.bot();
        this.messenger = messenger;
        this.phrases = common.phrases();
        this.heartbeat = new Heartbeat(common.clock());
        this.budget = parts.budget();
        this.firstTimes = parts.firstTimes();
        this.connection = common.workers().connect(messenger);
        this.answers = common.workers().answers(connection);
        this.dispatcher = common.workers().dispatcher(connection, budget);
        this.corrector = common.workers().corrector(connection);
        this.receiptCounter = common.workers().receiptCounter(connection);
        this.receiver = parts.receiver().apply(answers);
    }

    public Bot bot() {
        return bot;
    }

    /** Returns what the bot's channel can carry. */
    public Capabilities capabilities() {
        return messenger.capabilities();
    }

    /** Returns when a chat that is new to the bot hears news; empty for at once. */
    public Optional<SpeakingTimes> firstTimes() {
        return firstTimes;
    }

    /** Takes away a webhook that keeps updates from the bot; returns whether the platform did so. */
    public boolean takeWebhook() {
        return receiver.filter(UpdateReceiver::takeWebhook).isPresent();
    }

    /** Returns what the sending is called in the timetable. */
    String dispatching() {
        return "dispatch " + bot.key();
    }

    /** Sends what is due. */
    void dispatch() {
        named(dispatcher::run);
    }

    /** Does work whose log names the bot. */
    private void named(Runnable work) {
        try (MDC.MDCCloseable named = MDC.putCloseable("bot", bot.key())) {
            work.run();
        }
    }

    /** Brings messages up to date. */
    void correct() {
        named(corrector::run);
    }

    /** Shows new counts of acknowledgements. */
    void showReceiptCounts() {
        named(receiptCounter::run);
    }

    /**
     * Says something once, past the ledger and all limits, for when the database cannot be used; false if in vain. Of what goes
     * in several pieces the first tells.
     */
    public boolean sayAtOnce(ChatAddress to, OutgoingMessage message) {
        List<OutgoingMessage> pieces = messenger.pieces(message);
        boolean arrived = messenger.send(to, pieces.get(0)) instanceof SendResult.Sent;
        if (arrived) {
            pieces.subList(1, pieces.size()).forEach(piece -> messenger.send(to, piece));
        }
        return arrived;
    }

    public List<WebRoute> routes() {
        return receiver.map(UpdateReceiver::routes).orElse(List.of());
    }

    public void listen() {
        answers.start();
        receiver.ifPresent(UpdateReceiver::start);
    }

    public Optional<String> botName() {
        return receiver.flatMap(UpdateReceiver::botName);
    }

    /** Returns the address at which a leader adds the bot to a group; empty where there is none or it is not known. */
    public Optional<URI> groupInvitation() {
        return receiver.flatMap(UpdateReceiver::groupInvitation);
    }

    /** Tells whether the bot's plan allows only so many messages a month. */
    public boolean metered() {
        return budget.filter(each -> each.monthly() > 0).isPresent();
    }

    /** Returns how many more groups the bot's plan allows; empty for no limit. */
    public OptionalInt freeGroups() {
        return budget.filter(each -> each.plan().groups() > 0)
                .map(each -> OptionalInt.of(each.plan().groups() - each.groups()))
                .orElse(OptionalInt.empty());
    }

    /** Returns the content of a file that somebody sent to the bot. */
    public Optional<byte[]> fetch(String fileId) {
        return receiver.flatMap(each -> each.fetch(fileId));
    }

    /** Returns the health of the bot's loops, and what operators should know of its budget. */
    public List<HealthIndicator> health() {
        List<HealthIndicator> all = new ArrayList<>();
        hearing().ifPresent(all::add);
        DispatchHealth sending = dispatcher.health();
        all.add(new HealthIndicator.OfLoop(
                phrases.say("vital.dispatch", bot.key()), sending.lastRun(), problem(sending)));
        budget.map(this::remark).ifPresent(all::add);
        receiver.flatMap(UpdateReceiver::groupPlaces)
                .map(places -> new HealthIndicator.Remark(
                        phrases.say("budget.places", bot.key(), places.used(), places.all())))
                .ifPresent(all::add);
        return all;
    }

    /** Returns what is wrong with the bot, in English: with receiving, with sending, or with its account. */
    public Optional<String> firstProblem() {
        return refusal()
                .or(() -> health().stream()
                        .filter(HealthIndicator.OfLoop.class::isInstance)
                        .flatMap(each -> ((HealthIndicator.OfLoop) each).problem().stream())
                        .findFirst());
    }

    /** A poller is judged by the age of its last success too: one that hangs meets no trouble. */
    private Optional<HealthIndicator.OfLoop> hearing() {
        return receiver.map(each -> {
            HealthIndicator.OfLoop told = each.health();
            Optional<String> problem = told.problem().or(() -> tooOld(each, told));
            return new HealthIndicator.OfLoop(told.name(), told.lastRound(), problem);
        });
    }

    private Optional<String> tooOld(UpdateReceiver each, HealthIndicator.OfLoop told) {
        return each.longestPoll().flatMap(longest -> heartbeat.problem(told.lastRound(), longest));
    }

    /** Returns the health of receiving and of sending, under ids that stay. */
    public List<ComponentHealth> components() {
        DispatchHealth sending = dispatcher.health();
        return Stream.concat(
                        hearing()
                                .map(loop -> ComponentHealth.of(bot.key() + POLL, loop.lastRound(), loop.problem()))
                                .stream(),
                        Stream.of(ComponentHealth.of(bot.key() + ".dispatch", sending.lastRun(), problem(sending))))
                .toList();
    }

    /** Returns whether the bot hears; true also for a bot that does not listen. */
    public boolean hears() {
        return receiver.isEmpty()
                || hearing()
                        .filter(loop -> loop.isHealthy()
                                && (loop.lastRound().isPresent()
                                        || receiver.get().longestPoll().isEmpty()))
                        .isPresent();
    }

    /**
     * Returns the bot's loops that hang: a round that does not end, a poll that neither succeeds nor fails. A platform
     * out of reach or a full disk is no such thing, for a new start would not mend it.
     */
    public List<ComponentHealth> loops(Timetable timetable) {
        Optional<String> hangs = timetable
                .running(dispatching())
                .filter(running -> running.compareTo(LONGEST_ROUND) > 0)
                .flatMap(running -> heartbeat.problem(dispatcher.health().lastRun(), LONGEST_ROUND));
        Optional<String> deaf =
                receiver.filter(each -> each.health().isHealthy()).flatMap(each -> tooOld(each, each.health()));
        return List.of(
                ComponentHealth.of(
                        bot.key() + POLL, receiver.flatMap(each -> each.health().lastRound()), deaf),
                ComponentHealth.of(bot.key() + ".dispatch", dispatcher.health().lastRun(), hangs));
    }

    /** A long hold without a reason is the platform's wish, for example since a month's plan is spent. */
    private Optional<String> problem(DispatchHealth health) {
        Optional<String> hold = health.heldUntil()
                .filter(until -> health.lastRun()
                        .filter(run -> until.isAfter(run.plus(LONG_HOLD)))
                        .isPresent())
                .map(until -> "the platform wants silence until " + until);
        return health.problem().or(() -> hold).or(() -> heartbeat.problem(health.lastRun(), LONGEST_ROUND));
    }

    /** Returns why the bot delivers no news at present, in English; a silence of seconds is none. */
    public Optional<String> newsRefusal() {
        if (budget.filter(Budget::tight).isPresent()) {
            return Optional.of("the month's quota is spent");
        }
        DispatchHealth sending = dispatcher.health();
        return sending.problem()
                .or(() -> sending.heldUntil()
                        .filter(until -> sending.lastRun()
                                .filter(run -> until.isAfter(run.plus(PACING)))
                                .isPresent())
                        .map(until -> "told to wait until " + until));
    }

    /** Returns how many messages are under way. */
    public int inFlight() {
        return dispatcher.health().inFlight();
    }

    /** Returns how many messages of this month's plan are spent; empty for a bot without a plan. */
    public Optional<Double> spent() {
        return budget.map(each -> (double) each.spent());
    }

    /** Returns how many messages a month's plan has, 0 for no limit; empty for a bot without a plan. */
    public Optional<Double> plan() {
        return budget.map(each -> (double) each.monthly());
    }

    private HealthIndicator remark(Budget each) {
        StatisticsStore.Awaited awaited = each.awaited();
        String line = spoken(each);
        return new HealthIndicator.Remark(
                awaited.people() == 0
                        ? line
                        : line + " " + phrases.say("budget.awaited", awaited.people(), awaited.messages()));
    }

    private String spoken(Budget each) {
        return phrases.say(
                each.monthly() == 0 ? "budget.unlimited" : "budget.status",
                bot.key(),
                each.spent(),
                each.monthly(),
                each.forecast(),
                phrases.say(
                        each.monthly() == 0 ? "budget.chats" : "budget.chats.answers",
                        of(each.groups(), each.plan().groups()),
                        of(each.users(), each.plan().users()),
                        each.answers(),
                        each.answersShare()));
    }

    /** Returns a count beside its limit; 0 is none. */
    private static String of(int count, int limit) {
        String told = limit == 0 ? "" + count : count + "/" + limit;
        return limit > 0 && count > limit ? "⚠️ " + told : told;
    }

    /** Asks the platform whether it still takes the bot's token. */
    public void checkAccount() {
        named(connection::check);
    }

    /** Returns why the platform refuses the bot, in English; empty while it does not. */
    public Optional<String> refusal() {
        return connection.refusal();
    }

    /** Returns why the platform refuses a kind of the bot's chats, in English; empty while it does not. */
    public Optional<String> featureRefusal() {
        return connection.featureRefusal();
    }

    /** Tells whether the platform has said since the start, and last, that it takes the bot. */
    public boolean accepted() {
        return connection.accepted();
    }

    /** Receives nothing more and begins nothing that can wait. */
    public void stopReceiving() {
        corrector.stop();
        receiptCounter.stop();
        receiver.ifPresent(UpdateReceiver::close);
    }

    /** Lets messages in flight come to their end, broadcasts and answers side by side. */
    public CompletableFuture<Void> stop() {
        OwnThread own = new OwnThread("end of " + connection.bot());
        CompletableFuture<Void> broadcasts = CompletableFuture.runAsync(dispatcher::stop, own);
        CompletableFuture<Void> talks = CompletableFuture.runAsync(answers::close, own);
        return CompletableFuture.allOf(broadcasts, talks);
    }

    public void close() {
        connection.close();
    }
}
