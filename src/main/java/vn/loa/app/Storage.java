package vn.loa.app;

import vn.loa.store.ArticleStore;
import vn.loa.store.AuditStore;
import vn.loa.store.BotStore;
import vn.loa.store.BudgetStore;
import vn.loa.store.ChatStore;
import vn.loa.store.CorrectionStore;
import vn.loa.store.Database;
import vn.loa.store.DeadLetterStore;
import vn.loa.store.DeliveryStore;
import vn.loa.store.DigestStore;
import vn.loa.store.HeadlineStore;
import vn.loa.store.InboxStore;
import vn.loa.store.InvitationStore;
import vn.loa.store.LanguageStore;
import vn.loa.store.ListItemStore;
import vn.loa.store.MessageStore;
import vn.loa.store.NoticeStore;
import vn.loa.store.OaTokenStore;
import vn.loa.store.OperatorStore;
import vn.loa.store.OwnershipStore;
import vn.loa.store.PictureStore;
import vn.loa.store.ReceiptStore;
import vn.loa.store.Recipients;
import vn.loa.store.ReportStore;
import vn.loa.store.RoleStore;
import vn.loa.store.SettingStore;
import vn.loa.store.SourceStore;
import vn.loa.store.SourceWatchStore;
import vn.loa.store.SpeakingStore;
import vn.loa.store.StorySkipStore;
import vn.loa.store.StoryStore;
import vn.loa.store.SubscriptionStore;
import vn.loa.store.UnitStore;
import vn.loa.watch.AnnouncementStores;
import vn.loa.watch.WatchMemory;
import vn.loa.watch.WatchStores;

/**
 * Holds all stores of a database, each made once. It stays in the composition root: objects that need stores are handed
 * the few that they use.
 */
public record Storage(
        Database database,
        DeliveryStore deliveries,
        DigestStore digests,
        CorrectionStore corrections,
        MessageStore messages,
        StoryStore stories,
        StorySkipStore skips,
        ReceiptStore receipts,
        PictureStore pictures,
        SpeakingStore speaking,
        ChatStore chats,
        BotStore bots,
        ArticleStore articles,
        SourceStore sources,
        SourceWatchStore watched,
        ListItemStore listItems,
        NoticeStore notices,
        SettingStore settings,
        SubscriptionStore subscriptions,
        Recipients recipients,
        HeadlineStore headlines,
        UnitStore units,
        RoleStore roles,
        OperatorStore operators,
        InvitationStore invitations,
        LanguageStore languages,
        AuditStore audit,
        ReportStore reports,
        DeadLetterStore deadLetters,
        InboxStore inbox,
        BudgetStore budgets,
        OaTokenStore oaTokens,
        OwnershipStore ownerships) {
    /** Makes the stores of a database. */
    public static Storage of(Database database) {
        return new Storage(
                database,
                new DeliveryStore(database),
                new DigestStore(database),
                new CorrectionStore(database),
                new MessageStore(database),
                new StoryStore(database),
                new StorySkipStore(database),
                new ReceiptStore(database),
                new PictureStore(database),
                new SpeakingStore(database),
                new ChatStore(database),
                new BotStore(database),
                new ArticleStore(database),
                new SourceStore(database),
                new SourceWatchStore(database),
                new ListItemStore(database),
                new NoticeStore(database),
                new SettingStore(database),
                new SubscriptionStore(database),
                new Recipients(database),
                new HeadlineStore(database),
                new UnitStore(database),
                new RoleStore(database),
                new OperatorStore(database),
                new InvitationStore(database),
                new LanguageStore(database),
                new AuditStore(database),
                new ReportStore(database),
                new DeadLetterStore(database),
                new InboxStore(database),
                new BudgetStore(database),
                new OaTokenStore(database),
                new OwnershipStore(database));
    }

    /** Returns the stores that the watch works with. */
    public WatchStores watch() {
        return new WatchStores(database, sources, headlines, articles);
    }

    /** Returns the stores of what the watch keeps between two checks. */
    public WatchMemory watchMemory() {
        return new WatchMemory(watched, listItems, settings);
    }

    /** Returns the stores into which the watch enters announcements. */
    public AnnouncementStores announcements() {
        return new AnnouncementStores(deliveries, corrections, stories, skips);
    }
}
