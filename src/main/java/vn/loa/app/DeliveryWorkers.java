package vn.loa.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.bot.BotWorkers;
import vn.loa.delivery.Answers;
import vn.loa.delivery.Backlog;
import vn.loa.delivery.Budget;
import vn.loa.delivery.ChatPreferences;
import vn.loa.delivery.ContentStores;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.FileResender;
import vn.loa.delivery.NoticeAmender;
import vn.loa.delivery.OwedAnswers;
import vn.loa.delivery.ReceiptCounter;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.ChatTroubles;
import vn.loa.delivery.connection.LostTopics;
import vn.loa.delivery.connection.NoticeQueue;
import vn.loa.delivery.format.DigestNotes;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.delivery.reminder.DeadlineReminders;
import vn.loa.delivery.reminder.DigestCorrections;
import vn.loa.delivery.reminder.DigestReminders;
import vn.loa.model.Bot;
import vn.loa.model.ButtonData;
import vn.loa.phrases.Phrases;

/** Makes the delivery workers of each bot, over the stores and the rules of all. */
public final class DeliveryWorkers implements BotWorkers {
    private final Storage storage;
    private final MessageFormats formats;
    private final SendCalendar.Rules rules;
    private final RetryPolicy retries;
    private final Duration filesTake;
    private final InstantSource clock;
    private final ChatTroubles troubles;
    private final NoticeQueue notices;
    private final Phrases phrases;
    private final ChatPreferences preferences;
    /** The bots whose plan has a limit. */
    private final Set<Bot> planned = ConcurrentHashMap.newKeySet();

    /**
     * Prepares the workers of all bots.
     *
     * @param rules for chats that chose no times of their own
     * @param filesTake how long corrections wait for the files of one delivery that are sent again, usually
     *     {@link FileResender#PATIENCE}
     */
    public DeliveryWorkers(
            Storage storage,
            Phrases phrases,
            MessageFormats formats,
            SendCalendar.Rules rules,
            RetryPolicy retries,
            Duration filesTake,
            InstantSource clock) {
        this.storage = storage;
        this.phrases = phrases;
        this.formats = formats;
        this.rules = rules;
        this.retries = retries;
        this.clock = clock;
        this.filesTake = filesTake;
        this.notices = new NoticeQueue(storage.notices(), storage.deliveries());
        LostTopics lostTopics =
                new LostTopics(storage.database(), storage.chats(), storage.settings(), notices, phrases, clock);
        this.troubles = new ChatTroubles(storage.troubles(), lostTopics, clock);
        this.preferences = new ChatPreferences(storage.pictures(), storage.receipts());
    }

    /** Makes what reminds chats of deadlines. */
    public DeadlineReminders reminders(DeadlineReminders.Words words) {
        return new DeadlineReminders(
                storage.database(),
                storage.reminders(),
                storage.notices(),
                storage.deliveries(),
                words,
                new DeadlineReminders.Sparing(planned::contains, digestReminders(words)),
                clock);
    }

    private DigestReminders digestReminders(DeadlineReminders.Words words) {
        return new DigestReminders(storage.reminders(), storage.digests(), words);
    }

    /** Digests have no buttons. */
    private DeadlineReminders.Words words() {
        return new DeadlineReminders.Words(phrases, rules.zone(), (deadline, due) -> ButtonData.of("han"));
    }

    @Override
    public BotConnection connect(Messenger messenger) {
        BotConnection connection = new BotConnection(messenger, storage.bots(), storage.chats(), troubles, clock);
        storage.messages()
                .sentToGroups(messenger.bot(), clock.instant().minus(Duration.ofMinutes(1)))
                .forEach(connection.limiter()::remember);
        return connection;
    }

    @Override
    public Answers answers(BotConnection connection) {
        return new Answers(connection, new OwedAnswers(storage.owedAnswers()), phrases);
    }

    @Override
    public Dispatcher dispatcher(BotConnection connection, Optional<Budget> budget) {
        budget.ifPresent(plan -> planned.add(connection.bot()));
        return dispatcher(connection, budget, Dispatcher.Settings.usual(connection.capabilities(), retries));
    }

    /** Makes what sends over a connection in this way. */
    public Dispatcher dispatcher(BotConnection connection, Optional<Budget> budget, Dispatcher.Settings settings) {
        return new Dispatcher(
                connection,
                new Backlog(
                        storage.database(),
                        storage.deliveries(),
                        storage.messages(),
                        storage.digests(),
                        storage.speaking()),
                new ContentStores(
                        storage.articles(),
                        storage.sources(),
                        storage.notices(),
                        storage.skips(),
                        preferences,
                        notes(connection, budget.isPresent())),
                formats,
                new SendCalendar.Rules(rules.quiet(), rules.zone(), budget),
                settings);
    }

    /** Reminders where messages cost, corrections where they cannot be changed. */
    private DigestNotes notes(BotConnection connection, boolean sparing) {
        DigestNotes reminders = sparing ? digestReminders(words()) : DigestNotes.none();
        return connection.capabilities().editing()
                ? reminders
                : digestCorrections().and(reminders);
    }

    private DigestCorrections digestCorrections() {
        DigestCorrections.Stores stores = new DigestCorrections.Stores(
                storage.messages(), storage.corrections(), storage.digests(), storage.documents());
        return new DigestCorrections(stores, phrases, rules.zone());
    }

    @Override
    public Corrector corrector(BotConnection connection) {
        Corrector.Content content = new Corrector.Content(
                storage.database(), storage.sources(), storage.skips(), preferences, notices, digestCorrections());
        NoticeAmender.Content announced = new NoticeAmender.Content(
                storage.amendments(),
                storage.albums(),
                storage.notices(),
                storage.receipts(),
                notices,
                formats.announcement(),
                phrases);
        return new Corrector(
                connection,
                formats,
                retries,
                storage.messages(),
                content,
                new NoticeAmender(connection, announced, resender(connection), retries));
    }

    private FileResender resender(BotConnection connection) {
        FileResender.Content content = new FileResender.Content(
                storage.resends(), storage.albums(), storage.notices(), formats.announcement());
        return new FileResender(connection, content, retries, filesTake);
    }

    @Override
    public ReceiptCounter receiptCounter(BotConnection connection) {
        return new ReceiptCounter(connection, formats, retries, storage.messages(), storage.receipts());
    }
}
