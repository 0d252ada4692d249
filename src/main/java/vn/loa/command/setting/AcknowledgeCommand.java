package vn.loa.command.setting;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.intent.AcknowledgementReader;
import vn.loa.model.ButtonData;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReceiptStore;

/**
 * Acknowledges an announcement: by a press, whose data names it; or in words, which acknowledge the last message
 * that asked for it, where there are no buttons and no reply tells which one is answered.
 */
public final class AcknowledgeCommand implements Command {
    private static final String NAME = "nam";

    /** The age after which a message is hardly meant. */
    private static final Duration LATELY = Duration.ofDays(3);

    private final ReceiptStore receipts;
    private final RunningProgram program;
    private final ZoneId zone;
    private final InstantSource clock;

    public AcknowledgeCommand(CommandContext context, ReceiptStore receipts) {
        this.receipts = receipts;
        this.program = context.program();
        this.zone = context.zone();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of();
    }

    @Override
    public List<String> plainWords() {
        return List.of("da nam");
    }

    @Override
    public boolean saidByMany() {
        return true;
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Reply run(Request request) {
        Optional<Reply> marked =
                AnnouncementRef.parse(request.arguments().strip()).flatMap(what -> acknowledgeMarked(request, what));
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> answered = request.answered().filter(id -> !id.equals(IncomingCommand.SOME_MESSAGE));
        Reply reply = answered.map(id -> acknowledge(request, id)).orElseGet(() -> acknowledgeLast(request));
        // Where messages are counted they are for news; how many acknowledged stands in the next digest.
        return program.metered(request.chat().address().bot()) ? Reply.none() : reply;
    }

    /** Acknowledges what a mark in a message names, {@code nắm 12}; empty when it was not told here. */
    private Optional<Reply> acknowledgeMarked(Request request, AnnouncementRef what) {
        boolean known = receipts.knows(request.person());
        Optional<ReceiptStore.Given> given = receipts.acknowledge(
                what, request.chat().id(), request.person(), request.name(), ReceiptStore.How.REPLY, clock.instant());
        boolean silent = program.metered(request.chat().address().bot());
        return given.map(receipt ->
                silent ? Reply.none() : Reply.plain(thanks(request, receipts.title(what)) + notice(request, known)));
    }

    private static String thanks(Request request, Optional<String> title) {
        return title.map(told -> request.say("receipts.thanks-for", told))
                .orElseGet(() -> request.say("receipts.thanks"));
    }

    private Reply acknowledgeLast(Request request) {
        boolean known = receipts.knows(request.person());
        return receipts.acknowledgeLast(
                        request.chat().id(),
                        request.person(),
                        named(request),
                        clock.instant().minus(LATELY),
                        clock.instant())
                .map(title -> Reply.plain(request.say("receipts.thanks-for", title) + notice(request, known)))
                .orElseGet(() -> request.plain("receipts.how"));
    }

    /** Returns the line that tells people, with their first receipt, what is kept of them. */
    private static String notice(Request request, boolean known) {
        return known ? "" : "\n" + request.say("receipts.notice");
    }

    private String named(Request request) {
        return Acknowledgement.named(
                request.name(),
                AcknowledgementReader.standard().read(request.arguments()).unit());
    }

    /** Acknowledges the message that an answer refers to, also when something came after it. */
    private Reply acknowledge(Request request, String messageId) {
        boolean known = receipts.knows(request.person());
        ChatAddress chat = request.chat().address();
        PersonId person = request.person();
        ReceiptStore.How how = ReceiptStore.How.REPLY;
        boolean asked = receipts.acknowledgeMessage(
                chat.bot(), chat.chatId(), messageId, person, named(request), how, clock.instant());
        return asked
                ? Reply.plain(
                        thanks(request, receipts.title(chat.bot(), chat.chatId(), messageId)) + notice(request, known))
                : unasked(request);
    }

    /** Returns how to acknowledge; in a group, nothing where people talk among themselves. */
    private Reply unasked(Request request) {
        boolean talk = request.chat().kind().shared()
                && !AcknowledgementReader.standard().read(request.arguments()).plainly();
        return talk ? Reply.none() : request.plain("receipts.how");
    }

    /** Returns the data of the button that acknowledges an announcement. */
    public static ButtonData button(AnnouncementRef what) {
        return ButtonData.of(NAME, what.key());
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        boolean known = receipts.knows(request.person());
        Optional<ReceiptStore.Given> given = AnnouncementRef.parse(data.from(0))
                .flatMap(what -> receipts.acknowledge(
                        what,
                        request.chat().id(),
                        request.person(),
                        request.name(),
                        ReceiptStore.How.BUTTON,
                        clock.instant()));
        return given.map(receipt -> receipt.first()
                        ? Reply.toast(request.say("receipts.thanks") + notice(request, known))
                        : request.toast("receipts.already", DateFormats.minute(receipt.at(), zone)))
                .orElseGet(() -> request.toast("press.stale"));
    }
}
