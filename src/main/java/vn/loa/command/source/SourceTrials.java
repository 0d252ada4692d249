package vn.loa.command.source;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Request;
import vn.loa.command.SourceOperations;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Source;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.phrases.ProblemText;
import vn.loa.store.Database;
import vn.loa.store.article.SourceStore;

/**
 * Tries addresses for operators: the result is sent to the chat later, with a button to watch the address. The data of
 * the button stands in the database, so it still works after a restart.
 */
public final class SourceTrials {
    private final Database database;
    private final SourceStore sources;
    private final SourceOperations operations;
    private final Notices notices;
    private final Phrases phrases;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the trials of sources.
     *
     * @param phrases the phrases for an operator whose language is not at hand any more
     */
    public SourceTrials(CommandContext context, SourceStore sources, Phrases phrases) {
        this.database = context.database();
        this.sources = sources;
        this.operations = context.program().sources();
        this.notices = context.notices();
        this.phrases = phrases;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Reads an address and tells the chat; {@code name} may be empty. */
    void begin(Request request, URI url, String name) {
        Chat chat = request.chat();
        operations.look(url, trial -> tell(chat, trial, name.isBlank() ? trial.name() : name));
    }

    private void tell(Chat chat, SourceOperations.Trial trial, String name) {
        database.transaction(() -> {
            OutgoingMessage message = OutgoingMessage.of(text(trial, name));
            notices.to(chat, "source trial", trial.problem().isPresent() ? message : offered(trial, name, message));
        });
    }

    private OutgoingMessage offered(SourceOperations.Trial trial, String name, OutgoingMessage message) {
        String id = freeId(trial.id());
        sources.addDraft(SourcesCommand.draft(trial, id, name), clock.instant());
        return message.withButtons(List.of(List.of(
                new Button.Action(phrases.say("sources.yes"), SourcesCommand.accepting(id)),
                new Button.Action(phrases.say("sources.no"), SourcesCommand.declining(id)))));
    }

    private String freeId(String wanted) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? wanted : wanted + "-" + number)
                .filter(id -> sources.find(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private RichText text(SourceOperations.Trial trial, String name) {
        RichText.Builder text =
                RichText.builder().bold(phrases.say("trial.title")).newline();
        text.plain(trial.url().toString());
        if (trial.problem().isPresent()) {
            String problem = ProblemText.of(phrases, trial.problem().get());
            return text.plain("\n" + phrases.say("trial.problem", problem)).build();
        }
        text.plain("\n" + phrases.say("trial.name", name));
        text.plain("\n"
                + (trial.system().isEmpty()
                        ? phrases.say("trial.generic")
                        : phrases.say("trial.system", trial.system(), String.join(", ", trial.why()))));
        text.plain("\n" + phrases.say(trial.robots() ? "trial.robots.allow" : "trial.robots.forbid"));
        text.plain("\n\n" + phrases.say("trial.items", trial.items()));
        trial.newest()
                .forEach(item -> text.newline()
                        .plain("• ")
                        .link(item.title(), item.url())
                        .plain(DateFormats.published(item.published(), zone)
                                .map(when -> " (" + when + ")")
                                .orElse("")));
        addSample(text, trial);
        return text.build();
    }

    private void addSample(RichText.Builder text, SourceOperations.Trial trial) {
        trial.sample()
                .ifPresentOrElse(
                        sample -> text.plain("\n\n" + phrases.say("trial.sample") + "\n")
                                .bold(sample.title())
                                .plain("\n" + sample.summary().text()),
                        () -> text.plain("\n\n" + phrases.say("trial.no-sample")));
    }

    /** Returns the message with the result of a check that was asked for. */
    static OutgoingMessage told(Phrases phrases, Source source, SourceOperations.Checkup checkup) {
        return OutgoingMessage.plain(checkup.problem()
                .map(problem -> phrases.say("sources.checked.problem", source.name(), ProblemText.of(phrases, problem)))
                .orElseGet(() -> phrases.say(
                        "sources.checked", source.name(), checkup.listed(), checkup.read(), checkup.deliveries())));
    }
}
