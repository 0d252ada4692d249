package vn.loa.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.BotParts;
import vn.loa.bot.OwnedBot;
import vn.loa.bot.Ownership;
import vn.loa.bot.RunningBot;
import vn.loa.command.BotOperations;
import vn.loa.command.role.WebFiles;
import vn.loa.model.Bot;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.schedule.OwnThread;
import vn.loa.schedule.Timetable;
import vn.loa.store.ServerWaking;
import vn.loa.store.chat.BotTokenStore;
import vn.loa.store.chat.BotTokenStore.Given;
import vn.loa.store.chat.OaAccountStore;
import vn.loa.store.chat.OaAccountStore.Known;
import vn.loa.store.file.SecretCipher;
import vn.loa.web.WebRoute;
import vn.loa.web.WebServer;
import vn.loa.zalo.oa.OaGrant;
import vn.loa.zalo.oa.consent.OaConsents;

/** Makes the bots of the configuration and of the database, and starts and ends others while Loa runs. */
final class BotControl implements BotOperations, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BotControl.class);
    private static final String TOKEN = "\\d{4,24}:[A-Za-z0-9_.~-]{6,200}";
    /** The name in the timetable of the look for bots that other nodes were given. */
    static final String GIVEN = "given bots";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Duration END_WITHIN = Duration.ofSeconds(8);
    /** The longest that a stop waits for a bot that is being started. */
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(2);
    /** Telegram's numbers are shorter, Zalo's have some 19 digits (facts of Zalo, 1.1). */
    private static final int LONGEST_TELEGRAM_NUMBER = 12;

    private final Channels channels;
    private final Parts parts;
    private final BotTokenStore tokens;
    private final OaAccountStore accounts;
    private final Storage storage;
    private final InstantSource clock;
    private final Map<Bot, String> configured;
    private final Map<Bot, Wanted> inUse = new LinkedHashMap<>();
    private final FreeBotNames names;
    private final ConsentedAccounts consented;
    /** Completed when Loa stops. */
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();

    private final Set<CompletableFuture<Void>> endings = ConcurrentHashMap.newKeySet();
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

    /**
     * A bot that is to run.
     *
     * @param version its token, or when its account consented; another one needs the bot made anew
     */
    private record Wanted(String version, Supplier<BotParts> maker) {
        boolean sameAs(@Nullable Wanted other) {
            return other != null && other.version().equals(version);
        }
    }

    BotControl(Channels channels, Parts parts, Storage storage, InstantSource clock) {
        this.channels = channels;
        this.parts = parts;
        this.tokens = storage.botTokens();
        this.accounts = storage.oaAccounts();
        this.storage = storage;
        this.clock = clock;
        this.configured = channels.tokens();
        this.names = new FreeBotNames(parts.bots(), storage);
        this.consented = new ConsentedAccounts(channels, storage, names, clock);
    }

    /** Makes all bots that are known; none runs yet. */
    synchronized void makeAll(Stream<Supplier<BotParts>> others) {
        inUse.putAll(wanted());
        inUse.values().forEach(each -> made(each.maker()));
        others.forEach(this::made);
        parts.bots().controlledBy(this);
        if (storage.database().onServer()) {
            parts.timetable().every(GIVEN, LOOK_EVERY, this::sync);
        }
    }

    /** Returns the bots that are to run, in an order that all nodes have in common. */
    private Map<Bot, Wanted> wanted() {
        Map<Bot, String> known = new LinkedHashMap<>(configured);
        tokens.all().stream()
                .filter(this::stillMeant)
                .sorted(Comparator.comparing(given -> given.bot().key()))
                .forEach(given -> known.put(given.bot(), given.token()));
        known.values().forEach(parts.secrets());
        Map<Bot, Wanted> wanted = new LinkedHashMap<>();
        known.forEach((bot, token) -> wanted.put(bot, new Wanted(token, () -> channels.bot(bot, token))));
        Map<Bot, String> consents = accounts.all().stream()
                .filter(Known::consented)
                .collect(Collectors.toMap(Known::bot, each -> each.changed().toString()));
        channels.accounts().forEach((bot, maker) -> wanted.put(bot, new Wanted(consents.getOrDefault(bot, ""), maker)));
        return wanted;
    }

    /** Brings the bots that run into line with those that are configured or given, here or at another node. */
    synchronized void sync() {
        if (stopping.isDone()) {
            return;
        }
        Map<Bot, Wanted> wanted = wanted();
        Map.copyOf(inUse).entrySet().stream()
                .filter(each -> !each.getValue().sameAs(wanted.get(each.getKey())))
                .map(Map.Entry::getKey)
                .forEach(this::end);
        wanted.forEach((bot, each) -> {
            if (!inUse.containsKey(bot) && !stopping.isDone()) {
                start(bot, each);
            }
        });
        parts.bots().order(List.copyOf(wanted.keySet()));
    }

    private void start(Bot bot, Wanted each) {
        OwnedBot running = made(each.maker());
        inUse.put(bot, each);
        web.ifPresent(server -> server.open(running.routes()));
        running.enter(parts.timetable());
        running.lookAfter();
        log.info("{}: runs with what was given by command", bot);
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
            String account = accounts.of(bot.bot()).map(Known::name).orElse("");
            return Stream.of(called, account)
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse(bot.bot().name());
        });
        return new Line(bot.bot(), shown, bot.freeGroups(), bot.firstProblem(), isGiven(bot.bot()));
    }

    private synchronized boolean isGiven(Bot bot) {
        return inUse.containsKey(bot)
                && !configured.containsKey(bot)
                && channels.configuredRefreshToken(bot).isEmpty();
    }

    @Override
    public boolean isToken(String text) {
        return text.matches(TOKEN);
    }

    /** Asks the platform first, without keeping anybody from starting or ending bots meanwhile. */
    @Override
    public Added add(String token, PersonId by) {
        Optional<Bot> known = running(token);
        if (known.isPresent()) {
            return new Added.Known(known.get());
        }
        parts.secrets().accept(token);
        Platform platform = platform(account(token));
        try {
            return run(platform, token, channels.name(platform, token), by);
        } catch (IOException e) {
            return new Added.Refused(Objects.requireNonNullElse(e.getMessage(), "no answer"));
        }
    }

    private synchronized Optional<Bot> running(String token) {
        return inUse.entrySet().stream()
                .filter(each -> each.getValue().version().equals(token))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String account(String token) {
        return token.substring(0, token.indexOf(':'));
    }

    /** Returns whose token it is. The other platform is not asked: a token is told to nobody else. */
    private static Platform platform(String account) {
        return account.length() > LONGEST_TELEGRAM_NUMBER ? Platform.ZALO : Platform.TELEGRAM;
    }

    private synchronized Added run(Platform platform, String token, String shown, PersonId by) {
        Optional<Bot> meanwhile = running(token);
        if (meanwhile.isPresent()) {
            return new Added.Known(meanwhile.get());
        }
        if (stopping.isDone()) {
            return new Added.Refused("Loa stops");
        }
        Optional<Bot> before = inUse.entrySet().stream()
                .filter(each -> each.getKey().platform() == platform
                        && isToken(each.getValue().version())
                        && account(each.getValue().version()).equals(account(token)))
                .map(Map.Entry::getKey)
                .findFirst();
        Bot bot = before.orElseGet(() -> new Bot(platform, names.free(platform, shown)));
        String replaces = Optional.ofNullable(configured.get(bot))
                .map(SecretCipher::digest)
                .orElse("");
        before.ifPresent(this::end);
        tokens.keep(new Given(bot, account(token), token, replaces), by, clock.instant());
        log.info("{}: given by {}", bot, by);
        ServerWaking.botsChanged(storage.database());
        sync();
        return new Added.Running(bot, shown, before.isPresent());
    }

    @Override
    public ConsentOffer consent(PersonId by) {
        return channels.consents()
                .<ConsentOffer>map(each -> new ConsentOffer.Link(each.link(by)))
                .orElseGet(() -> new ConsentOffer.Missing(channels.missingForConsents()));
    }

    @Override
    public Added consented(String code, String verifier, PersonId by) {
        try {
            return kept(channels.grant(code, verifier), by);
        } catch (IOException e) {
            log.warn("the consent of an Official Account came to nothing: {}", e.getMessage());
            return new Added.Refused(Objects.requireNonNullElse(e.getMessage(), "no answer"));
        } catch (RuntimeException e) {
            log.error("the consent of an Official Account could not be kept", e);
            return new Added.Refused("not written down");
        }
    }

    /**
     * Keeps what the consent gave before anything waits for a bot to end: the code is spent already. The account is started
     * on a thread of its own: an old one may take longer to end than the browser waits.
     */
    private Added kept(OaGrant grant, PersonId by) {
        ConsentedAccounts.Kept kept = consented.keep(grant, by);
        channels.tellConsented(by, kept.bot(), kept.shown());
        ServerWaking.botsChanged(storage.database());
        CompletableFuture.runAsync(this::sync, new OwnThread("start of " + kept.bot()))
                .exceptionally(failure -> {
                    log.error("{}: it does not start", kept.bot(), failure);
                    return null;
                });
        return new Added.Running(kept.bot(), kept.shown(), kept.before());
    }

    /** Returns what makes links by which Official Accounts consent; empty where there can be none. */
    Optional<OaConsents> consents() {
        return channels.consents();
    }

    /** Returns what shows files that came by a page. */
    UploadPreview uploads() {
        return channels.uploads();
    }

    /** Returns the links to files. */
    WebFiles files() {
        return channels.files();
    }

    /** Returns the routes that are no bot's own. */
    List<WebRoute> routes() {
        return channels.routes();
    }

    @Override
    public synchronized boolean remove(Bot bot) {
        if (stopping.isDone() || !isGiven(bot) || !(tokens.forget(bot) || accounts.forget(bot))) {
            return false;
        }
        ServerWaking.botsChanged(storage.database());
        sync();
        log.info("{}: taken away", bot);
        return true;
    }

    /**
     * Ends a bot before another begins in its place, so that nothing is left between them. Does not wait for ever: the
     * caller may be handling an update of this very bot, which ends after that.
     */
    private void end(Bot bot) {
        inUse.remove(bot);
        parts.bots().all().stream().filter(each -> each.bot().equals(bot)).forEach(each -> {
            parts.bots().remove(each);
            each.leave(parts.timetable());
            web.ifPresent(server -> server.shut(each.routes()));
            CompletableFuture<Void> ended = CompletableFuture.runAsync(
                            each::stopReceiving, new OwnThread("end of " + bot))
                    .thenCompose(done -> each.stop())
                    .whenComplete((done, failure) -> each.close());
            endings.add(ended);
            Endings.await(bot.key(), CompletableFuture.anyOf(ended, stopping), END_WITHIN);
        });
        endings.removeIf(CompletableFuture::isDone);
    }

    /** Begins no more bots; none begins any more when it returns, however long another thread takes to begin one. */
    @Override
    public void close() {
        stopping.complete(null);
        CompletableFuture<Void> begun = CompletableFuture.runAsync(this::sync, new OwnThread("end of bots"));
        Endings.await("what bots there are", begun, BEGIN_WITHIN);
    }

    /**
     * Waits for bots that were being replaced or taken away, until a moment at most: they write down what became of their
     * messages.
     */
    void awaitEndings(MonotonicDeadline end) {
        CompletableFuture<Void> all = CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new));
        Endings.await("bots that were taken away", all, end.left());
    }

    @Override
    public boolean takeWebhook(Bot bot) {
        return parts.bots().all().stream()
                .anyMatch(each -> each.bot().equals(bot) && each.running().takeWebhook());
    }
}
