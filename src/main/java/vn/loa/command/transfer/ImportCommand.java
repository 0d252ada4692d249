package vn.loa.command.transfer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.FileDownload;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.SourceOperations;
import vn.loa.command.follow.ChatSubscriptions;
import vn.loa.command.role.WebFiles;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Cadence;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
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
    private static final int SHOWN = 20;
    private static final int LONGEST_LABEL = 40;
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(15);

    private final Database database;
    private final ChatStore chats;
    private final SubscriptionStore subscriptions;
    private final SourceStore sources;
    private final SourceOperations watches;
    private final SettingStore settings;
    private final AuditStore audit;
    private final FileDownload files;
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
        this.chats = chats;
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.watches = context.program().sources();
        this.settings = settings;
        this.audit = context.audit();
        this.files = context.program();
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
            settings.set(
                    asked(request.chat(), request.person()),
                    clock.instant().plus(PATIENCE).toEpochMilli() + (replace ? " replace" : ""));
            return Reply.of(OutgoingMessage.plain(ask(request))
                    .withButtons(List.of(
                            List.of(new Button.Action(request.say("menu.cancel"), ButtonData.of(name(), "huy"))))));
        }
        if (UPLOADED.contains(Folding.fold(pasted.strip()))) {
            Optional<byte[]> file = uploads.received(request.person());
            return file.isEmpty()
                    ? request.plain("import.none-uploaded")
                    : preview(
                            request,
                            file.flatMap(ImportedText::of),
                            WebFiles.MOST_BYTES,
                            wasToReplace(request, replace));
        }
        return look(request, pasted, replace);
    }

    private boolean wasToReplace(Request request, boolean replace) {
        return replace
                || settings.get(asked(request.chat(), request.person()))
                        .filter(text -> text.endsWith("replace"))
                        .isPresent();
    }

    /** Zalo carries no files in either direction (facts of Zalo, 1.5), so a page takes them. */
    private String ask(Request request) {
        if (request.chat().address().bot().platform() != Platform.ZALO) {
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

    @Override
    public void waitNoMore(Chat chat, PersonId person) {
        settings.set(asked(chat, person), "0");
    }

    @Override
    public Reply receive(Request request) {
        if (UPLOADED.contains(Folding.fold(request.arguments().strip()))) {
            return run(request);
        }
        boolean replace = settings.get(asked(request.chat(), request.person()))
                .filter(text -> text.endsWith("replace"))
                .isPresent();
        settings.set(asked(request.chat(), request.person()), "0");
        return look(request, request.arguments(), replace);
    }

    private Reply look(Request request, String pasted, boolean replace) {
        Optional<String> text = request.media().isPresent()
                ? files.fetch(request.media().get()).flatMap(ImportedText::of)
                : Optional.of(pasted);
        return preview(request, text, FileDownload.MOST_BYTES, replace);
    }

    private Reply preview(Request request, Optional<String> text, int mostBytes, boolean replace) {
        if (text.isEmpty()) {
            return request.plain("import.no-file", mostBytes / 1024);
        }
        Plan plan = plan(request, text.get(), replace);
        if (plan.adding() + plan.removing() == 0) {
            return Reply.plain(plan.told());
        }
        String id = Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX) + "-"
                + request.chat().id();
        settings.set(kept(id), (replace ? "R" : "A") + text.get());
        return Reply.of(OutgoingMessage.plain(plan.told())
                .withButtons(List.of(List.of(
                        new Button.Action(request.say("import.do"), ButtonData.of(name(), "y", id)),
                        new Button.Action(request.say("import.dont"), ButtonData.of(name(), "n", id))))));
    }

    private static String kept(String id) {
        return "import:" + id;
    }

    /** Handles a press. The data is {@code y:ID} or {@code n:ID}. */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (data.from(0).equals("huy")) {
            waitNoMore(request.chat(), request.person());
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
        Optional<Plan> plan = database.transaction(() -> {
            Optional<String> text = settings.get(kept(id));
            if (text.isEmpty() || !settings.remove(kept(id), text.get())) {
                return Optional.empty();
            }
            Plan wanted = plan(request, text.get().substring(1), text.get().startsWith("R"));
            wanted.apply().run();
            audit.add(
                    request.person().key(),
                    "import",
                    "+" + wanted.adding() + " -" + wanted.removing(),
                    clock.instant());
            settings.set(note, id + " " + wanted.adding() + " " + wanted.removing());
            return Optional.of(wanted);
        });
        plan.ifPresent(made -> made.after().run());
        Optional<String[]> done =
                settings.get(note).map(kept -> kept.split(" ")).filter(kept -> kept[0].equals(id));
        if (done.isEmpty()) {
            return request.toast("press.stale");
        }
        String told = request.say("import.done", Integer.parseInt(done.get()[1]), Integer.parseInt(done.get()[2]));
        return Reply.edit(OutgoingMessage.plain(told), told);
    }

    /**
     * Holds the changes that an import would make.
     *
     * @param told the text that describes them
     * @param apply makes them, in the caller's transaction
     * @param after runs once they are made
     */
    private record Plan(int adding, int removing, String told, Runnable apply, Runnable after) {}

    private Plan plan(Request request, String text, boolean replace) {
        return SourceOutline.read(text)
                .map(outline -> sourcePlan(request, outline))
                .orElseGet(() -> tablePlan(request, new SubscriptionTable(request.phrases()).read(text), replace));
    }

    // ---- subscriptions

    private Plan tablePlan(Request request, SubscriptionTable.Read read, boolean replace) {
        Map<Long, Set<Subscription>> wanted = new LinkedHashMap<>();
        StringBuilder trouble = new StringBuilder();
        int unknown = 0;
        for (SubscriptionTable.Wanted line : read.wanted()) {
            Optional<Chat> chat = chats.find(line.chat());
            if (chat.isEmpty()) {
                unknown++;
            } else {
                wanted.computeIfAbsent(chat.get().id(), id -> new HashSet<>())
                        .add(new Subscription(chat.get().id(), line.kind(), line.value(), line.label()));
            }
        }
        read.wrong().stream().limit(SHOWN).forEach(wrong -> trouble.append('\n').append(wrong.what()));
        Set<Subscription> adding = new HashSet<>();
        Set<Subscription> removing = new HashSet<>();
        int same = 0;
        for (Map.Entry<Long, Set<Subscription>> each : wanted.entrySet()) {
            Set<String> has = new HashSet<>();
            subscriptions.of(each.getKey()).forEach(subscription -> has.add(key(subscription)));
            Set<String> wants = new HashSet<>();
            for (Subscription subscription : each.getValue()) {
                wants.add(key(subscription));
                if (has.contains(key(subscription))) {
                    same++;
                } else {
                    adding.add(subscription);
                }
            }
            if (replace) {
                subscriptions.of(each.getKey()).stream()
                        .filter(subscription -> !wants.contains(key(subscription)))
                        .forEach(removing::add);
            }
        }
        List<Long> crowded = crowded(adding, removing);
        adding.removeIf(
                subscription -> crowded.contains(subscription.chatId()) && ChatSubscriptions.isThoughtUp(subscription));
        crowded.forEach(chat -> trouble.append('\n')
                .append(request.say("import.crowded", title(request, chat), ChatSubscriptions.MOST_THOUGHT_UP)));
        String told = request.say("import.table", adding.size(), removing.size(), same, unknown)
                + changes(request, adding, removing)
                + (read.wrong().isEmpty()
                        ? ""
                        : "\n" + request.say("import.wrong-lines", read.wrong().size()))
                + trouble;
        Runnable apply = () -> {
            adding.forEach(subscription -> subscriptions.add(subscription, request.person(), clock.instant()));
            removing.forEach(subscriptions::remove);
        };
        return new Plan(adding.size(), removing.size(), told, apply, () -> {});
    }

    /** Returns the chats that would have more keywords and communes than a chat may have. */
    private List<Long> crowded(Set<Subscription> adding, Set<Subscription> removing) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        adding.stream()
                .filter(ChatSubscriptions::isThoughtUp)
                .forEach(each -> counts.merge(each.chatId(), 1L, Long::sum));
        removing.stream()
                .filter(ChatSubscriptions::isThoughtUp)
                .forEach(each -> counts.computeIfPresent(each.chatId(), (chat, count) -> count - 1));
        return counts.entrySet().stream()
                .filter(each -> each.getValue()
                                + subscriptions.of(each.getKey()).stream()
                                        .filter(ChatSubscriptions::isThoughtUp)
                                        .count()
                        > ChatSubscriptions.MOST_THOUGHT_UP)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Describes the first changes by name; of additions and removals both. */
    private String changes(Request request, Set<Subscription> adding, Set<Subscription> removing) {
        int removals = Math.min(removing.size(), Math.max(SHOWN / 2, SHOWN - adding.size()));
        int additions = Math.min(adding.size(), SHOWN - removals);
        int more = adding.size() + removing.size() - additions - removals;
        return lines(request, "+", adding, additions)
                + lines(request, "–", removing, removals)
                + (more == 0 ? "" : "\n" + request.say("import.more", more));
    }

    private String lines(Request request, String sign, Set<Subscription> changes, int shown) {
        return changes.stream()
                .sorted(Comparator.comparing(Subscription::chatId).thenComparing(ImportCommand::key))
                .limit(shown)
                .map(each -> "\n" + sign + " " + title(request, each.chatId()) + ": "
                        + ChatSubscriptions.label(request, each.kind(), abridged(each.label())))
                .collect(Collectors.joining());
    }

    private String title(Request request, long chat) {
        return chats.byId(chat)
                .map(found -> abridged(ChatAdmission.title(found, request.phrases())))
                .orElse("#" + chat);
    }

    private static String abridged(String text) {
        return RichText.plain(text).abridged(LONGEST_LABEL).text();
    }

    private static String key(Subscription subscription) {
        return subscription.kind() + " " + subscription.value();
    }

    // ---- sources

    private Plan sourcePlan(Request request, SourceOutline.Read outline) {
        List<SourceOutline.Entry> entries = outline.entries();
        Set<String> watched = new HashSet<>();
        sources.known().forEach(known -> watched.add(known.source().url().toString()));
        Map<String, SourceOutline.Entry> adding = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> !watched.contains(entry.url().toString()))
                .forEach(entry -> adding.putIfAbsent(entry.url().toString(), entry));
        StringBuilder told =
                new StringBuilder(request.say("import.outline", adding.size(), entries.size() - adding.size()));
        adding.values().stream()
                .limit(SHOWN)
                .forEach(entry ->
                        told.append("\n• ").append(entry.name()).append(": ").append(entry.url()));
        told.append(unusable(request, outline.unusable()));
        Map<String, Source> added = new LinkedHashMap<>();
        Runnable apply = () -> adding.values().forEach(entry -> {
            Source source = source(entry);
            sources.addDraft(source, clock.instant());
            sources.acceptDraft(source.id()).ifPresent(accepted -> added.put(accepted.id(), accepted));
        });
        return new Plan(
                adding.size(), 0, told.toString(), apply, () -> added.values().forEach(watches::watch));
    }

    private static String unusable(Request request, List<String> addresses) {
        return addresses.isEmpty()
                ? ""
                : addresses.stream()
                        .limit(SHOWN)
                        .map(each -> "\n• " + abridged(each))
                        .collect(Collectors.joining("", "\n" + request.say("import.unusable", addresses.size()), ""));
    }

    private Source source(SourceOutline.Entry entry) {
        String host = entry.url().getHost() == null ? "nguon" : entry.url().getHost();
        String wanted = Folding.fold(host).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String id = wanted;
        for (int number = 2; sources.find(id).isPresent(); number++) {
            id = wanted + "-" + number;
        }
        return new Source(id, entry.name(), entry.url(), "", new Cadence.Every(USUAL_PAUSE), Map.of(), Set.of());
    }
}
