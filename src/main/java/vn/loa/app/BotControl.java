package vn.loa.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.BotParts;
import vn.loa.bot.OwnedBot;
import vn.loa.bot.Ownership;
import vn.loa.bot.RunningBot;
import vn.loa.command.BotOperations;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.schedule.Timetable;
import vn.loa.store.chat.BotTokenStore;
import vn.loa.store.chat.BotTokenStore.Given;
import vn.loa.store.file.SecretCipher;
import vn.loa.text.Folding;
import vn.loa.web.WebServer;

/** Makes the bots of the configuration and of the database, and starts and ends others while Loa runs. */
final class BotControl implements BotOperations {
    private static final Logger log = LoggerFactory.getLogger(BotControl.class);
    private static final String TOKEN = "\\d{4,24}:[A-Za-z0-9_.~-]{6,200}";
    /** Known to those who word refusals for people. */
    private static final String SHARED = "several nodes share the bots: the configuration of each names the token";

    private static final Duration END_WITHIN = Duration.ofSeconds(8);
    /** Telegram's numbers are shorter, Zalo's have some 19 digits (facts of Zalo, 1.1). */
    private static final int LONGEST_TELEGRAM_NUMBER = 12;

    private final Channels channels;
    private final Parts parts;
    private final BotTokenStore tokens;
    /** Several nodes that share the bots take theirs from the configuration alone. */
    private final boolean alone;

    private final InstantSource clock;
    private final Map<Bot, String> configured;
    private final Map<Bot, String> inUse = new LinkedHashMap<>();
    private Optional<WebServer> web = Optional.empty();

    /**
     * Holds what running bots are made with.
     *
     * @param bots where they are kept
     * @param ownerships say whether this node runs a bot
     * @param secrets is told each token, which no log may show
     */
    record Parts(
            MetricsCollector metrics,
            RunningBot.Common common,
            BotRegistry bots,
            Timetable timetable,
            Function<Bot, Ownership> ownerships,
            Consumer<String> secrets) {}

    BotControl(Channels channels, Parts parts, Storage storage, InstantSource clock) {
        this.channels = channels;
        this.parts = parts;
        this.tokens = storage.botTokens();
        this.alone = !storage.database().onServer();
        this.clock = clock;
        this.configured = channels.tokens();
    }

    /** Makes all bots that are known; none runs yet. */
    synchronized void makeAll(Stream<Supplier<BotParts>> others) {
        inUse.putAll(configured);
        tokens.all().stream().filter(this::stillMeant).forEach(given -> inUse.put(given.bot(), given.token()));
        inUse.values().forEach(parts.secrets());
        inUse.forEach((bot, token) -> made(() -> channels.bot(bot, token)));
        Stream.concat(channels.accounts().stream(), others).forEach(this::made);
        parts.bots().controlledBy(this);
    }

    /** A token given by command stands for one of the configuration until that is changed. */
    private boolean stillMeant(Given given) {
        String now = configured.getOrDefault(given.bot(), "");
        boolean meant = now.isEmpty() || SecretCipher.digest(now).equals(given.replaces());
        if (!meant) {
            log.info(
                    "{}: the configuration has a new token, which takes the place of the one given by /bot",
                    given.bot());
            tokens.forget(given.bot());
        }
        return meant;
    }

    private OwnedBot made(Supplier<BotParts> maker) {
        OwnedBot bot = new OwnedBot(() -> measured(maker.get()), parts.common(), parts.ownerships());
        parts.bots().add(bot);
        return bot;
    }

    private BotParts measured(BotParts each) {
        return each.speakingThrough(parts.metrics().measured(each.messenger()));
    }

    /** Has routes of bots that come later answered by this server. */
    synchronized void serve(WebServer server) {
        web = Optional.of(server);
    }

    @Override
    public List<Line> bots() {
        return parts.bots().all().stream()
                .map(OwnedBot::running)
                .map(this::line)
                .toList();
    }

    private Line line(RunningBot bot) {
        String shown = bot.botName().orElseGet(() -> {
            String called = bot.capabilities().hearing().calledName();
            return called.isEmpty() ? bot.bot().name() : called;
        });
        return new Line(bot.bot(), shown, bot.freeGroups(), bot.firstProblem(), isGiven(bot.bot()));
    }

    private synchronized boolean isGiven(Bot bot) {
        return inUse.containsKey(bot) && !configured.containsKey(bot);
    }

    @Override
    public boolean isToken(String text) {
        return text.matches(TOKEN);
    }

    @Override
    public synchronized Added add(String token, PersonId by) {
        Optional<Bot> known = inUse.entrySet().stream()
                .filter(each -> each.getValue().equals(token))
                .map(Map.Entry::getKey)
                .findFirst();
        if (known.isPresent()) {
            return new Added.Known(known.get());
        }
        if (!alone) {
            return new Added.Refused(SHARED);
        }
        parts.secrets().accept(token);
        Platform platform = platform(account(token));
        try {
            return run(platform, token, channels.name(platform, token), by);
        } catch (IOException e) {
            return new Added.Refused(Objects.requireNonNullElse(e.getMessage(), "no answer"));
        }
    }

    private static String account(String token) {
        return token.substring(0, token.indexOf(':'));
    }

    /** Returns whose token it is. The other platform is not asked: a token is told to nobody else. */
    private static Platform platform(String account) {
        return account.length() > LONGEST_TELEGRAM_NUMBER ? Platform.ZALO : Platform.TELEGRAM;
    }

    private Added run(Platform platform, String token, String shown, PersonId by) {
        Optional<Bot> before = inUse.entrySet().stream()
                .filter(each -> each.getKey().platform() == platform
                        && account(each.getValue()).equals(account(token)))
                .map(Map.Entry::getKey)
                .findFirst();
        Bot bot = before.orElseGet(() -> new Bot(platform, freeName(platform, shown)));
        String replaces = Optional.ofNullable(configured.get(bot))
                .map(SecretCipher::digest)
                .orElse("");
        before.ifPresent(this::end);
        tokens.keep(new Given(bot, account(token), token, replaces), by, clock.instant());
        inUse.put(bot, token);
        OwnedBot running = made(() -> channels.bot(bot, token));
        web.ifPresent(server -> server.open(running.routes()));
        running.enter(parts.timetable());
        running.lookAfter();
        log.info("{}: runs with a token given by {}", bot, by);
        return new Added.Running(bot, shown, before.isPresent());
    }

    /** Returns a name in Loa for a new bot, made of its name on its platform. */
    private String freeName(Platform platform, String shown) {
        String plain = Folding.fold(shown).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "bot" : plain.substring(0, Math.min(30, plain.length()));
        String name = base;
        for (int number = 2; isTaken(new Bot(platform, name)); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private boolean isTaken(Bot bot) {
        return parts.bots().all().stream().anyMatch(each -> each.bot().equals(bot));
    }

    @Override
    public synchronized boolean remove(Bot bot) {
        if (!alone || !isGiven(bot) || !tokens.forget(bot)) {
            return false;
        }
        inUse.remove(bot);
        end(bot);
        log.info("{}: taken away", bot);
        return true;
    }

    /**
     * Ends a bot before another begins in its place, so that nothing is left between them. Does not wait for ever: the
     * caller may be handling an update of this very bot, which ends after that.
     */
    private void end(Bot bot) {
        parts.bots().all().stream().filter(each -> each.bot().equals(bot)).forEach(each -> {
            parts.bots().remove(each);
            each.leave(parts.timetable());
            web.ifPresent(server -> server.shut(each.routes()));
            CompletableFuture<Void> ended = CompletableFuture.runAsync(each::stopReceiving)
                    .thenCompose(done -> each.stop())
                    .whenComplete((done, failure) -> each.close());
            await(bot, ended);
        });
    }

    private static void await(Bot bot, CompletableFuture<Void> ended) {
        try {
            ended.get(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("{} did not end in time", bot, e);
        }
    }

    @Override
    public boolean takeWebhook(Bot bot) {
        return parts.bots().all().stream()
                .anyMatch(each -> each.bot().equals(bot) && each.running().takeWebhook());
    }
}
