package vn.loa.command.transfer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.FileDownload;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.role.WebFiles;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /nhap}: imports subscriptions from a CSV file or sources from OPML. It shows what would change, and
 * changes it when the operator says so. The text stands in the database until then, so the button works after a
 * restart; the state at the press counts, not the one that was shown.
 */
public final class ImportCommand implements Command {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Set<String> UPLOADED = Set.of("tep", "file");
    private static final int LONGEST = 4_000;

    private final Database database;
    private final SubscriptionImport subscriptions;
    private final SourceImport sources;
    private final SettingStore settings;
    private final AuditStore audit;
    private final RunningProgram program;
    private final WebFiles uploads;
    private final InstantSource clock;

    /**
     * Makes the command.
     *
     * @param settings keeps the text until it is confirmed
     * @param uploads takes files where the channel carries none
     */
    public ImportCommand(
            CommandContext context,
            ChatStore chats,
            SubscriptionStore subscriptions,
            SourceStore sources,
            SettingStore settings,
            WebFiles uploads) {
        this.uploads = uploads;
        this.database = context.database();
        this.subscriptions = new SubscriptionImport(chats, subscriptions, context.clock());
        this.sources = new SourceImport(sources, context.program().sources(), context.clock());
        this.settings = settings;
        this.audit = context.audit();
        this.program = context.program();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "nhap";
    }

    @Override
    public List<String> aliases() {
        return List.of("import");
    }

    @Override
    public List<String> plainWords() {
        return List.of("nhap du lieu");
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public boolean inGroups() {
        return false;
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("export.private");
        }
        boolean replace = Folding.fold(request.arguments()).matches("(?s)thay(\\s.*)?");
        String pasted = replace ? request.arguments().replaceFirst("^\\S+\\s*", "") : request.arguments();
        if (pasted.isBlank() && request.media().isEmpty()) {
            return asking(request, replace);
        }
        return UPLOADED.contains(Folding.fold(pasted.strip()))
                ? uploaded(request, replace || wasToReplace(request))
                : look(request, pasted, replace);
    }

    private Reply asking(Request request, boolean replace) {
        long until = clock.instant().plus(PATIENCE).toEpochMilli();
        settings.set(asked(request.chat(), request.person()), until + (replace ? " replace" : ""));
        Button cancel = new Button.Action(request.say("menu.cancel"), ButtonData.of(name(), "huy"));
        return Reply.of(OutgoingMessage.plain(ask(request)).withButtons(List.of(List.of(cancel))));
    }

    private Reply uploaded(Request request, boolean replace) {
        Optional<byte[]> file = uploads.received(request.person());
        return file.isEmpty()
                ? request.plain("import.none-uploaded")
                : preview(request, file.flatMap(ImportedText::of), WebFiles.MOST_BYTES, replace);
    }

    private boolean wasToReplace(Request request) {
        return settings.get(asked(request.chat(), request.person()))
                .filter(text -> text.endsWith("replace"))
                .isPresent();
    }

    /** Where the channel carries no files a page takes them. */
    private String ask(Request request) {
        if (program.carriesFiles(request.chat().address().bot())) {
            return request.say("import.ask", PATIENCE.toMinutes());
        }
        return uploads.uploadLink(request.person())
                .map(link -> request.say("import.ask.link", WebFiles.LINK_LIFE.toMinutes()) + "\n" + link)
                .orElseGet(() -> request.say("import.ask.paste", PATIENCE.toMinutes()));
    }

    private static String asked(Chat chat, PersonId person) {
        return "import-asked:" + chat.id() + ":" + person.key();
    }

    @Override
    public boolean awaits(Chat chat, PersonId person) {
        return settings.get(asked(chat, person))
                .map(text -> Long.parseLong(text.split(" ")[0]))
                .filter(until -> until > clock.instant().toEpochMilli())
                .isPresent();
    }

    /** Waits no more; whether the list is to be replaced holds for a file that still comes by the link. */
    @Override
    public void waitNoMore(Chat chat, PersonId person) {
        boolean replace = settings.get(asked(chat, person))
                .filter(text -> text.endsWith("replace"))
                .isPresent();
        settings.set(asked(chat, person), replace ? "0 replace" : "0");
    }

    @Override
    public Reply receive(Request request) {
        if (UPLOADED.contains(Folding.fold(request.arguments().strip()))) {
            return run(request);
        }
        boolean replace = wasToReplace(request);
        settings.set(asked(request.chat(), request.person()), "0");
        return look(request, request.arguments(), replace);
    }

    private Reply look(Request request, String pasted, boolean replace) {
        Optional<String> text = request.media().isPresent()
                ? program.fetch(request.media().get()).flatMap(ImportedText::of)
                : Optional.of(pasted);
        return preview(request, text, FileDownload.MOST_BYTES, replace);
    }

    private Reply preview(Request request, Optional<String> text, int mostBytes, boolean replace) {
        if (text.isEmpty()) {
            return request.plain("import.no-file", mostBytes / 1024);
        }
        ImportPlan plan = plan(request, text.get(), replace);
        if (plan.adding() + plan.removing() == 0) {
            return Reply.plain(plan.told());
        }
        String id = Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX) + "-"
                + request.chat().id();
        settings.set(kept(id), (replace ? "R" : "A") + text.get());
        return Reply.of(OutgoingMessage.plain(plan.told()).withButtons(List.of(question(request, id))));
    }

    private List<Button> question(Request request, String id) {
        return List.of(
                new Button.Action(request.say("import.do"), ButtonData.of(name(), "y", id)),
                new Button.Action(request.say("import.dont"), ButtonData.of(name(), "n", id)));
    }

    private static String kept(String id) {
        return "import:" + id;
    }

    /** Handles a press. The data is {@code y:ID}, {@code n:ID}, or {@code huy}, which also forgets a wish to replace. */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (data.from(0).equals("huy")) {
            settings.set(asked(request.chat(), request.person()), "0");
            return Reply.edit(OutgoingMessage.plain(request.say("menu.cancelled")), request.say("menu.cancelled"));
        }
        boolean yes = data.size() > 1 && data.field(0).equals("y");
        return yes ? confirmed(request, data.from(1)) : dropped(request, data);
    }

    private Reply dropped(Request request, ButtonData data) {
        Optional<String> text = data.size() > 1 ? settings.get(kept(data.from(1))) : Optional.empty();
        if (text.isEmpty() || !settings.remove(kept(data.from(1)), text.get())) {
            return request.toast("press.stale");
        }
        String done = request.say("import.dropped");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    /**
     * Takes the kept text and changes everything in one transaction, together with the note that it is done: a crash
     * leaves all or nothing, and whoever presses again is told the same.
     */
    private Reply confirmed(Request request, String id) {
        String note = "import-done:" + request.chat().id();
        database.transaction(() -> imported(request, id, note))
                .ifPresent(made -> made.after().run());
        Optional<String[]> done =
                settings.get(note).map(kept -> kept.split(" ")).filter(kept -> kept[0].equals(id));
        if (done.isEmpty()) {
            return request.toast("press.stale");
        }
        String told = request.say("import.done", Integer.parseInt(done.get()[1]), Integer.parseInt(done.get()[2]));
        return Reply.edit(OutgoingMessage.plain(told), told);
    }

    private Optional<ImportPlan> imported(Request request, String id, String note) {
        Optional<String> text = settings.get(kept(id));
        if (text.isEmpty() || !settings.remove(kept(id), text.get())) {
            return Optional.empty();
        }
        ImportPlan wanted = plan(request, text.get().substring(1), text.get().startsWith("R"));
        wanted.apply().run();
        String changes = "+" + wanted.adding() + " -" + wanted.removing();
        audit.add(request.person().key(), "import", changes, clock.instant());
        settings.set(note, id + " " + wanted.adding() + " " + wanted.removing());
        return Optional.of(wanted);
    }

    private ImportPlan plan(Request request, String text, boolean replace) {
        return SourceOutline.read(text)
                .map(outline -> sources.plan(request, outline))
                .orElseGet(() ->
                        subscriptions.plan(request, new SubscriptionTable(request.phrases()).read(text), replace));
    }
}
