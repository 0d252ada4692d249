package vn.loa.web.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.SourceCheck;
import vn.loa.phrases.ProblemText;
import vn.loa.store.article.KnownSource;
import vn.loa.store.article.SourceStore;
import vn.loa.web.FormFields;
import vn.loa.web.WebAnswer;

/** The page of the sources: how each does and why; they are tried, paused, resumed and checked from here. */
public final class SourcesPage {
    private static final Set<String> WISHES = Set.of("thu", "kiemtra", "tamdung", "chay");

    private final SourceStore sources;
    private final OperatorCommands commands;
    private final PageRenderer pages;
    private final InstantSource clock;

    SourcesPage(SourceStore sources, OperatorCommands commands, PageRenderer pages, InstantSource clock) {
        this.clock = clock;
        this.sources = sources;
        this.commands = commands;
        this.pages = pages;
    }

    /**
     * A source as a page shows it.
     *
     * @param state ok, degraded, down, unchecked or paused
     * @param problem what is wrong, an empty string when nothing is
     * @param held whether an operator paused it, and may resume it
     */
    public record Line(
            String id,
            String name,
            String address,
            String state,
            String problem,
            Optional<Instant> since,
            Optional<Instant> lastGood,
            boolean watched,
            boolean held) {
        private Line waiting(String why, Instant from) {
            return new Line(id, name, address, state, why, Optional.of(from), lastGood, watched, held);
        }
    }

    static List<Line> lines(SourceStore sources, PageView view, Instant now) {
        return sources.known().stream()
                .map(known -> line(known, sources.check(known.source().id()), view))
                .map(line -> starved(line, sources, view, now))
                .toList();
    }

    /** A source that waits for its turn shows that, and since when, where nothing else is wrong with it. */
    private static Line starved(Line line, SourceStore sources, PageView view, Instant now) {
        Optional<Instant> since = Optional.of(line)
                .filter(each -> each.watched() && each.problem().isEmpty())
                .flatMap(each -> sources.find(each.id()))
                .flatMap(source -> sources.starvedSince(source, now));
        return since.map(at -> line.waiting(view.say("web.source.starved"), at)).orElse(line);
    }

    private static Line line(KnownSource known, SourceCheck check, PageView view) {
        String problem = check.problem()
                .filter(any -> known.isWatched())
                .map(met -> ProblemText.of(view.phrases(), met))
                .orElse("");
        return new Line(
                known.source().id(),
                known.source().name(),
                known.source().url().toString(),
                state(known, check),
                problem,
                check.problemSince(),
                check.lastGood(),
                known.isWatched(),
                known.held() && !known.paused());
    }

    private static String state(KnownSource known, SourceCheck check) {
        if (!known.isWatched()) {
            return "paused";
        }
        return check.lastCheck().isEmpty()
                ? "unchecked"
                : switch (check.health()) {
                    case OK -> "ok";
                    case DEGRADED -> "degraded";
                    case DOWN -> "down";
                };
    }

    WebAnswer answer(Visit visit) {
        ReplyView reply = new ReplyView(List.of(), "");
        FormFields form = visit.request().form();
        String wish = form.first("wish");
        String what = form.first("what").strip().replaceAll("\\s+", " ");
        if (visit.posted() && WISHES.contains(wish) && !what.isEmpty()) {
            reply = ReplyView.of(commands.say(visit.session(), "/nguon " + wish + " " + what));
        }
        return pages.page(
                200,
                "sources",
                visit.view(),
                Map.of("lines", lines(sources, visit.view(), clock.instant()), "reply", reply));
    }
}
