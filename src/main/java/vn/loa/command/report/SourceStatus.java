package vn.loa.command.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Request;
import vn.loa.model.Problem;
import vn.loa.model.RichText;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.phrases.ProblemText;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;

/** Describes the state of the watched sources, a line each. */
public final class SourceStatus {
    /** So many sources are told of one by one. */
    private static final int FEW = 5;

    private static final int MOST_PROBLEMS = 2;

    private final SourceStore sources;
    private final ArticleStore articles;
    private final HeadlineStore headlines;
    private final SourceWatchStore watched;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the status of the sources.
     *
     * @param zone the time zone for times
     */
    public SourceStatus(
            SourceStore sources,
            ArticleStore articles,
            HeadlineStore headlines,
            SourceWatchStore watched,
            ZoneId zone,
            InstantSource clock) {
        this.clock = clock;
        this.sources = sources;
        this.articles = articles;
        this.headlines = headlines;
        this.watched = watched;
        this.zone = zone;
    }

    List<RichText> lines(Request request) {
        List<Source> active = sources.active();
        return active.size() <= FEW
                ? active.stream().map(source -> source(request, source)).toList()
                : illOnes(request, active);
    }

    private List<RichText> illOnes(Request request, List<Source> active) {
        List<Source> ill = active.stream()
                .filter(source -> sources.check(source.id()).problem().isPresent()
                        || sources.starvedSince(source, clock.instant()).isPresent())
                .toList();
        List<RichText> lines = new ArrayList<>();
        lines.add(RichText.plain(request.say("status.sources", active.size() - ill.size(), active.size())));
        ill.stream().limit(MOST_PROBLEMS).forEach(source -> lines.add(source(request, source)));
        if (ill.size() > MOST_PROBLEMS) {
            lines.add(RichText.plain(request.say("status.sources.more", ill.size() - MOST_PROBLEMS)));
        }
        return lines;
    }

    private RichText source(Request request, Source source) {
        SourceCheck check = sources.check(source.id());
        RichText.Builder line = RichText.builder()
                .plain(request.say("health." + check.health().name()) + " ")
                .bold(source.name())
                .plain(": " + counted(request, source, check))
                .plain(more(request, "status.waiting", headlines.waiting(source.id())))
                .plain(more(request, "status.skipped", watched.skipped(source.id())));
        check.problem().ifPresent(problem -> line.plain("\n   " + told(request, problem, check)));
        sources.starvedSince(source, clock.instant())
                .ifPresent(since -> line.plain("\n   " + starved(request.phrases(), since, zone)));
        return line.build();
    }

    private static String more(Request request, String key, int count) {
        return count > 0 ? " " + request.say(key, count) : "";
    }

    private String counted(Request request, Source source, SourceCheck check) {
        return request.say(
                "status.source",
                articles.count(source.id()),
                time(request, check.lastCheck(), zone),
                time(request, check.lastGood(), zone));
    }

    /** Says that a source waits for its turn, and what helps. */
    public static String starved(Phrases phrases, Instant since, ZoneId zone) {
        return phrases.say("status.starved", DateFormats.minute(since, zone));
    }

    private String told(Request request, Problem problem, SourceCheck check) {
        String what = ProblemText.of(request.phrases(), problem);
        String since = check.problemSince()
                .map(at -> " " + request.say("status.since", DateFormats.minute(at, zone)))
                .orElse("");
        return request.say(problem.isQuiet() ? "status.quiet" : "status.problem", what) + since;
    }

    static String time(Request request, Optional<Instant> instant, ZoneId zone) {
        return instant.map(told -> DateFormats.minute(told, zone)).orElseGet(() -> request.say("status.never"));
    }
}
