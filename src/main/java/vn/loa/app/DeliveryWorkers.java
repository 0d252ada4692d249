package vn.loa.app;

import java.time.InstantSource;
import java.util.Optional;
import vn.loa.bot.BotWorkers;
import vn.loa.delivery.Backlog;
import vn.loa.delivery.BotConnection;
import vn.loa.delivery.Budget;
import vn.loa.delivery.ChatPreferences;
import vn.loa.delivery.ContentStores;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.LostTopics;
import vn.loa.delivery.NoticeQueue;
import vn.loa.delivery.ReceiptCounter;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.phrases.Phrases;

/** Makes what works for each bot, over the stores and the rules of all. */
public final class DeliveryWorkers implements BotWorkers {
    private final Storage storage;
    private final MessageFormats wording;
    private final SendCalendar.Rules rules;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private final LostTopics lostTopics;
    private final NoticeQueue notices;
    private final ChatPreferences preferences;

    /**
     * Prepares the workers of all bots.
     *
     * @param rules for chats that chose no times of their own
     */
    public DeliveryWorkers(
            Storage storage,
            Phrases phrases,
            MessageFormats wording,
            SendCalendar.Rules rules,
            RetryPolicy retries,
            InstantSource clock) {
        this.storage = storage;
        this.wording = wording;
        this.rules = rules;
        this.retries = retries;
        this.clock = clock;
        this.notices = new NoticeQueue(storage.notices(), storage.deliveries());
        this.lostTopics =
                new LostTopics(storage.database(), storage.chats(), storage.settings(), notices, phrases, clock);
        this.preferences = new ChatPreferences(storage.pictures(), storage.receipts());
    }

    @Override
    public BotConnection connect(Messenger messenger) {
        return new BotConnection(messenger, storage.bots(), storage.chats(), lostTopics, clock);
    }

    @Override
    public Dispatcher dispatcher(BotConnection line, Optional<Budget> budget) {
        return dispatcher(line, budget, Dispatcher.Settings.usual(line.capabilities(), retries));
    }

    /** Makes what sends over a line in this way. */
    public Dispatcher dispatcher(BotConnection line, Optional<Budget> budget, Dispatcher.Settings settings) {
        return new Dispatcher(
                line,
                new Backlog(storage.database(), storage.deliveries(), storage.digests(), storage.speaking()),
                new ContentStores(
                        storage.articles(), storage.sources(), storage.notices(), storage.skips(), preferences),
                wording,
                new SendCalendar.Rules(rules.quiet(), rules.zone(), budget),
                settings);
    }

    @Override
    public Corrector corrector(BotConnection line) {
        Corrector.Content content =
                new Corrector.Content(storage.database(), storage.sources(), storage.skips(), preferences, notices);
        return new Corrector(line, wording, retries, storage.corrections(), content);
    }

    @Override
    public ReceiptCounter receiptCounter(BotConnection line) {
        return new ReceiptCounter(line, wording.announcement(), retries, storage.receipts());
    }
}
