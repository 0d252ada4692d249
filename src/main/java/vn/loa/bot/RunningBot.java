package vn.loa.bot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.command.HealthIndicator;
import vn.loa.delivery.Answers;
import vn.loa.delivery.BotConnection;
import vn.loa.delivery.Budget;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.DispatchHealth;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.ReceiptCounter;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.schedule.Timetable;
import vn.loa.web.WebRoute;

/** One bot with all that works for it: a line with its pace, one sender, one listener. */
public final class RunningBot {
    private static final Duration DISPATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(1);
    private static final Duration CORRECT_EVERY = Duration.ofSeconds(3);

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);
    private static final Duration LONG_SILENCE = Duration.ofMinutes(10);

    private final Bot bot;
    private final Messenger messenger;
    private final Phrases phrases;
    private final BotConnection line;
    private final Answers answers;
    private final Dispatcher dispatcher;
    private final Corrector corrector;
    private final ReceiptCounter receiptCounter;
    private final Heartbeat pulse;
    private final Optional<Budget> budget;
    private final Optional<UpdateReceiver> ears;

    /**
     * What the stations of all bots have in common.
     *
     * @param workers makes what works for each of them
     */
    public record Common(BotWorkers workers, Phrases phrases, InstantSource clock) {}

    /**
     * A station; nothing runs yet.
     *
     * @param budget what the bot's plan allows
     * @param listening makes the ears, given how to answer; empty for a bot that hears in another way
     */
    public RunningBot(
            Messenger messenger,
            Common common,
            Optional<Budget> budget,
            Function<Answers, Optional<UpdateReceiver>> listening) {
        this.bot = messenger.bot();
        this.messenger = messenger;
        this.phrases = common.phrases();
        this.pulse = new Heartbeat(common.clock());
        this.budget = budget;
        this.line = common.workers().connect(messenger);
        this.answers = new Answers(line);
        this.dispatcher = common.workers().dispatcher(line, budget);
        this.corrector = common.workers().corrector(line);
        this.receiptCounter = common.workers().receiptCounter(line);
        this.ears = listening.apply(answers);
    }

    public Bot bot() {
        return bot;
    }

    /** Enters the bot's work into the timetable. */
    public void enter(Timetable timetable) {
        timetable.every(dispatching(), DISPATCH_EVERY, dispatcher::run);
        timetable.every("corrections " + bot.key(), CORRECT_EVERY, corrector::run);
        timetable.every("receipts " + bot.key(), COUNT_EVERY, receiptCounter::run);
    }

    private String dispatching() {
        return "dispatch " + bot.key();
    }

    /** Has what is due sent without waiting for the next turn. */
    public void dispatchNow(Timetable timetable) {
        timetable.now(dispatching());
    }

    /** Says something once, past the ledger and all limits, for when the database cannot be used; false if in vain. */
    public boolean sayAtOnce(ChatAddress to, OutgoingMessage message) {
        return messenger.send(to, message) instanceof SendResult.Sent;
    }

    public List<WebRoute> routes() {
        return ears.map(UpdateReceiver::routes).orElse(List.of());
    }

    public void listen() {
        ears.ifPresent(UpdateReceiver::start);
    }

    public Optional<String> botName() {
        return ears.flatMap(UpdateReceiver::botName);
    }

    /** A file that somebody sent to the bot. */
    public Optional<byte[]> fetch(String fileId) {
        return ears.flatMap(each -> each.fetch(fileId));
    }

    public List<HealthIndicator> vitals() {
        List<HealthIndicator> vitals = new ArrayList<>();
        ears.ifPresent(each -> vitals.add(each.vital()));
        DispatchHealth health = dispatcher.health();
        vitals.add(new HealthIndicator(phrases.say("vital.dispatch", bot.key()), health.lastRun(), problem(health)));
        budget.map(this::remark).ifPresent(vitals::add);
        return vitals;
    }

    /** A long silence without a reason is the platform's wish, for example since a month's plan is spent. */
    private String problem(DispatchHealth health) {
        boolean longer = health.heldUntil()
                .flatMap(until -> health.lastRun().map(run -> until.isAfter(run.plus(LONG_SILENCE))))
                .orElse(false);
        String silence = longer
                ? "the platform wants silence until " + health.heldUntil().get()
                : "";
        return Stream.of(health.problem(), silence, pulse.trouble(health.lastRun(), LONGEST_ROUND))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    private HealthIndicator remark(Budget each) {
        return HealthIndicator.remark(phrases.say(
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

    /** A count beside its limit; 0 is none. */
    private static String of(int count, int limit) {
        String told = limit == 0 ? "" + count : count + "/" + limit;
        return limit > 0 && count > limit ? "⚠️ " + told : told;
    }

    /** Hears nothing more and begins nothing that can wait. */
    public void quieten() {
        corrector.stop();
        receiptCounter.stop();
        ears.ifPresent(UpdateReceiver::close);
    }

    /** Lets what is being said come to its end, broadcasts and answers side by side. */
    public CompletableFuture<Void> stop() {
        CompletableFuture<Void> broadcasts = CompletableFuture.runAsync(dispatcher::stop);
        CompletableFuture<Void> talks = CompletableFuture.runAsync(answers::close);
        return CompletableFuture.allOf(broadcasts, talks);
    }

    public void close() {
        line.close();
    }
}
