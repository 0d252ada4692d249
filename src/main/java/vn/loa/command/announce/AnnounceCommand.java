package vn.loa.command.announce;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Priority;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.NoticeProgress;
import vn.loa.store.delivery.NoticeStore;

/**
 * Runs {@code /thongbao}: an operator's own announcement, shown before it goes, sent to all chats or to chosen ones
 * through the ledger. The draft and the choice stand in the database, so the buttons work after a restart.
 */
public final class AnnounceCommand implements Command {
    static final String NAME = "thongbao";

    private static final String TOPIC = "announcement by hand";
    /** The longest text, in UTF-16 units; leaves room for the heading within what a channel carries. */
    private static final int LONGEST = 3_500;

    /** Bot API: a caption has at most 1024 characters; the heading is one line of it. */
    private static final int LONGEST_CAPTION = 1_000;
    /** The time for which the text of an announcement is waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String NEVER_MIND = "nevermind";
    private static final int RECENT = 5;
    private static final String GONE = "gone";

    private final Database database;
    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final SettingStore choices;
    private final Audience audience;
    private final AuditStore audit;
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
            DeliveryStore deliveries,
            SettingStore choices,
            Audience audience) {
        this.database = context.database();
        this.notices = notices;
        this.deliveries = deliveries;
        this.choices = choices;
        this.audience = audience;
        this.audit = context.audit();
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
        return empty ? ask(request) : receive(request);
    }

    /** Asks for the text. In private, the next message or forwarded message is the announcement. */
    private Reply ask(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return Reply.of(recent(request));
        }
        choices.set(
                asked(request.chat(), request.person()),
                Long.toString(clock.instant().plus(PATIENCE).toEpochMilli()));
        OutgoingMessage next = OutgoingMessage.plain(request.say("announce.next", PATIENCE.toMinutes()))
                .withButtons(List.of(
                        List.of(new Button.Action(request.say("announce.cancel"), ButtonData.of(name(), NEVER_MIND)))));
        return Reply.of(recent(request), next);
    }

    private static String asked(Chat chat, PersonId person) {
        return "announce-asked:" + chat.id() + ":" + person.key();
    }

    @Override
    public void waitNoMore(Chat chat, PersonId person) {
        choices.set(asked(chat, person), "0");
    }

    @Override
    public boolean awaits(Chat chat, PersonId person) {
        return choices.get(asked(chat, person))
                .filter(until -> Long.parseLong(until) > clock.instant().toEpochMilli())
                .isPresent();
    }

    @Override
    public Reply receive(Request request) {
        int longest = request.media().isPresent() ? LONGEST_CAPTION : LONGEST;
        if (request.arguments().length() > longest) {
            return request.plain("command.too-long", longest);
        }
        if (request.arguments().isBlank() && request.media().isEmpty()) {
            return request.plain("announce.nothing");
        }
        waitNoMore(request.chat(), request.person());
        RichText.Builder words = RichText.builder().bold(request.say("announce.heading"));
        if (!request.arguments().isBlank()) {
            words.plain("\n" + request.arguments());
        }
        OutgoingMessage plain = OutgoingMessage.of(words.build());
        OutgoingMessage message = request.media().map(plain::withMedia).orElse(plain);
        long draft = notices.add(TOPIC, message, clock.instant());
        notices.askForReceipts(draft, true);
        choices.set(choice(draft), "");
        List<OutgoingMessage> shown = new ArrayList<>(List.of(message));
        if (request.attachment().unsendable()) {
            shown.add(OutgoingMessage.plain(request.say("announce.words-only")));
        }
        if (request.attachment().ofSet()) {
            shown.add(OutgoingMessage.plain(request.say("announce.first-picture")));
        }
        shown.add(control(request, draft));
        return Reply.of(shown.toArray(OutgoingMessage[]::new));
    }

    private OutgoingMessage recent(Request request) {
        List<NoticeProgress> recent = notices.recent(TOPIC, RECENT);
        RichText.Builder text = RichText.builder().plain(request.say("announce.usage"));
        for (NoticeProgress notice : recent) {
            String words = notice.text().replaceFirst("^[^\n]*\n", "").replaceAll("\\s+", " ");
            text.plain("\n\n• ")
                    .bold(RichText.plain(words).abridged(60).text())
                    .plain("\n   "
                            + request.say(
                                    "announce.progress",
                                    DateFormats.minute(notice.at(), zone),
                                    notice.sent(),
                                    notice.waiting(),
                                    notice.dead(),
                                    notice.acknowledged()));
        }
        return OutgoingMessage.of(text.build());
    }

    private OutgoingMessage control(Request request, long draft) {
        int all = audience.open(request).size();
        String ask = request.say(notices.asksForReceipts(draft) ? "announce.receipts.on" : "announce.receipts.off");
        return OutgoingMessage.plain(request.say("announce.preview"))
                .withButtons(List.of(
                        List.of(audience.button(ask, draft, "ask")),
                        List.of(audience.button(request.say("announce.all", all), draft, "all")),
                        List.of(audience.button(request.say("announce.urgent", all), draft, "urgent")),
                        List.of(audience.button(request.say("announce.choose"), draft, "page:0")),
                        List.of(audience.button(request.say("announce.cancel"), draft, "no"))));
    }

    private static String choice(long draft) {
        return "announce:" + draft;
    }

    /**
     * Handles a press. The data is {@code DRAFT:WISH}, the wish one of ask, all, urgent, some, no, back, send, page:N,
     * tick:CHAT:N, units:N and unit:UNIT:N. To all, and urgently, it goes only after a second press: yes-all,
     * yes-urgent, yes-some.
     */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (data.from(0).equals(NEVER_MIND)) {
            waitNoMore(request.chat(), request.person());
            String done = request.say("announce.cancelled");
            return Reply.edit(OutgoingMessage.plain(done), done);
        }
        if (data.size() < 2 || !data.field(0).matches("\\d{1,18}")) {
            return request.toast("press.stale");
        }
        long draft = Long.parseLong(data.field(0));
        Optional<String> chosen = choices.get(choice(draft)).filter(text -> !text.equals(GONE));
        return chosen.map(ids -> pressed(request, draft, ids, data.from(1)))
                .orElseGet(() -> request.toast("press.stale"));
    }

    private Reply pressed(Request request, long draft, String chosen, String wish) {
        Optional<Reply> sending = sending(request, draft, chosen, wish);
        if (sending.isPresent()) {
            return sending.get();
        }
        if (wish.equals("back")) {
            return Reply.edit(control(request, draft), request.say("announce.preview"));
        }
        if (wish.equals("ask")) {
            boolean wanted = !notices.asksForReceipts(draft);
            notices.askForReceipts(draft, wanted);
            return Reply.edit(
                    control(request, draft),
                    request.say(wanted ? "announce.receipts.will" : "announce.receipts.will-not"));
        }
        if (wish.equals("no")) {
            choices.set(choice(draft), GONE);
            String done = request.say("announce.cancelled");
            return Reply.edit(OutgoingMessage.plain(done), done);
        }
        return choose(request, draft, chosen, wish);
    }

    private Optional<Reply> sending(Request request, long draft, String chosen, String wish) {
        List<Chat> some = chosen(request, chosen);
        return switch (wish) {
            case "all", "urgent" ->
                Optional.of(sure(request, draft, audience.open(request).size(), wish));
            case "some" ->
                Optional.of(
                        some.isEmpty() ? request.toast("announce.nobody") : sure(request, draft, some.size(), wish));
            case "send" ->
                Optional.of(
                        some.isEmpty()
                                ? request.toast("announce.nobody")
                                : send(request, draft, some, Priority.ORDINARY));
            case "yes-all" -> Optional.of(send(request, draft, audience.open(request), Priority.ORDINARY));
            case "yes-urgent" -> Optional.of(send(request, draft, audience.open(request), Priority.URGENT));
            case "yes-some" -> Optional.of(send(request, draft, some, Priority.URGENT));
            default -> Optional.empty();
        };
    }

    private List<Chat> chosen(Request request, String chosen) {
        Set<Long> ids = ids(chosen);
        return audience.open(request).stream()
                .filter(chat -> ids.contains(chat.id()))
                .toList();
    }

    /** Asks a second time about an announcement that cannot be called back, and concerns many or overtakes all. */
    private Reply sure(Request request, long draft, int count, String wish) {
        String question = request.say(wish.equals("all") ? "announce.sure" : "announce.sure.urgent", count);
        return Reply.edit(
                OutgoingMessage.plain(question)
                        .withButtons(List.of(
                                List.of(audience.button(request.say("announce.yes", count), draft, "yes-" + wish)),
                                List.of(audience.button(request.say("announce.back"), draft, "back")),
                                List.of(audience.button(request.say("announce.cancel"), draft, "no")))),
                question);
    }

    private Reply send(Request request, long draft, List<Chat> to, Priority priority) {
        database.transaction(() -> {
            deliveries.enqueueNotice(draft, to.stream().map(Chat::id).toList(), priority, clock.instant());
            choices.set(choice(draft), GONE);
            audit.add(request.person().key(), "announce", draft + " to " + to.size() + " chats", clock.instant());
        });
        String done = request.say("announce.sent", to.size());
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    private Reply choose(Request request, long draft, String chosen, String wish) {
        if (!wish.matches("(?:page|units):\\d{1,6}|(?:tick|unit):\\d{1,18}:\\d{1,6}")) {
            return request.toast("press.stale");
        }
        String[] parts = wish.split(":");
        Set<Long> ids = ids(chosen);
        if (parts[0].equals("tick")) {
            long chat = Long.parseLong(parts[1]);
            if (!ids.remove(chat)) {
                ids.add(chat);
            }
            choices.set(choice(draft), ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        if (parts[0].equals("unit")) {
            audience.toggle(request, Long.parseLong(parts[1]), ids);
            choices.set(choice(draft), ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        int page = Integer.parseInt(parts[parts.length - 1]);
        boolean byUnit = parts[0].startsWith("unit");
        return Reply.edit(
                byUnit ? audience.unitMenu(request, draft, ids, page) : audience.menu(request, draft, ids, page),
                request.say("announce.chosen", ids.size()));
    }

    private static Set<Long> ids(String chosen) {
        return Arrays.stream(chosen.split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
