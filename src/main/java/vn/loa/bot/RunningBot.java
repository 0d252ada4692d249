package vn.loa.bot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vn.loa.delivery.Answers;
import vn.loa.delivery.BotConnection;
import vn.loa.delivery.Budget;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.DispatchHealth;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.ReceiptCounter;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.HealthIndicator;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.Phrases;
import vn.loa.web.WebRoute;

/** Runs one bot with all that works for it: its connection, its dispatcher, its receiver of updates. */
public final class RunningBot {

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);
    private static final Duration LONG_HOLD = Duration.ofMinutes(10);

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
        this.answers = new Answers(connection);
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

    /** Sends what is due. */
    void dispatch() {
        dispatcher.run();
    }

    /** Brings messages up to date. */
    void correct() {
        corrector.run();
    }

    /** Shows new counts of acknowledgements. */
    void showReceiptCounts() {
        receiptCounter.run();
    }

    /** Says something once, past the ledger and all limits, for when the database cannot be used; false if in vain. */
    public boolean sayAtOnce(ChatAddress to, OutgoingMessage message) {
        return messenger.send(to, message) instanceof SendResult.Sent;
    }

    public List<WebRoute> routes() {
        return receiver.map(UpdateReceiver::routes).orElse(List.of());
    }

    public void listen() {
        receiver.ifPresent(UpdateReceiver::start);
    }

    public Optional<String> botName() {
        return receiver.flatMap(UpdateReceiver::botName);
    }

    /** Returns the content of a file that somebody sent to the bot. */
    public Optional<byte[]> fetch(String fileId) {
        return receiver.flatMap(each -> each.fetch(fileId));
    }

    /** Returns the health of the bot's loops, and what operators should know of its budget. */
    public List<HealthIndicator> health() {
        List<HealthIndicator> all = new ArrayList<>();
        receiver.ifPresent(each -> all.add(each.health()));
        DispatchHealth sending = dispatcher.health();
        all.add(new HealthIndicator.OfLoop(
                phrases.say("vital.dispatch", bot.key()), sending.lastRun(), problem(sending)));
        budget.map(this::remark).ifPresent(all::add);
        return all;
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

    private HealthIndicator remark(Budget each) {
        return new HealthIndicator.Remark(phrases.say(
                each.monthly() == 0 ? "budget.unlimited" : "budget.status",
                bot.key(),
                each.spent(),
                each.monthly(),
                each.forecast(),
                phrases.say(
                        "budget.chats",
                        of(each.groups(), each.plan().groups()),
                        of(each.users(), each.plan().users()))));
    }

    /** Returns a count beside its limit; 0 is none. */
    private static String of(int count, int limit) {
        String told = limit == 0 ? "" + count : count + "/" + limit;
        return limit > 0 && count > limit ? "⚠️ " + told : told;
    }

    /** Receives nothing more and begins nothing that can wait. */
    public void stopReceiving() {
        corrector.stop();
        receiptCounter.stop();
        receiver.ifPresent(UpdateReceiver::close);
    }

    /** Lets messages in flight come to their end, broadcasts and answers side by side. */
    public CompletableFuture<Void> stop() {
        CompletableFuture<Void> broadcasts = CompletableFuture.runAsync(dispatcher::stop);
        CompletableFuture<Void> talks = CompletableFuture.runAsync(answers::close);
        return CompletableFuture.allOf(broadcasts, talks);
    }

    public void close() {
        connection.close();
    }
}
