package vn.loa.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.loa.bot.UpdateReceiver;
import vn.loa.command.ChatAdmission;
import vn.loa.command.FileDownload;
import vn.loa.command.Reply;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.routing.CommandRouter;
import vn.loa.delivery.Answers;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.HealthIndicator;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.ReplyTarget;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.delivery.InboxStore;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.telegram.incoming.Origin;

/** Receives a Telegram bot's updates, routes them to the commands and sends their answers before all broadcasts. */
public final class TelegramReceiver implements TelegramListener, UpdateReceiver {

    private final String name;
    private final TelegramChannel channel;
    private final CommandRouter router;
    private final ChatAdmission admission;
    private final ReceiptStore receipts;
    private final Answers answers;
    private final InstantSource clock;
    private final PressAcknowledger presses;
    private final Reactions reactions;
    private final Deletions deletions;
    private final MemberCounts members;
    private final TelegramUpdates updates;
    private final TelegramMenuPublisher menus;
    private volatile boolean closed;

    /** Holds where what is heard goes. */
    public record Context(
            CommandRouter router,
            ChatAdmission admission,
            ReceiptStore receipts,
            Answers answers,
            SettingStore settings,
            MemberCountStore memberCounts) {}

    /**
     * A receiver; it does not listen yet.
     *
     * @param name what the listening is called in the status
     */
    public TelegramReceiver(
            String name, TelegramChannel channel, Context context, InboxStore received, InstantSource clock) {
        this.name = name;
        this.channel = channel;
        this.router = context.router();
        this.admission = context.admission();
        this.receipts = context.receipts();
        this.answers = context.answers();
        this.clock = clock;
        this.presses = channel.presses();
        this.reactions = channel.reactions();
        this.deletions = channel.deletions();
        this.members =
                channel.memberCounts(() -> admission.groups(channel.messenger().bot()), context.memberCounts());
        this.updates = channel.updates(this, received);
        this.menus = new TelegramMenuPublisher(channel.messenger().bot(), channel.menu(), router, context.settings());
    }

    @Override
    public void start() {
        updates.start();
        members.start();
        menus.refresh();
        router.roles().onChange(this::refreshMenus);
    }

    private void refreshMenus() {
        if (!closed) {
            menus.refresh();
        }
    }

    @Override
    public Optional<byte[]> fetch(String fileId) {
        return channel.fetch(fileId, FileDownload.MOST_BYTES);
    }

    @Override
    public HealthIndicator.OfLoop health() {
        return new HealthIndicator.OfLoop(name, updates.lastPoll(), updates.problem());
    }

    @Override
    public Optional<Duration> longestPoll() {
        return Optional.of(channel.options().times().longestBetweenPolls());
    }

    @Override
    public Optional<String> botName() {
        return channel.username();
    }

    @Override
    public void said(IncomingCommand command, Origin origin) {
        countMembers(command.chat(), command.kind());
        Reply reply = router.answer(command);
        menus.spoke(command);
        presses.acknowledge(origin, reply.toast());
        reply.edit().ifPresent(message -> edit(origin, message));
        if (reply.forgetsQuestion()) {
            origin.words().ifPresent(words -> deletions.delete(command.chat().chatId(), words));
        }
        Optional<ReplyTarget> target = origin.target(reply.aside());
        // What follows the first stands below it; the question need not be shown again.
        Optional<ReplyTarget> following = reply.aside() ? target : Optional.empty();
        for (int i = 0; i < reply.messages().size(); i++) {
            OutgoingMessage message = reply.messages().get(i);
            Optional<ReplyTarget> each = i == 0 ? target : following;
            say(command.chat(), each.map(message::inReplyTo).orElse(message));
        }
    }

    private void edit(Origin origin, OutgoingMessage message) {
        if (origin.messageId().isEmpty()) {
            say(origin.chat(), message);
        } else {
            var unused = answers.edit(origin.chat(), origin.messageId().get(), message);
        }
    }

    private void send(ChatAddress chat, List<OutgoingMessage> messages) {
        messages.forEach(message -> say(chat, message));
    }

    private void say(ChatAddress chat, OutgoingMessage message) {
        var unused = answers.send(chat, message);
    }

    @Override
    public void acknowledged(Acknowledgement sign, Optional<String> words) {
        boolean counted = receipts.acknowledgeMessage(
                sign.bot(), sign.chatId(), sign.messageId(), sign.person(), sign.name(), sign.how(), clock.instant());
        if (counted) {
            words.ifPresent(messageId -> reactions.agree(sign.chatId(), messageId));
        }
    }

    @Override
    public Optional<String> movedTo(String chatId) {
        return admission.movedTo(channel.messenger().bot(), chatId);
    }

    @Override
    public boolean mayHear() {
        return answers.maySpeak();
    }

    @Override
    public void happened(ChatEvent event) {
        if (event.change() == ChatEvent.Change.JOINED) {
            countMembers(event.chat(), event.kind());
        }
        send(event.chat(), admission.on(event).messages());
    }

    /** Asks how many people are in a group before operators are asked about it. */
    private void countMembers(ChatAddress chat, ChatKind kind) {
        admission.wantsMembers(chat, kind).ifPresent(counts -> counts.note(chat, members.askNow(chat)));
    }

    @Override
    public boolean takesAnswer(IncomingCommand command) {
        return router.takesAnswer(command);
    }

    @Override
    public void close() {
        closed = true;
        updates.close();
        menus.close();
        members.close();
        channel.close();
    }
}
