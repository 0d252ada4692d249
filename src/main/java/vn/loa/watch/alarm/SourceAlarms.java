package vn.loa.watch.alarm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import vn.loa.model.AlarmState;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.phrases.Phrases;
import vn.loa.phrases.ProblemText;
import vn.loa.store.Database;
import vn.loa.store.article.SourceWatchStore;

/** Tells operators how sources do, each in the transaction that remembers that they know. */
public final class SourceAlarms {
    private static final String TOPIC = "source";
    /** A source whose addresses change at every visit is told of once. */
    private static final Duration BETWEEN_CHANGES = Duration.ofDays(30);

    private final Database database;
    private final SourceWatchStore watched;
    private final OperatorAlert alarm;
    private final Phrases phrases;
    private final InstantSource clock;

    public SourceAlarms(
            Database database, SourceWatchStore watched, OperatorAlert alarm, Phrases phrases, InstantSource clock) {
        this.database = database;
        this.watched = watched;
        this.alarm = alarm;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Judges a source after a check. To be called once a check. */
    public void judge(Source source, SourceCheck check) {
        database.transaction(() -> {
            AlarmState before = watched.alarm(source.id());
            AlarmPolicy.Decision decision = AlarmPolicy.after(before, check, clock.instant());
            if (!decision.state().equals(before)) {
                watched.saveAlarm(source.id(), decision.state());
            }
            switch (decision.telling()) {
                case NOTHING -> {}
                case ILL -> tellTrouble("source.trouble", source, check);
                case FLAPPING -> tellTrouble("source.flapping", source, check);
                case WELL -> tell(phrases.say("source.healed", source.name()));
            }
            check.problem().filter(Problem::isQuiet).ifPresent(quiet -> tellOfQuiet(source, quiet));
        });
    }

    /**
     * Tells once that a source is quiet, and once more when its site is found not to be. What was told holds until the
     * source has news, however many checks fail meanwhile.
     */
    private void tellOfQuiet(Source source, Problem quiet) {
        String told = watched.quietTold(source.id());
        String is = quiet.kind().name();
        if (!told.equals(is) && !told.equals(Problem.Kind.LIST_STANDS_STILL.name())) {
            watched.quietTold(source.id(), is);
            tell(words("source.quiet", source, quiet));
        }
    }

    /** Tells once that nearly all addresses of a list changed and that nothing was announced because of it. */
    public void addressesChanged(Source source, int moved) {
        boolean told = watched.addressesToldAt(source.id())
                .filter(at -> clock.instant().isBefore(at.plus(BETWEEN_CHANGES)))
                .isPresent();
        if (!told) {
            tell(phrases.say("source.addresses", source.name(), moved, source.url()));
        }
        watched.addressesTold(source.id(), clock.instant());
    }

    private void tell(String text) {
        alarm.tell(TOPIC, OutgoingMessage.plain(text));
    }

    private void tellTrouble(String phrase, Source source, SourceCheck check) {
        OutgoingMessage message = OutgoingMessage.plain(trouble(phrase, source, check));
        boolean moved = check.problem()
                .filter(problem -> problem.kind() == Problem.Kind.MOVED)
                .isPresent();
        alarm.tell(TOPIC, moved ? message.withButtons(List.of(List.of(acceptance(source)))) : message);
    }

    private Button acceptance(Source source) {
        return new Button.Action(phrases.say("source.moved.accept"), ButtonData.of("nguon", "chuyen", source.id()));
    }

    private String trouble(String phrase, Source source, SourceCheck check) {
        return check.problem()
                .map(problem -> words(phrase, source, problem))
                .orElseGet(() -> phrases.say(phrase, source.name(), "", source.url(), ""));
    }

    private String words(String phrase, Source source, Problem problem) {
        String what = ProblemText.of(phrases, problem);
        String fix = phrases.say("fix." + problem.kind().name(), problem.detail(), source.id());
        return phrases.say(phrase, source.name(), what, source.url(), fix);
    }
}
