package vn.loa.command.announce;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.OutgoingMessage.Wish;
import vn.loa.model.PersonId;
import vn.loa.model.Priority;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.message.NoticeStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /thongbao}: results of the latest announcements by hand, and the writing of a new one, which is shown before
 * it goes and sent to all groups or to chosen chats, at once or at a time. The draft and the choice stand in the database,
 * so the buttons work after a restart.
 */
public final class AnnounceCommand implements Command {
    static final String NAME = "thongbao";
    static final String TOPIC = "announcement by hand";

    /** The longest text, in UTF-16 units; leaves room for the heading within what a channel carries. */
    private static final int LONGEST = 3_500;

    /** Bot API: a caption has at most 1024 characters; the heading and the author are two lines of it. */
    private static final int LONGEST_CAPTION = 900;

    private static final int LONGEST_FILTER = 24;
    private static final String NEVER_MIND = "nevermind";

    private final Database database;
    private final NoticeStore notices;
    private final AnnouncementSending sending;
    private final AnnouncementResults results;
    private final AnnouncementAmending amending;
    private final Draft drafts;
    private final AlbumDraft albums;
    private final Audience audience;
    private final AnnouncementPreview preview;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the command.
     *
     * @param choices keeps the drafts until they are sent
     */
    public AnnounceCommand(
            CommandContext context,
            NoticeStore notices,
            SettingStore choices,
            AnnouncementSending sending,
            AnnouncementResults results,
            AnnouncementAmending amending,
            Audience audience) {
        this.database = context.database();
        this.notices = notices;
        this.sending = sending;
        this.results = results;
        this.amending = amending;
        this.drafts = new Draft(choices, context.clock());
        this.albums = new AlbumDraft(notices, choices, drafts);
        this.audience = audience;
        this.preview = new AnnouncementPreview(notices, drafts, audience, context.zone());
        this.zone = context.zone();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("announce");
    }

    @Override
    public List<String> plainWords() {
        return List.of("thong bao");
    }

    @Override
    public Role needs() {
        return Role.MANAGER;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public Reply run(Request request) {
        boolean empty = request.arguments().isEmpty() && request.attachment().isNothing();
        return empty ? Reply.of(results.page(request)) : compose(request);
    }

    /** Asks for the text. In private, the next message or forwarded message is the announcement. */
    private Reply ask(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("announce.usage");
        }
        drafts.await(request.chat(), request.person(), new Draft.Question(Draft.Awaited.TEXT, 0));
        return asking(request, "announce.next", Draft.PATIENCE.toMinutes());
    }

    private static Reply asking(Request request, String question, Object... values) {
        return Reply.of(OutgoingMessage.plain(request.say(question, values))
                .withButtons(List.of(
                        List.of(new Button.Action(request.say("announce.cancel"), ButtonData.of(NAME, NEVER_MIND))))));
    }

    @Override
    public void waitNoMore(Chat chat, PersonId person) {
        drafts.awaitNoMore(chat, person);
    }

    @Override
    public boolean awaits(Chat chat, PersonId person) {
        return drafts.awaited(chat, person).isPresent();
    }

    @Override
    public boolean gathers(Chat chat, PersonId person, String set) {
        return albums.of(chat, person, set).isPresent();
    }

    @Override
    public Reply receive(Request request) {
        Optional<Long> gathering =
                request.attachment().set().flatMap(set -> albums.of(request.chat(), request.person(), set));
        if (gathering.isPresent()) {
            return gathered(request, gathering.get());
        }
        Optional<Draft.Question> question = drafts.awaited(request.chat(), request.person())
                .filter(each -> each.draft() > 0 && request.attachment().isNothing());
        if (question.filter(each -> each.what() == Draft.Awaited.CORRECTION).isPresent()) {
            return corrected(request, question.get().draft());
        }
        question = question.filter(each -> drafts.chosen(each.draft()).isPresent());
        if (question.isEmpty()) {
            return compose(request);
        }
        return question.get().what() == Draft.Awaited.TIME
                ? planned(request, question.get().draft())
                : narrowed(request, question.get().draft());
    }

    /** Takes a further part of what was sent together; only what cannot be passed on is answered. */
    private Reply gathered(Request request, long draft) {
        if (request.arguments().length() > LONGEST_CAPTION) {
            return request.plain("command.too-long", LONGEST_CAPTION);
        }
        albums.add(request, draft, OutgoingMessage.of(worded(request)));
        return request.attachment().unsendable() ? request.plain("announce.album.left-out") : Reply.none();
    }

    private Reply corrected(Request request, long notice) {
        int longest = notices.message(notice).media().isPresent() ? LONGEST_CAPTION : LONGEST;
        if (request.arguments().isBlank() || request.arguments().length() > longest) {
            return asking(request, "command.too-long", longest);
        }
        waitNoMore(request.chat(), request.person());
        return amending.correct(request, notice, worded(request));
    }

    private Reply planned(Request request, long draft) {
        Optional<Instant> at =
                SendTime.read(request.arguments(), clock.instant().atZone(zone));
        if (at.isEmpty()) {
            return asking(request, "announce.when.unclear");
        }
        drafts.plan(draft, new SendPlan(at, RepetitionReader.read(request.arguments())));
        waitNoMore(request.chat(), request.person());
        return Reply.of(preview.control(request, draft));
    }

    private Reply narrowed(Request request, long draft) {
        String words = Folding.fold(request.arguments().strip());
        drafts.narrow(draft, words.substring(0, Math.min(LONGEST_FILTER, words.length())));
        return Reply.of(audience.menu(request, choice(draft), 0));
    }

    private Audience.Choice choice(long draft) {
        return new Audience.Choice(draft, drafts.chosen(draft).orElse(Set.of()), drafts.words(draft));
    }

    private Reply compose(Request request) {
        Optional<Media> media = request.attachment().sendable();
        int longest = media.isPresent() ? LONGEST_CAPTION : LONGEST;
        if (request.arguments().length() > longest) {
            return request.plain("command.too-long", longest);
        }
        if (request.arguments().isBlank() && media.isEmpty()) {
            return request.plain("announce.nothing");
        }
        waitNoMore(request.chat(), request.person());
        OutgoingMessage plain = OutgoingMessage.of(worded(request));
        OutgoingMessage message = media.map(plain::withMedia).orElse(plain);
        long draft = notices.add(TOPIC, message, clock.instant());
        notices.askForReceipts(draft, true);
        drafts.begin(draft);
        if (request.attachment().ofSet()) {
            return gathering(request, draft);
        }
        List<OutgoingMessage> shown = new ArrayList<>(List.of(message));
        if (request.attachment().unsendable()) {
            shown.add(OutgoingMessage.plain(request.say("announce.words-only")));
        }
        shown.add(preview.control(request, draft));
        return Reply.of(shown.toArray(OutgoingMessage[]::new));
    }

    /** Waits for the other parts of what was sent together, which come by themselves. */
    private Reply gathering(Request request, long draft) {
        albums.begin(request, request.attachment().set().orElseThrow(), draft);
        String text = request.say("announce.album.gathering")
                + (request.attachment().unsendable() ? "\n" + request.say("announce.album.left-out") : "");
        return Reply.of(OutgoingMessage.plain(text)
                .withButtons(List.of(
                        List.of(audience.button(request.say("announce.album.show"), draft, "show")),
                        List.of(audience.button(request.say("announce.cancel"), draft, "no")))));
    }

    /** Begins a new draft of what was announced before. */
    private Reply again(Request request, long notice) {
        if (!amending.isAnnouncement(notice)) {
            return request.toast("press.stale");
        }
        OutgoingMessage message = notices.message(notice);
        long draft = notices.add(TOPIC, message, clock.instant());
        notices.askForReceipts(draft, notices.asksForReceipts(notice));
        drafts.begin(draft);
        return Reply.of(message, preview.control(request, draft));
    }

    /** Returns the words with their heading, and who announces them. */
    private static RichText worded(Request request) {
        RichText.Builder words = RichText.builder().bold(request.say("announce.heading"));
        if (!request.arguments().isBlank()) {
            words.plain("\n" + request.arguments());
        }
        if (!request.name().isBlank()) {
            words.plain("\n").italic(request.say("announce.author", request.name()));
        }
        return words.build();
    }

    /**
     * Handles a press. The data is {@code DRAFT:WISH}, the wish one of show, ask, pin, protect, groups, urgent, some, no, back,
     * send, when, clear, page:N, whole:N, tick:CHAT:N, units:N and unit:UNIT:N, or one of {@link AnnouncementSending}. To
     * all groups, and urgently, it goes only after a second press: yes-groups, yes-urgent, yes-some.
     */
    @Override
    public Reply press(Request request, ButtonData data) {
        switch (data.from(0)) {
            case NEVER_MIND -> {
                waitNoMore(request.chat(), request.person());
                return ended(request);
            }
            case "compose" -> {
                return ask(request);
            }
            case "results" -> {
                return Reply.of(results.page(request));
            }
            default -> {
                return data.size() < 2 || !data.field(0).matches("\\d{1,18}")
                        ? request.toast("press.stale")
                        : pressed(request, Long.parseLong(data.field(0)), data.from(1));
            }
        }
    }

    private static Reply ended(Request request) {
        String done = request.say("announce.cancelled");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    private Reply pressed(Request request, long draft, String wish) {
        if (wish.equals(AnnouncementResults.AGAIN)) {
            return again(request, draft);
        }
        if (wish.equals(AnnouncementAmending.CORRECT)) {
            return askCorrection(request, draft);
        }
        Optional<Reply> underWay =
                sending.pressed(request, draft, wish).or(() -> amending.pressed(request, draft, wish));
        if (underWay.isPresent()) {
            return underWay.get();
        }
        if (drafts.chosen(draft).isEmpty()) {
            return request.toast("press.stale");
        }
        return switch (wish) {
            case "groups", "urgent" -> sure(request, draft, audience.groups(request), wish);
            case "some" -> sure(request, draft, chosen(request, draft), wish);
            case "send" -> send(request, draft, chosen(request, draft), Priority.ORDINARY);
            case "yes-groups" -> send(request, draft, audience.groups(request), Priority.ORDINARY);
            case "yes-urgent" -> send(request, draft, audience.groups(request), Priority.URGENT);
            case "yes-some" -> send(request, draft, chosen(request, draft), Priority.URGENT);
            case "show" -> Reply.of(notices.message(draft), preview.control(request, draft));
            case "when" -> askTime(request, draft);
            case "no" -> {
                drafts.end(draft);
                waitNoMore(request.chat(), request.person());
                yield ended(request);
            }
            default -> changed(request, draft, wish);
        };
    }

    private Reply askCorrection(Request request, long notice) {
        if (!amending.may(request, notice)) {
            return request.toast("announce.too-old");
        }
        drafts.await(request.chat(), request.person(), new Draft.Question(Draft.Awaited.CORRECTION, notice));
        return asking(request, "announce.correct.ask");
    }

    private Reply askTime(Request request, long draft) {
        drafts.await(request.chat(), request.person(), new Draft.Question(Draft.Awaited.TIME, draft));
        return asking(request, "announce.when.ask");
    }

    private Reply changed(Request request, long draft, String wish) {
        return switch (wish) {
            case "back" -> {
                waitNoMore(request.chat(), request.person());
                yield Reply.edit(preview.control(request, draft), request.say("announce.preview"));
            }
            case "ask" -> {
                boolean wanted = !notices.asksForReceipts(draft);
                notices.askForReceipts(draft, wanted);
                yield Reply.edit(
                        preview.control(request, draft),
                        request.say(wanted ? "announce.receipts.will" : "announce.receipts.will-not"));
            }
            case "pin" -> wished(request, draft, Wish.PIN);
            case "protect" -> wished(request, draft, Wish.PROTECT);
            case "clear" -> {
                drafts.narrow(draft, "");
                yield Reply.edit(audience.menu(request, choice(draft), 0), "");
            }
            default -> choose(request, draft, wish);
        };
    }

    private Reply wished(Request request, long draft, Wish wish) {
        OutgoingMessage message = notices.message(draft);
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        wishes.addAll(message.wishes());
        boolean wanted = wishes.add(wish);
        if (!wanted) {
            wishes.remove(wish);
        }
        notices.change(draft, message.withWishes(wishes));
        return Reply.edit(preview.control(request, draft), "");
    }

    private List<Chat> chosen(Request request, long draft) {
        Set<Long> ids = drafts.chosen(draft).orElse(Set.of());
        return audience.open(request).stream()
                .filter(chat -> ids.contains(chat.id()))
                .toList();
    }

    /** Asks a second time about an announcement that concerns many or overtakes all. */
    private Reply sure(Request request, long draft, List<Chat> to, String wish) {
        if (to.isEmpty()) {
            return request.toast("announce.nobody");
        }
        int count = to.size();
        String question = request.say(wish.equals("groups") ? "announce.sure" : "announce.sure.urgent", count);
        return Reply.edit(
                OutgoingMessage.plain(question)
                        .withButtons(List.of(
                                List.of(audience.button(request.say("announce.yes", count), draft, "yes-" + wish)),
                                List.of(audience.button(request.say("announce.back"), draft, "back")),
                                List.of(audience.button(request.say("announce.cancel"), draft, "no")))),
                question);
    }

    private Reply send(Request request, long draft, List<Chat> to, Priority priority) {
        if (to.isEmpty()) {
            return request.toast("announce.nobody");
        }
        waitNoMore(request.chat(), request.person());
        String done = database.transaction(() -> {
            drafts.end(draft);
            return sending.take(request, draft, to, priority, drafts.plan(draft));
        });
        return Reply.edit(
                OutgoingMessage.plain(done)
                        .withButtons(List.of(List.of(
                                new Button.Action(request.say("announce.results"), ButtonData.of(NAME, "results"))))),
                done);
    }

    private Reply choose(Request request, long draft, String wish) {
        if (!wish.matches("(?:page|units|whole):\\d{1,6}|(?:tick|unit):\\d{1,18}:\\d{1,6}")) {
            return request.toast("press.stale");
        }
        if (request.chat().kind() == ChatKind.PRIVATE) {
            drafts.await(request.chat(), request.person(), new Draft.Question(Draft.Awaited.WORDS, draft));
        }
        String[] parts = wish.split(":");
        int page = Integer.parseInt(parts[parts.length - 1]);
        Audience.Choice choice = choice(draft);
        tick(request, parts, choice);
        drafts.choose(draft, choice.ids());
        boolean byUnit = parts[0].startsWith("unit");
        return Reply.edit(
                byUnit ? audience.unitMenu(request, choice, page) : audience.menu(request, choice, page),
                request.say("announce.chosen", choice.ids().size()));
    }

    private void tick(Request request, String[] parts, Audience.Choice choice) {
        switch (parts[0]) {
            case "tick" -> {
                long chat = Long.parseLong(parts[1]);
                if (!choice.ids().remove(chat)) {
                    choice.ids().add(chat);
                }
            }
            case "unit" -> audience.toggle(request, Long.parseLong(parts[1]), choice.ids());
            case "whole" -> audience.togglePage(request, choice, Integer.parseInt(parts[1]));
            default -> {}
        }
    }
}
