package vn.loa.command.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.HealthIndicator;
import vn.loa.command.LongList;
import vn.loa.command.ProblemText;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.ChatState;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.phrases.DateFormats;
import vn.loa.store.ArticleStore;
import vn.loa.store.ChatStore;
import vn.loa.store.DeliveryStore;
import vn.loa.store.DigestStore;
import vn.loa.store.HeadlineStore;
import vn.loa.store.SourceStore;
import vn.loa.store.SourceWatchStore;
import vn.loa.store.SpeakingStore;

/** {@code /trangthai}: how Loa does, for operators. */
public final class StatusCommand implements Command {
    private final SourceStore sources;
    private final SourceWatchStore watched;
    private final ArticleStore articles;
    private final HeadlineStore headlines;
    private final DeliveryStore deliveries;
    private final DigestStore digests;
    private final SpeakingStore speaking;
    private final ChatStore chats;
    private final Supplier<List<HealthIndicator>> vitals;
    private final ZoneId zone;
    private final InstantSource clock;

    public StatusCommand(CommandContext desk) {
        this.sources = new SourceStore(desk.database());
        this.watched = new SourceWatchStore(desk.database());
        this.articles = new ArticleStore(desk.database());
        this.headlines = new HeadlineStore(desk.database());
        this.deliveries = new DeliveryStore(desk.database());
        this.digests = new DigestStore(desk.database());
        this.speaking = new SpeakingStore(desk.database());
        this.chats = new ChatStore(desk.database());
        this.vitals = desk.vitals();
        this.zone = desk.zone();
        this.clock = desk.clock();
    }

    @Override
    public String name() {
        return "trangthai";
    }

    @Override
    public List<String> aliases() {
        return List.of("status");
    }

    @Override
    public List<String> plainWords() {
        return List.of("trang thai", "status");
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        List<RichText> lines = new ArrayList<>();
        sources.active().forEach(source -> lines.add(source(request, source)));
        lines.add(RichText.plain(ledger(request) + held(request)));
        lines.add(RichText.plain(chats(request)));
        vitals.get().forEach(vital -> lines.add(RichText.plain(vital(request, vital))));
        return Reply.of(LongList.rich(RichText.builder().bold(request.say("status.title")), lines)
                .toArray(OutgoingMessage[]::new));
    }

    private RichText source(Request request, Source source) {
        SourceCheck check = sources.check(source.id());
        String health = request.say("health." + check.health().name());
        RichText.Builder line = RichText.builder()
                .plain(health + " ")
                .bold(source.name())
                .plain(": "
                        + request.say(
                                "status.source",
                                articles.count(source.id()),
                                time(request, check.lastCheck()),
                                time(request, check.lastGood())));
        int waiting = headlines.waiting(source.id());
        if (waiting > 0) {
            line.plain(" " + request.say("status.waiting", waiting));
        }
        int skipped = watched.skipped(source.id());
        if (skipped > 0) {
            line.plain(" " + request.say("status.skipped", skipped));
        }
        check.problem()
                .ifPresent(problem -> line.plain("\n   "
                        + request.say(
                                "status.problem",
                                ProblemText.of(request.phrases(), problem),
                                time(request, check.healthSince()))));
        return line.build();
    }

    private String ledger(Request request) {
        String counts = request.say(
                "status.ledger",
                deliveries.count(DeliveryState.SENT),
                deliveries.count(DeliveryState.QUEUED) + deliveries.count(DeliveryState.SENDING),
                deliveries.count(DeliveryState.DEAD));
        int doubtful = deliveries.doubtful();
        return doubtful == 0 ? counts : counts + "\n" + request.say("status.doubtful", doubtful);
    }

    private String held(Request request) {
        int waiting = digests.held(clock.instant());
        int paused = speaking.paused(clock.instant());
        return waiting + paused == 0 ? "" : "\n" + request.say("status.held", waiting, paused);
    }

    private String chats(Request request) {
        return request.say(
                "status.chats",
                chats.inState(ChatState.ACTIVE).size(),
                chats.inState(ChatState.PENDING).size(),
                chats.inState(ChatState.CLOSED).size());
    }

    private String vital(Request request, HealthIndicator vital) {
        String line =
                vital.remark() ? vital.name() : request.say("status.vital", vital.name(), time(request, vital.last()));
        return vital.trouble().isEmpty()
                ? line
                : line + " " + request.say("status.trouble", FailureReasons.toldIfKnown(request, vital.trouble()));
    }

    private String time(Request request, Optional<Instant> instant) {
        return instant.map(told -> DateFormats.minute(told, zone)).orElseGet(() -> request.say("status.never"));
    }
}
