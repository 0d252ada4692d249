package vn.loa.command.source;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.LongList;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.Roles;
import vn.loa.command.SourceOperations;
import vn.loa.fetch.PastedAddress;
import vn.loa.model.Button;
import vn.loa.model.Cadence;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Problem;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.store.AuditStore;
import vn.loa.store.KnownSource;
import vn.loa.store.SourceStore;
import vn.loa.text.Folding;

/** {@code /nguon}: the portals that are watched; operators try, add, rest, check and remove them. */
public final class SourcesCommand implements Command {
    private static final Duration EVERY = Duration.ofMinutes(15);

    /** What an operator can do: the folded words that say so, the longest first, and what is done with the rest. */
    private record Action(List<String> words, BiFunction<Request, String, Reply> run) {}

    private final SourceStore sources;
    private final SourceTrials trials;
    private final SourceOperations desk;
    private final Roles roles;
    private final AuditStore audit;
    private final Notices notices;
    private final InstantSource clock;
    private final List<Action> actions = List.of(
            new Action(List.of("thu", "try", "probe"), this::look),
            new Action(List.of("them", "add"), this::look),
            new Action(List.of("kiem tra", "kiemtra", "check"), this::check),
            new Action(List.of("tam dung", "tamdung", "dung", "pause"), this::rest),
            new Action(List.of("chay", "tiep tuc", "run", "resume"), this::run),
            new Action(List.of("chuyen", "move"), this::moved),
            new Action(List.of("xoa", "remove", "delete"), this::askRemoval));

    public SourcesCommand(CommandContext desk) {
        this.sources = new SourceStore(desk.database());
        this.trials = new SourceTrials(desk);
        this.desk = desk.sources();
        this.roles = desk.roles();
        this.audit = new AuditStore(desk.database());
        this.notices = desk.notices();
        this.clock = desk.clock();
    }

    @Override
    public String name() {
        return "nguon";
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
            lines.add(text.build());
        }
        if (operator) {
            lines.add(RichText.plain("\n" + request.say("sources.usage")));
        }
        return LongList.rich(
                RichText.builder().bold(request.say(all.isEmpty() ? "sources.none" : "sources.title")), lines);
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
            desk.check(
                    source,
                    checkup -> notices.to(
                            request.chat(), "source", SourceTrials.told(request.phrases(), source, checkup)));
            return request.plain("sources.checking", source.name());
        });
    }

    private Reply rest(Request request, String id) {
        return onWatched(request, id, source -> {
            sources.hold(source.id(), true);
            desk.rest(source);
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
        desk.watch(source);
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
            sources.find(source.id()).ifPresent(desk::watch);
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
                        new Button.Action(request.say("sources.remove.yes"), name() + ":xoa:" + source.id()),
                        new Button.Action(request.say("sources.no"), name() + ":thoi:" + source.id())))));
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

    /** The data is {@code chuyen:ID} for a portal that moved, {@code them:ID} or {@code bo:ID} for a source on trial, {@code xoa:ID} or {@code thoi:ID} else. */
    @Override
    public Reply press(Request request) {
        if (!roles.isOperator(request.person())) {
            return request.toast("rights.OPERATOR");
        }
        String[] parts = request.arguments().split(":", 2);
        Map<String, BiFunction<Request, String, Reply>> presses = Map.of(
                "chuyen",
                this::moved,
                "them",
                this::accept,
                "bo",
                this::decline,
                "xoa",
                this::remove,
                "thoi",
                (asked, id) -> kept(asked));
        return parts.length == 2 && presses.containsKey(parts[0])
                ? presses.get(parts[0]).apply(request, parts[1])
                : request.toast("press.stale");
    }

    private Reply accept(Request request, String id) {
        Optional<Source> accepted = sources.acceptDraft(id);
        if (accepted.isEmpty()) {
            return request.toast("press.stale");
        }
        Source source = accepted.get();
        note(request, "add", source);
        desk.watch(source);
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
        desk.rest(source);
        sources.remove(source.id());
        note(request, "remove", source);
        String done = request.say("sources.removed", source.name());
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    private static Reply kept(Request request) {
        String done = request.say("sources.kept");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    /** A source that was found on trial, to be watched every quarter of an hour. */
    static Source draft(SourceOperations.Trial trial, String id, String name) {
        return new Source(id, name, trial.url(), trial.system(), new Cadence.Every(EVERY), Map.of(), Set.of());
    }
}
