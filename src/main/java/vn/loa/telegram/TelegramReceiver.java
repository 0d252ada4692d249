package vn.loa.telegram;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.ProcessedUpdates;
import vn.loa.bot.UpdateReceiver;
import vn.loa.command.Acknowledgement;
import vn.loa.command.ChatAdmission;
import vn.loa.command.ChatEvent;
import vn.loa.command.CommandRouter;
import vn.loa.command.FileDownload;
import vn.loa.command.IncomingCommand;
import vn.loa.command.Reply;
import vn.loa.delivery.Answers;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.ChatAddress;
import vn.loa.model.HealthIndicator;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.ReceiptStore;
import vn.loa.store.SettingStore;

/** Receives a Telegram bot's updates, routes them to the commands and sends their answers before all broadcasts. */
public final class TelegramReceiver implements TelegramListener, UpdateReceiver {
    private static final Logger log = LoggerFactory.getLogger(TelegramReceiver.class);

    private final String name;
    private final TelegramChannel channel;
    private final CommandRouter router;
    private final ChatAdmission admission;
    private final ReceiptStore receipts;
    private final Answers answers;
    private final InstantSource clock;
    private final PressAcknowledger presses;
    private final TelegramUpdates updates;
    private final TelegramMenuPublisher menus;
    private volatile boolean closed;
    private final ExecutorService acknowledging =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "presses"));

    /** Holds where what is heard goes. */
    public record Context(
            CommandRouter router,
            ChatAdmission admission,
            ReceiptStore receipts,
            Answers answers,
            SettingStore settings) {}

    /**
     * A receiver; it does not listen yet.
     *
     * @param name what the listening is called in the status
     */
    public TelegramReceiver(
            String name, TelegramChannel channel, Context context, ProcessedUpdates processed, InstantSource clock) {
        this.name = name;
        this.channel = channel;
        this.router = context.router();
        this.admission = context.admission();
        this.receipts = context.receipts();
        this.answers = context.answers();
        this.clock = clock;
        this.presses = channel.presses();
        this.updates = channel.updates(this, processed);
        this.menus = new TelegramMenuPublisher(channel.messenger().bot(), channel.menu(), router, context.settings());
    }

    @Override
    public void start() {
        updates.start();
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
    public HealthIndicator health() {
        return new HealthIndicator.OfLoop(name, updates.lastPoll(), updates.problem());
    }

    @Override
    public Optional<String> botName() {
        return channel.username();
    }

    @Override
    public void said(IncomingCommand command, Origin origin) {
        Reply reply = router.answer(command);
        acknowledging.execute(() -> acknowledge(origin, reply.toast()));
        reply.edit().ifPresent(message -> edit(origin, message));
        send(command.chat(), reply.messages());
    }

    private void acknowledge(Origin origin, Optional<String> toast) {
        try {
            presses.acknowledge(origin, toast);
        } catch (RuntimeException e) {
            log.warn("a press could not be acknowledged", e);
        }
    }

    /** A message that cannot be changed any more is followed by a new one. */
    private void edit(Origin origin, OutgoingMessage message) {
        if (origin.messageId().isEmpty()) {
            say(origin.chat(), message);
            return;
        }
        var unused = answers.edit(origin.chat(), origin.messageId().get(), message)
                .thenAccept(result -> {
                    if (result instanceof SendResult.Rejected) {
                        say(origin.chat(), message);
                    }
                });
    }

    private void send(ChatAddress chat, List<OutgoingMessage> messages) {
        messages.forEach(message -> say(chat, message));
    }

    /** Sends an answer; its result is in the log, and a person who misses it asks again. */
    private void say(ChatAddress chat, OutgoingMessage message) {
        var unused = answers.send(chat, message);
    }

    @Override
    public void acknowledged(Acknowledgement sign) {
        receipts.acknowledgeMessage(
                sign.bot(), sign.chatId(), sign.messageId(), sign.person(), sign.name(), sign.how(), clock.instant());
    }

    @Override
    public void happened(ChatEvent event) {
        send(event.chat(), admission.on(event).messages());
    }

    @Override
    public void close() {
        closed = true;
        updates.close();
        acknowledging.shutdown();
        menus.close();
        channel.close();
    }
}
