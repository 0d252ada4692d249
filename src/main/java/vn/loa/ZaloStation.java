package vn.loa;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.CommandRouter;
import vn.loa.command.IncomingCommand;
import vn.loa.command.NumberedMenus;
import vn.loa.command.Vital;
import vn.loa.delivery.Answers;
import vn.loa.model.Bot;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.InboxStore;
import vn.loa.web.WebRoute;
import vn.loa.zalo.ZaloChannel;
import vn.loa.zalo.ZaloInboxLog;
import vn.loa.zalo.ZaloListener;
import vn.loa.zalo.ZaloUpdates;
import vn.loa.zalo.ZaloWebhook;

/** One Zalo bot's ears: what is said to it goes to the commands, and their answers go back with numbers for buttons. */
final class ZaloStation implements ZaloListener, Ears {
    private static final Logger log = LoggerFactory.getLogger(ZaloStation.class);

    private final ExecutorService registering = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "zalo-webhook");
        thread.setDaemon(true);
        return thread;
    });
    private final String name;
    private final ZaloChannel channel;
    private final CommandRouter router;
    private final NumberedMenus menus;
    private final Answers answers;
    private final ZaloUpdates updates;
    private final Optional<Door> door;
    private final Optional<ZaloWebhook> webhook;

    /**
     * The address at which Zalo brings updates.
     *
     * @param path at our own server
     * @param address as Zalo reaches it
     */
    record Door(String path, URI address, String secret) {}

    /**
     * A station.
     *
     * @param name what the listening is called in the status
     */
    ZaloStation(
            String name,
            ZaloChannel channel,
            CommandRouter router,
            NumberedMenus menus,
            Answers answers,
            ZaloInboxLog inboxLog,
            Optional<Door> door) {
        this.name = name;
        this.channel = channel;
        this.router = router;
        this.menus = menus;
        this.answers = answers;
        this.updates = channel.updates(this, inboxLog);
        this.door = door;
        this.webhook = door.map(each -> channel.webhook(each.secret(), updates));
    }

    /** What came in, kept in the database. */
    static ZaloInboxLog inboxLog(InboxStore inbox, InstantSource clock) {
        return new ZaloInboxLog() {
            @Override
            public boolean accept(Bot bot, String key, String body) {
                return inbox.accept(bot, key, body, clock.instant());
            }

            @Override
            public List<Waiting> waiting(Bot bot) {
                return inbox.waiting(bot).stream()
                        .map(each -> new Waiting(each.key(), each.body()))
                        .toList();
            }

            @Override
            public void done(Bot bot, String key) {
                inbox.done(bot, key);
            }
        };
    }

    @Override
    public void start() {
        if (door.isEmpty()) {
            updates.startPolling();
        } else {
            updates.startListening();
            registering.execute(() -> register(door.get()));
        }
    }

    /** Zalo keeps the address even when its own look at it fails, so it is told and tried with the next start. */
    private void register(Door at) {
        ZaloChannel.Registration done = channel.register(at.address(), at.secret());
        if (done.saved() && done.verified()) {
            log.info("{}: Zalo brings updates to {}", name, at.address());
        } else {
            log.error("{}: Zalo does not reach {}: {}", name, at.address(), done.outcome());
        }
    }

    @Override
    public List<WebRoute> routes() {
        return webhook.map(each ->
                        List.<WebRoute>of(new ZaloDoor(door.orElseThrow().path(), each)))
                .orElse(List.of());
    }

    @Override
    public Vital vital() {
        return new Vital(name, updates.lastPoll(), updates.problem().orElse(""));
    }

    /** Zalo's links lead to a bot but carry no code. */
    @Override
    public Optional<String> botName() {
        return Optional.empty();
    }

    @Override
    public void said(IncomingCommand heard) {
        IncomingCommand command = menus.understood(heard);
        for (OutgoingMessage message : menus.said(command, router.answer(command))) {
            var unused = answers.send(command.chat(), message);
        }
    }

    @Override
    public void close() {
        registering.shutdownNow();
        updates.close();
        channel.close();
    }
}
