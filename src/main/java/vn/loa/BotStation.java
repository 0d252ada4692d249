package vn.loa;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.command.Vital;
import vn.loa.delivery.Agenda;
import vn.loa.delivery.Answers;
import vn.loa.delivery.Budget;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.DispatchHealth;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.Line;
import vn.loa.delivery.Messenger;
import vn.loa.delivery.ReceiptCounter;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.Stores;
import vn.loa.delivery.Wording;
import vn.loa.model.Bot;
import vn.loa.schedule.Timetable;
import vn.loa.text.Phrases;
import vn.loa.web.WebRoute;

/** One bot with all that works for it: a line with its pace, one sender, one listener. */
final class BotStation {
    private static final Duration DISPATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(1);
    private static final Duration CORRECT_EVERY = Duration.ofSeconds(3);

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);
    private static final Duration LONG_SILENCE = Duration.ofMinutes(10);

    private final Bot bot;
    private final Phrases phrases;
    private final Line line;
    private final Answers answers;
    private final Dispatcher dispatcher;
    private final Corrector corrector;
    private final ReceiptCounter receiptCounter;
    private final Pulse pulse;
    private final Optional<Budget> budget;
    private final Optional<Ears> ears;

    /**
     * What the stations of all bots have in common.
     *
     * @param rules for chats that chose no times of their own
     */
    record Common(
            Stores stores,
            Phrases phrases,
            Wording wording,
            Agenda.Rules rules,
            RetryPolicy retries,
            InstantSource clock) {}

    /**
     * A station; nothing runs yet.
     *
     * @param budget what the bot's plan allows
     * @param listening makes the ears, given how to answer; empty for a bot that hears in another way
     */
    BotStation(
            Messenger messenger, Common common, Optional<Budget> budget, Function<Answers, Optional<Ears>> listening) {
        this.bot = messenger.bot();
        this.phrases = common.phrases();
        this.pulse = new Pulse(common.clock());
        this.budget = budget;
        this.line = new Line(messenger, common.stores(), phrases, common.clock());
        this.answers = new Answers(line);
        Dispatcher.Settings usual = Dispatcher.Settings.usual(messenger.capabilities());
        this.dispatcher = new Dispatcher(
                line,
                common.wording(),
                new Agenda.Rules(common.rules().quiet(), common.rules().zone(), budget),
                new Dispatcher.Settings(usual.senders(), usual.lease(), common.retries(), usual.random()));
        this.corrector = new Corrector(line, common.wording(), common.retries());
        this.receiptCounter = new ReceiptCounter(line, common.wording().announcement(), common.retries());
        this.ears = listening.apply(answers);
    }

    Bot bot() {
        return bot;
    }

    /** Enters the bot's work into the timetable. */
    void enter(Timetable timetable) {
        timetable.every(dispatching(), DISPATCH_EVERY, dispatcher::run);
        timetable.every("corrections " + bot.key(), CORRECT_EVERY, corrector::run);
        timetable.every("receipts " + bot.key(), COUNT_EVERY, receiptCounter::run);
    }

    private String dispatching() {
        return "dispatch " + bot.key();
    }

    /** Has what is due sent without waiting for the next turn. */
    void dispatchNow(Timetable timetable) {
        timetable.now(dispatching());
    }

    List<WebRoute> routes() {
        return ears.map(Ears::routes).orElse(List.of());
    }

    void listen() {
        ears.ifPresent(Ears::start);
    }

    Optional<String> botName() {
        return ears.flatMap(Ears::botName);
    }

    /** A file that somebody sent to the bot. */
    Optional<byte[]> fetch(String fileId) {
        return ears.flatMap(each -> each.fetch(fileId));
    }

    List<Vital> vitals() {
        List<Vital> vitals = new ArrayList<>();
        ears.ifPresent(each -> vitals.add(each.vital()));
        DispatchHealth health = dispatcher.health();
        vitals.add(new Vital(phrases.say("vital.dispatch", bot.key()), health.lastRun(), problem(health)));
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

    private Vital remark(Budget each) {
        return Vital.remark(phrases.say(
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
    void quieten() {
        corrector.stop();
        receiptCounter.stop();
        ears.ifPresent(Ears::close);
    }

    /** Lets what is being said come to its end, broadcasts and answers side by side. */
    CompletableFuture<Void> stop() {
        CompletableFuture<Void> broadcasts = CompletableFuture.runAsync(dispatcher::stop);
        CompletableFuture<Void> talks = CompletableFuture.runAsync(answers::close);
        return CompletableFuture.allOf(broadcasts, talks);
    }

    void close() {
        line.close();
    }
}
