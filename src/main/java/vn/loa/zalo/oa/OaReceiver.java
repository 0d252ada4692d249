package vn.loa.zalo.oa;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.GroupPlaces;
import vn.loa.bot.UpdateReceiver;
import vn.loa.command.ChatAdmission;
import vn.loa.command.NumberedMenus;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.command.routing.CommandRouter;
import vn.loa.delivery.Answers;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.HealthIndicator;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.RoleStore;
import vn.loa.store.delivery.InboxStore;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/** Receives what a webhook brings for an Official Account. Lists its groups every hour, so that operators can let them in. */
public final class OaReceiver implements OaListener, UpdateReceiver, WebRoute {
    private static final Logger log = LoggerFactory.getLogger(OaReceiver.class);
    private static final Duration LISTED_EVERY = Duration.ofHours(1);
    private static final Duration ENDS_EVERY = Duration.ofHours(12);

    private final String name;
    private final Bot bot;
    private final OaChannel channel;
    private final Context context;
    private final NumberedMenus menus;
    private final Answers answers;
    private final Runnable answered;
    private final InstantSource clock;
    private final OaWebhook webhook;
    private final OaNames names;
    private final String path;
    private final ScheduledExecutorService listing = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "oa-groups");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Instant lastEvent;
    private volatile Optional<String> number;
    private volatile boolean introduced;
    private volatile Optional<GroupPlaces> places = Optional.empty();

    /** Holds where what is heard goes, and what has to be remembered of it. */
    public record Context(
            CommandRouter router,
            ChatAdmission admission,
            NumberedMenus menus,
            ReceiptStore receipts,
            RoleStore roles,
            InboxStore received,
            OaGroupExpiry expiry,
            OaAccounts accounts) {}

    /**
     * A receiver; it does not listen yet.
     *
     * @param name what the listening is called in the status
     * @param answered is run for each message that answers a person who is no operator
     */
    public OaReceiver(
            String name, OaChannel channel, Context context, Answers answers, Runnable answered, InstantSource clock) {
        this.answered = answered;
        this.name = name;
        this.bot = channel.messenger().bot();
        this.channel = channel;
        this.context = context;
        this.menus = context.menus();
        this.answers = answers;
        this.clock = clock;
        this.names = channel.names(context.roles(), () -> OaNames.PATIENCE);
        this.webhook = channel.webhook(this, context.received());
        String id = channel.account().id();
        this.path = OaAccounts.PATH + "/" + (id.isEmpty() ? bot.name() : id);
        this.number = Optional.of(id).filter(told -> !told.isEmpty());
        this.introduced = number.isPresent();
    }

    @Override
    public void start() {
        // Before it listens: what is meant for another account is not taken for its own.
        known(number.or(() -> context.accounts().number(bot)));
        webhook.open();
        context.accounts().join(this);
        listing.scheduleWithFixedDelay(this::introduce, 0, LISTED_EVERY.toMinutes(), TimeUnit.MINUTES);
        listing.scheduleWithFixedDelay(this::listGroups, 0, LISTED_EVERY.toMinutes(), TimeUnit.MINUTES);
        listing.scheduleWithFixedDelay(this::lookAtEnds, 1, ENDS_EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    /** An account of the configuration is known by a name of Loa's own until Zalo has told its number. */
    private void introduce() {
        try {
            if (!introduced) {
                channel.begin();
                known(context.accounts().number(bot).or(this::learned));
                introduced = number.isPresent();
                Optional.of(channel.calledName())
                        .filter(String::isBlank)
                        .flatMap(none -> context.accounts().name(bot))
                        .ifPresent(webhook::called);
            }
        } catch (RuntimeException e) {
            log.warn("{}: who the account is cannot be noted: {}", bot, e.getMessage());
        }
    }

    private void known(Optional<String> told) {
        number = told;
        told.ifPresent(webhook::belongsTo);
    }

    private Optional<String> learned() {
        Optional<OaIdentity> identity = channel.identity();
        identity.ifPresent(told -> context.accounts().learn(bot, told));
        return identity.map(OaIdentity::id);
    }

    Bot bot() {
        return bot;
    }

    /** Returns the account's number; empty while it is not known. */
    Optional<String> number() {
        return number;
    }

    /** Operators hear a week ahead of groups that end. */
    private void lookAtEnds() {
        places = channel.groups().places();
        try {
            for (OaGroup group : channel.groups().list()) {
                context.expiry()
                        .look(
                                group,
                                channel.groups()
                                        .end(group.id(), context.expiry().zone()));
            }
        } catch (OaException | RuntimeException e) {
            log.warn("{}: it is not known when groups of the Official Account end: {}", bot, e.getMessage());
        }
    }

    /** A group that Loa did not know waits to be let in: {@code /nhom} shows it with its name. */
    private void listGroups() {
        try {
            channel.groups().list().stream()
                    .filter(group -> group.enabled())
                    .forEach(group ->
                            context.admission().list(ChatAddress.of(bot, group.id()), ChatKind.GROUP, group.name()));
        } catch (OaException | RuntimeException e) {
            log.warn("{}: the groups of the Official Account could not be listed: {}", bot, e.getMessage());
        }
    }

    @Override
    public HealthIndicator.OfLoop health() {
        return new HealthIndicator.OfLoop(name, Optional.ofNullable(lastEvent), channel.problem());
    }

    @Override
    public Optional<String> botName() {
        return Optional.empty();
    }

    @Override
    public Optional<GroupPlaces> groupPlaces() {
        return places;
    }

    @Override
    public List<WebRoute> routes() {
        return List.of(this);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        int status = webhook.receive(
                request.body(), request.header(OaWebhook.SIGNATURE_HEADER), request.header(OaWebhook.TIMESTAMP_HEADER));
        if (status == 200) {
            lastEvent = clock.instant();
        }
        return WebAnswer.json(status, "{}");
    }

    @Override
    public boolean mayHear() {
        return answers.maySpeak();
    }

    @Override
    public void said(IncomingCommand incoming) {
        IncomingCommand command = named(menus.understood(incoming));
        boolean operator = context.router().roles().isOperator(command.sender().person());
        menus.said(command, context.router().answer(command)).forEach(message -> {
            var unused = answers.send(command.chat(), message).thenAccept(result -> {
                if (!operator && result instanceof SendResult.Sent) {
                    answered.run();
                }
            });
        });
    }

    /** Asks for the name only now that a menu is answered: most of what is said in a group is not for Loa. */
    private IncomingCommand named(IncomingCommand command) {
        Sender sender = command.sender();
        return command.isWrittenChoice() && sender.name().isEmpty()
                ? command.by(new Sender(sender.person(), name(command.chat(), sender.person()), sender.chatAdmin()))
                : command;
    }

    @Override
    public boolean takesAnswer(IncomingCommand command) {
        return context.router().takesAnswer(command);
    }

    @Override
    public void acknowledged(Acknowledgement sign) {
        context.receipts()
                .acknowledgeMessage(
                        sign.bot(),
                        sign.chatId(),
                        sign.messageId(),
                        sign.person(),
                        sign.name(),
                        sign.how(),
                        clock.instant());
    }

    @Override
    public void happened(ChatEvent event) {
        context.admission().on(event).messages().forEach(message -> {
            var unused = answers.send(event.chat(), message);
        });
    }

    @Override
    public Runnable interacted(ChatAddress person, Instant at) {
        InteractionStore.Heard heard = channel.window().heard(person, at);
        return () -> {
            Optional<OutgoingMessage> waited = channel.window().afterWaiting(person, heard.waited());
            if (waited.isPresent()) {
                var unused = answers.send(person, waited.get());
            } else if (heard.first() && context.admission().mayHear(person)) {
                var unused = answers.send(person, channel.window().atFirst());
            }
        };
    }

    @Override
    public boolean administers(ChatAddress group, PersonId person) {
        return context.roles().admins(group).contains(person);
    }

    @Override
    public String name(ChatAddress chat, PersonId person) {
        Optional<String> group = OaChats.kind(chat) == ChatKind.GROUP ? Optional.of(chat.chatId()) : Optional.empty();
        return names.of(person, group);
    }

    @Override
    public void close() {
        context.accounts().part(this);
        listing.shutdownNow();
        webhook.close();
        names.close();
        channel.close();
    }
}
