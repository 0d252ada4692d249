package vn.loa.command.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.Vocabulary;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.AuditStore;
import vn.loa.text.Folding;

/** Runs {@code /nhatky}: lists who changed what, the newest first. The journal is only ever added to. */
public final class JournalCommand implements Command {
    private static final int PAGE = 10;
    /** The number of lines that a search looks through. */
    private static final int DEPTH = 5_000;

    private static final int LONGEST_SEARCH = 24;
    private static final int LONGEST_DETAIL = 120;

    private final AuditStore audit;
    private final ZoneId zone;

    public JournalCommand(CommandContext context) {
        this.audit = context.audit();
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
                .filter(entry -> words.isEmpty() || holds(request, entry, words))
                .toList();
        if (found.isEmpty()) {
            return OutgoingMessage.plain(request.say("journal.none"));
        }
        int pages = (found.size() + PAGE - 1) / PAGE;
        int page = Math.min(wanted, pages - 1);
        RichText.Builder text = RichText.builder().bold(request.say("journal.title", page + 1, pages));
        found.stream().skip((long) page * PAGE).limit(PAGE).forEach(entry -> text.plain("\n" + line(request, entry)));
        List<List<Button>> rows = new ArrayList<>();
        if (pages > 1) {
            rows.add(List.of(
                    new Button.Action(
                            request.say("menu.before"), ButtonData.of(name(), (page + pages - 1) % pages, words)),
                    new Button.Action(request.say("menu.after"), ButtonData.of(name(), (page + 1) % pages, words))));
        }
        rows.add(List.of(new Button.Action(request.say("menu.close"), ButtonData.of(name(), "end"))));
        return OutgoingMessage.of(text.build()).withButtons(rows);
    }

    private static boolean holds(Request request, AuditStore.Entry entry, String words) {
        return Folding.fold(entry.actor() + " " + entry.action() + " " + action(request, entry) + " " + entry.detail())
                .contains(words);
    }

    private String line(Request request, AuditStore.Entry entry) {
        String detail = RichText.plain(entry.detail().replaceAll("\\s+", " "))
                .abridged(LONGEST_DETAIL)
                .text();
        return request.say(
                "journal.line", DateFormats.minute(entry.at(), zone), entry.actor(), action(request, entry), detail);
    }

    private static String action(Request request, AuditStore.Entry entry) {
        String key = "journal.action." + entry.action().replace(' ', '-');
        return request.phrases().keys().contains(key) ? request.say(key) : entry.action();
    }
}
