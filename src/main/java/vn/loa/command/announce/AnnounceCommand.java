package vn.loa.command.announce;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
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
import vn.loa.model.OutgoingMessage;
import vn.loa.model.OutgoingMessage.Wish;
import vn.loa.model.PersonId;
import vn.loa.model.Priority;
import vn.loa.model.Role;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.message.NoticeStore;

/**
 * Runs {@code /thongbao}: results of the latest announcements by hand, and the writing of a new one, which is shown before
 * it goes and sent to all groups or to chosen chats, at once or at a time. The draft and the choice stand in the database,
 * so the buttons work after a restart.
 */
public final class AnnounceCommand implements Command {
    static final String NAME = "thongbao";
    static final String TOPIC = "announcement by hand";

    static final String NEVER_MIND = "nevermind";

    private final Database database;
    private final NoticeStore notices;
    private final AnnouncementSending sending;
    private final AnnouncementResults results;
    private final AnnouncementAmending amending;
    private final MissingFiles files;
    private final Draft drafts;
    private final Audience audience;
    private final AnnouncementPreview preview;
    private final AnnouncementComposing composing;
    private final RecipientChoice recipients;
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
            MissingFiles files,
            Audience audience) {
        this.database = context.database();
        this.notices = notices;
        this.sending = sending;
        this.results = results;
        this.amending = amending;
        this.files = files;
        this.drafts = new Draft(choices, context.clock());
        this.audience = audience;
        this.preview = new AnnouncementPreview(notices, drafts, audience, context.zone());
        this.composing = new AnnouncementComposing(
                notices, drafts, new AlbumDraft(notices, choices, drafts), amending, preview, context.clock());
        this.recipients = new RecipientChoice(drafts, audience);
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
        return AnnouncementComposing.LONGEST;
    }

    @Override
    public Reply run(Request request) {
        boolean empty = request.arguments().isEmpty() && request.attachment().isNothing();
        return empty ? Reply.of(results.page(request)) : composing.compose(request);
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
        return composing.gathering(chat, person, set).isPresent();
    }

    @Override
    public Reply receive(Request request) {
        Optional<Long> gathering =
                request.attachment().set().flatMap(set -> composing.gathering(request.chat(), request.person(), set));
        if (gathering.isPresent()) {
            return composing.gathered(request, gathering.get());
        }
        Optional<Draft.Question> question = drafts.awaited(request.chat(), request.person())
                .filter(each -> each.draft() > 0 && request.attachment().isNothing());
        if (question.filter(each -> each.what() == Draft.Awaited.CORRECTION).isPresent()) {
            return corrected(request, question.get().draft());
        }
        question = question.filter(each -> drafts.chosen(each.draft()).isPresent());
        if (question.isEmpty()) {
            return composing.compose(request);
        }
        return question.get().what() == Draft.Awaited.TIME
                ? planned(request, question.get().draft())
                : recipients.narrow(request, question.get().draft());
    }

    private Reply corrected(Request request, long notice) {
        int longest = notices.message(notice).media().isPresent()
                ? AnnouncementComposing.LONGEST_CAPTION
                : AnnouncementComposing.LONGEST;
        if (request.arguments().isBlank() || request.arguments().length() > longest) {
            return AnnouncementComposing.asking(request, "command.too-long", longest);
        }
        waitNoMore(request.chat(), request.person());
        return amending.correct(request, notice, AnnouncementComposing.worded(request));
    }

    private Reply planned(Request request, long draft) {
        Optional<Instant> at =
                SendTime.read(request.arguments(), clock.instant().atZone(zone));
        if (at.isEmpty()) {
            return AnnouncementComposing.asking(request, "announce.when.unclear");
        }
        drafts.plan(draft, new SendPlan(at, RepetitionReader.read(request.arguments())));
        waitNoMore(request.chat(), request.person());
        return Reply.of(preview.control(request, draft));
    }

    /**
     * Handles a press. The data is {@code DRAFT:WISH}, the wish one of show, ask, pin, protect, groups, urgent, some, no, back,
     * send, when, clear, page:N, whole:N, tick:CHAT:N, units:N and unit:UNIT:N, or one of {@link AnnouncementSending}, {@link AnnouncementAmending} and
     * {@link MissingFiles}. To
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
                return composing.ask(request);
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
            return composing.again(request, draft);
        }
        if (wish.equals(AnnouncementAmending.CORRECT)) {
            return askCorrection(request, draft);
        }
        return sending.pressed(request, draft, wish)
                .or(() -> amending.pressed(request, draft, wish))
                .or(() -> files.pressed(request, draft, wish))
                .orElseGet(() -> drafts.chosen(draft).isEmpty()
                        ? request.toast("press.stale")
                        : pressedUnderDraft(request, draft, wish));
    }

    private Reply pressedUnderDraft(Request request, long draft, String wish) {
        return switch (wish) {
            case "groups", "urgent" -> sure(request, draft, audience.groups(request), wish);
            case "some" -> sure(request, draft, recipients.chosen(request, draft), wish);
            case "send" -> send(request, draft, recipients.chosen(request, draft), Priority.ORDINARY);
            case "yes-groups" -> send(request, draft, audience.groups(request), Priority.ORDINARY);
            case "yes-urgent" -> send(request, draft, audience.groups(request), Priority.URGENT);
            case "yes-some" -> send(request, draft, recipients.chosen(request, draft), Priority.URGENT);
            case "show" -> Reply.of(notices.message(draft), preview.control(request, draft));
            case "when" -> askTime(request, draft);
            case "no" -> {
                composing.end(request, draft);
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
        return AnnouncementComposing.asking(request, "announce.correct.ask");
    }

    private Reply askTime(Request request, long draft) {
        drafts.await(request.chat(), request.person(), new Draft.Question(Draft.Awaited.TIME, draft));
        return AnnouncementComposing.asking(request, "announce.when.ask");
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
            case "clear" -> recipients.widen(request, draft);
            default -> recipients.choose(request, draft, wish);
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
                                List.of(Audience.button(request.say("announce.yes", count), draft, "yes-" + wish)),
                                List.of(Audience.button(request.say("announce.back"), draft, "back")),
                                List.of(Audience.button(request.say("announce.cancel"), draft, "no")))),
                question);
    }

    private Reply send(Request request, long draft, List<Chat> to, Priority priority) {
        if (to.isEmpty()) {
            return request.toast("announce.nobody");
        }
        waitNoMore(request.chat(), request.person());
        String done = database.transaction(() -> {
            composing.end(request, draft);
            return sending.take(request, draft, to, priority, drafts.plan(draft));
        });
        return Reply.edit(
                OutgoingMessage.plain(done)
                        .withButtons(List.of(List.of(
                                new Button.Action(request.say("announce.results"), ButtonData.of(NAME, "results"))))),
                done);
    }
}
