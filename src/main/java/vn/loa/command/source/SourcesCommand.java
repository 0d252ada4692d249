package vn.loa.command.source;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.SourceOperations;
import vn.loa.command.menu.LongList;
import vn.loa.command.role.Roles;
import vn.loa.fetch.PastedAddress;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Cadence;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Problem;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.phrases.DateFormats;
import vn.loa.store.article.KnownSource;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.text.Folding;

/** Runs {@code /nguon}: lists the watched portals; operators try, add, rest, check and remove them. */
public final class SourcesCommand implements Command {
    private static final String NAME = "nguon";
    private static final String ACCEPT = "them";
    private static final String DECLINE = "bo";
    private static final String REMOVE = "xoa";
    private static final String KEEP = "thoi";
    private static final String MOVE = "chuyen";
    private static final Duration EVERY = Duration.ofMinutes(15);

    /**
     * Represents something an operator can do: its folded words, the longest first, and the code that takes the rest.
     */
    private record Action(List<String> words, BiFunction<Request, String, Reply> run) {}

    private final SourceStore sources;
    private final SourceTrials trials;
    private final SourceOperations operations;
    private final Roles roles;
    private final AuditStore audit;
    private final Notices notices;
    private final InstantSource clock;
    private final ZoneId zone;
    private final List<Action> actions = List.of(
            new Action(List.of("thu", "try", "probe"), this::look),
            new Action(List.of("them", "add"), this::look),
            new Action(List.of("kiem tra", "kiemtra", "check"), this::check),
            new Action(List.of("tam dung", "tamdung", "dung", "pause"), this::rest),
            new Action(List.of("chay", "tiep tuc", "run", "resume"), this::run),
            new Action(List.of(MOVE, "move"), this::moved),
            new Action(List.of("xoa", "remove", "delete"), this::askRemoval));

    public SourcesCommand(CommandContext context, SourceStore sources, SourceTrials trials) {
        this.sources = sources;
        this.trials = trials;
        this.operations = context.program().sources();
        this.roles = context.roles();
        this.audit = context.audit();
        this.notices = context.notices();
        this.clock = context.clock();
        this.zone = context.zone();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("sources", "nguontin");
    }

    @Override
    public List<String> plainWords() {
        return List.of("nguon tin", "nguon", "sources");
    }

    @Override
    public boolean takes(String rest) {
        String folded = Folding.fold(rest) + " ";
        return actions.stream()
                .flatMap(action -> action.words().stream())
                .anyMatch(each -> folded.startsWith(each + " "));
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        if (request.arguments().isEmpty()) {
            return Reply.of(list(request).toArray(OutgoingMessage[]::new));
        }
        if (!roles.isOperator(request.person())) {
            return request.plain("rights.OPERATOR");
        }
        String folded = Folding.fold(request.arguments()) + " ";
        for (Action action : actions) {
            for (String words : action.words()) {
                if (folded.startsWith(words + " ")) {
                    return action.run().apply(request, rest(request.arguments(), words));
                }
            }
        }
        return request.plain("sources.usage");
    }

    private static String rest(String arguments, String words) {
        List<String> typed = List.of(arguments.strip().split("\\s+"));
        return String.join(" ", typed.subList(words.split(" ").length, typed.size()));
    }

    private List<OutgoingMessage> list(Request request) {
        boolean operator = roles.isOperator(request.person());
        List<KnownSource> all = sources.known().stream()
                .filter(known -> operator || known.isWatched())
                .toList();
        List<RichText> lines = new ArrayList<>();
        for (KnownSource known : all) {
            Source source = known.source();
            RichText.Builder text = RichText.builder()
                    .plain("• ")
                    .link(source.name(), source.url())
                    .plain(" (" + source.id() + ")");
            if (!known.isWatched()) {
                text.plain(" – " + request.say(known.held() ? "sources.held" : "sources.unconfigured"));
            }
            starved(known).ifPresent(since -> text.plain(" – " + request.say("sources.starved", since)));
            lines.add(text.build());
        }
        lines.add(RichText.plain("\n" + request.say(operator ? "sources.usage" : "sources.follow")));
        return LongList.rich(
                RichText.builder().bold(request.say(all.isEmpty() ? "sources.none" : "sources.title")), lines);
    }

    private Optional<String> starved(KnownSource known) {
        return Optional.of(known)
                .filter(KnownSource::isWatched)
                .flatMap(each -> sources.starvedSince(each.source(), clock.instant()))
                .map(since -> DateFormats.minute(since, zone));
    }

    private Reply look(Request request, String words) {
        String[] parts = words.split("\\s+", 2);
        Optional<URI> url = PastedAddress.read(parts[0]);
        if (url.isEmpty()) {
            return request.plain("sources.no-address", parts[0]);
        }
        trials.begin(request, url.get(), parts.length > 1 ? parts[1] : "");
        return request.plain("sources.looking", url.get());
    }

    private Reply check(Request request, String id) {
        return onWatched(request, id, source -> {
            operations.check(
                    source,
                    checkup -> notices.to(
                            request.chat(), "source", SourceTrials.told(request.phrases(), source, checkup)));
            return request.plain("sources.checking", source.name());
        });
    }

    private Reply rest(Request request, String id) {
        return onWatched(request, id, source -> {
            sources.hold(source.id(), true);
            operations.rest(source);
            note(request, "rest", source);
            return request.plain("sources.rested", source.name(), source.id());
        });
    }

    private Reply run(Request request, String id) {
        Optional<KnownSource> known = sources.knownAs(id);
        if (known.isEmpty()) {
            return request.plain("sources.unknown", id);
        }
        Source source = known.get().source();
        if (known.get().paused()) {
            return request.plain("sources.in-config", source.name());
        }
        sources.hold(source.id(), false);
        operations.watch(source);
        note(request, "watch", source);
        return request.plain("sources.running", source.name());
    }

    /** Takes over the address to which a portal says that it has moved for good. */
    private Reply moved(Request request, String id) {
        Optional<KnownSource> known = sources.knownAs(id);
        if (known.isEmpty()) {
            return request.plain("sources.unknown", id);
        }
        Source source = known.get().source();
        Optional<URI> target = sources.check(source.id())
                .problem()
                .filter(problem -> problem.kind() == Problem.Kind.MOVED)
                .map(problem -> URI.create(problem.detail()));
        if (target.isEmpty()) {
            return request.plain("sources.not-moved", source.name());
        }
        sources.moveTo(source.id(), target.get());
        note(request, "move", source);
        if (known.get().isWatched()) {
            sources.find(source.id()).ifPresent(operations::watch);
        }
        String phrase = known.get().configured() ? "sources.moved.configured" : "sources.moved";
        return request.plain(phrase, source.name(), target.get());
    }

    private Reply askRemoval(Request request, String id) {
        Optional<KnownSource> known = sources.knownAs(id);
        if (known.isEmpty()) {
            return request.plain("sources.unknown", id);
        }
        Source source = known.get().source();
        if (known.get().configured() && !known.get().paused()) {
            return request.plain("sources.configured", source.name());
        }
        String question = request.say("sources.remove", source.name(), sources.followers(source.id()));
        return Reply.of(OutgoingMessage.plain(question)
                .withButtons(List.of(List.of(
                        new Button.Action(request.say("sources.remove.yes"), ButtonData.of(NAME, REMOVE, source.id())),
                        new Button.Action(request.say("sources.no"), ButtonData.of(NAME, KEEP, source.id()))))));
    }

    private Reply onWatched(Request request, String id, Function<Source, Reply> action) {
        Optional<KnownSource> known = sources.knownAs(id);
        if (known.isEmpty()) {
            return request.plain("sources.unknown", id);
        }
        return known.get().isWatched()
                ? action.apply(known.get().source())
                : request.plain("sources.not-watched", known.get().source().name());
    }

    private void note(Request request, String action, Source source) {
        audit.add(request.person().key(), "source " + action, source.id() + " " + source.url(), clock.instant());
    }

    /**
     * Answers a button: {@code chuyen:ID} for a portal that moved, {@code them:ID} or {@code bo:ID} for a source on
     * trial, {@code xoa:ID} or {@code thoi:ID} else.
     */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (!roles.isOperator(request.person())) {
            return request.toast("rights.OPERATOR");
        }
        Map<String, BiFunction<Request, String, Reply>> presses = Map.of(
                MOVE, this::moved,
                ACCEPT, this::accept,
                DECLINE, this::decline,
                REMOVE, this::remove,
                KEEP, (asked, id) -> kept(asked));
        return data.size() > 1 && presses.containsKey(data.field(0))
                ? presses.get(data.field(0)).apply(request, data.from(1))
                : request.toast("press.stale");
    }

    private Reply accept(Request request, String id) {
        Optional<Source> accepted = sources.acceptDraft(id);
        if (accepted.isEmpty()) {
            return request.toast("press.stale");
        }
        Source source = accepted.get();
        note(request, "add", source);
        operations.watch(source);
        String done = request.say("sources.added", source.name(), source.id());
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    private Reply decline(Request request, String id) {
        sources.dropDraft(id);
        String done = request.say("sources.declined");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    private Reply remove(Request request, String id) {
        Optional<KnownSource> known = sources.knownAs(id);
        if (known.isEmpty()) {
            return request.toast("press.stale");
        }
        Source source = known.get().source();
        operations.rest(source);
        sources.remove(source.id());
        note(request, "remove", source);
        String done = request.say("sources.removed", source.name());
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    private static Reply kept(Request request) {
        String done = request.say("sources.kept");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    /** Returns the data of the button that begins to watch a source on trial. */
    static ButtonData accepting(String id) {
        return ButtonData.of(NAME, ACCEPT, id);
    }

    /** Returns the data of the button that forgets a source on trial. */
    static ButtonData declining(String id) {
        return ButtonData.of(NAME, DECLINE, id);
    }

    /** Makes a source of a trial, to be watched every quarter of an hour. */
    static Source draft(SourceOperations.Trial trial, String id, String name) {
        return new Source(id, name, trial.url(), trial.system(), new Cadence.Every(EVERY), Map.of(), Set.of());
    }
}
