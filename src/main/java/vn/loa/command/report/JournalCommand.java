package vn.loa.command.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.Vocabulary;
import vn.loa.command.menu.MenuPage;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.AuditStore;
import vn.loa.text.Folding;

/** Runs {@code /nhatky}: lists who changed what, the newest first. Lines are added, and deleted when they are old. */
public final class JournalCommand implements Command {
    private static final int PAGE = 10;
    /** The number of lines that a search looks through. */
    private static final int DEPTH = 5_000;

    private static final int LONGEST_SEARCH = 24;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final AuditStore audit;
    private final JournalText sentences;
    private final ZoneId zone;

    public JournalCommand(CommandContext context, JournalText sentences) {
        this.audit = context.audit();
        this.sentences = sentences;
        this.zone = context.zone();
    }

    @Override
    public String name() {
        return "nhatky";
    }

    @Override
    public List<String> aliases() {
        return List.of("journal", "log");
    }

    @Override
    public List<String> plainWords() {
        return List.of("nhat ky");
    }

    @Override
    public boolean takes(String rest) {
        return Vocabulary.areFew(rest, 3);
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        String words = Folding.fold(request.arguments().strip());
        return Reply.of(page(request, words.substring(0, Math.min(LONGEST_SEARCH, words.length())), 0));
    }

    /** Handles a press. The data is {@code PAGE:WORDS}. */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (data.field(0).equals("end")) {
            return Reply.edit(OutgoingMessage.plain(request.say("menu.closed")), request.say("menu.closed"));
        }
        return data.size() > 1 && data.field(0).matches("\\d{1,4}")
                ? Reply.edit(page(request, data.from(1), Integer.parseInt(data.field(0))), "")
                : request.toast("press.stale");
    }

    private OutgoingMessage page(Request request, String words, int wanted) {
        List<AuditStore.Entry> found = audit.latest(DEPTH).stream()
                .map(FormerActs::today)
                .filter(entry -> words.isEmpty() || holds(request, entry, words))
                .toList();
        if (found.isEmpty()) {
            return OutgoingMessage.plain(request.say("journal.none"));
        }
        MenuPage<AuditStore.Entry> page = MenuPage.of(found, wanted, PAGE);
        String title = request.say("journal.title", page.number() + 1, page.pages());
        RichText.Builder text = RichText.builder().bold(title);
        append(request, text, page.shown());
        return OutgoingMessage.of(text.build()).withButtons(buttons(request, words, page));
    }

    private List<List<Button>> buttons(Request request, String words, MenuPage<AuditStore.Entry> page) {
        List<List<Button>> rows =
                new ArrayList<>(page.turning(number -> ButtonData.of(name(), number, words), request.phrases()));
        rows.add(List.of(new Button.Action(request.say("menu.close"), ButtonData.of(name(), "end"))));
        return rows;
    }

    /** Appends the entries under the days on which they were made. */
    private void append(Request request, RichText.Builder text, List<AuditStore.Entry> entries) {
        Optional<LocalDate> day = Optional.empty();
        for (AuditStore.Entry entry : entries) {
            LocalDateTime at = LocalDateTime.ofInstant(entry.at(), zone);
            if (!day.equals(Optional.of(at.toLocalDate()))) {
                day = Optional.of(at.toLocalDate());
                text.newline().bold(DateFormats.date(at.toLocalDate()));
            }
            JournalText.Sentence sentence = sentences.of(request, entry);
            text.plain("\n" + request.say("journal.line", TIME.format(at), sentence.text()) + " ")
                    .italic("(" + sentence.ids() + ")");
        }
    }

    private boolean holds(Request request, AuditStore.Entry entry, String words) {
        return Folding.fold(entry.actor() + " " + entry.action() + " " + action(request, entry) + " " + entry.detail())
                        .contains(words)
                || Folding.fold(sentences.of(request, entry).text()).contains(words);
    }

    private static String action(Request request, AuditStore.Entry entry) {
        String key = "journal.action." + entry.action().replace(' ', '-');
        return request.phrases().keys().contains(key) ? request.say(key) : entry.action();
    }
}
