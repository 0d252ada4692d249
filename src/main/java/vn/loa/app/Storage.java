package vn.loa.app;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import vn.loa.command.document.ChatCalendars;
import vn.loa.command.role.Roles;
import vn.loa.command.role.SecretLinks;
import vn.loa.command.role.WebFiles;
import vn.loa.fetch.Fetcher;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.StatisticsStore;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.ClosedHostStore;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.ListItemStore;
import vn.loa.store.article.PictureStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.store.article.StoryStore;
import vn.loa.store.chat.ApprovalStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.BotStore;
import vn.loa.store.chat.BotTokenStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.ChatTroubleStore;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.InvitationStore;
import vn.loa.store.chat.LanguageStore;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.chat.OaAccountStore;
import vn.loa.store.chat.OaConsentStore;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.store.chat.OperatorStore;
import vn.loa.store.chat.PersonLinkStore;
import vn.loa.store.chat.PersonalDataStore;
import vn.loa.store.chat.RoleStore;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.chat.WebFileStore;
import vn.loa.store.chat.WebLoginStore;
import vn.loa.store.delivery.AnnouncementStore;
import vn.loa.store.delivery.AnswerStore;
import vn.loa.store.delivery.BudgetStore;
import vn.loa.store.delivery.DeadLetterStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.DeliveryTraceStore;
import vn.loa.store.delivery.DigestStore;
import vn.loa.store.delivery.InboxStore;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.store.delivery.Recipients;
import vn.loa.store.delivery.ReportStore;
import vn.loa.store.delivery.StorySkipStore;
import vn.loa.store.document.AttachmentStore;
import vn.loa.store.document.CalendarStore;
import vn.loa.store.document.DocumentStore;
import vn.loa.store.document.ReminderStore;
import vn.loa.store.failover.UnitFailoverStore;
import vn.loa.store.file.SecretCipher;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.CorrectionStore;
import vn.loa.store.message.FileResendStore;
import vn.loa.store.message.MessageStore;
import vn.loa.store.message.NoticeAmendmentStore;
import vn.loa.store.message.NoticeStore;
import vn.loa.store.node.HostTurnStore;
import vn.loa.store.node.HostVisitStore;
import vn.loa.store.node.OwnershipStore;
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
        AlbumStore albums,
        FileResendStore resends,
        StoryStore stories,
        StorySkipStore skips,
        ReceiptStore receipts,
        PictureStore pictures,
        SpeakingStore speaking,
        ChatStore chats,
        ChatTroubleStore troubles,
        BotStore bots,
        ArticleStore articles,
        DocumentStore documents,
        ReminderStore reminders,
        CalendarStore calendars,
        AttachmentStore attachments,
        SourceStore sources,
        SourceWatchStore watched,
        ClosedHostStore closedHosts,
        ListItemStore listItems,
        NoticeStore notices,
        AnnouncementStore announcementsByHand,
        NoticeAmendmentStore amendments,
        SettingStore settings,
        SubscriptionStore subscriptions,
        Recipients recipients,
        DeliveryTraceStore traces,
        HeadlineStore headlines,
        UnitStore units,
        UnitFailoverStore failovers,
        RoleStore roles,
        OperatorStore operators,
        PersonLinkStore links,
        WebLoginStore logins,
        WebFileStore files,
        InvitationStore invitations,
        LanguageStore languages,
        AuditStore audit,
        PersonalDataStore personalData,
        ReportStore reports,
        DeadLetterStore deadLetters,
        InboxStore inbox,
        AnswerStore owedAnswers,
        MemberCountStore memberCounts,
        ApprovalStore approvals,
        BudgetStore budgets,
        OaTokenStore oaTokens,
        OaAccountStore oaAccounts,
        OaConsentStore oaConsents,
        InteractionStore interactions,
        BotTokenStore botTokens,
        InquiryStore inquiries,
        StatisticsStore statistics,
        OwnershipStore ownerships,
        HostTurnStore hostTurns,
        HostVisitStore hostVisits) {
    /** Makes the stores of a database for work that has nothing to do with tokens: those in it cannot be read. */
    public static Storage of(Database database) {
        return of(database, SecretCipher.ephemeral(), "");
    }

    /**
     * Makes the stores of a database, whose tokens this cipher reads.
     *
     * @param version of Loa, which reads the pages of articles
     */
    public static Storage of(Database database, SecretCipher cipher, String version) {
        return new Storage(
                database,
                new DeliveryStore(database),
                new DigestStore(database),
                new CorrectionStore(database),
                new MessageStore(database),
                new AlbumStore(database),
                new FileResendStore(database),
                new StoryStore(database),
                new StorySkipStore(database),
                new ReceiptStore(database),
                new PictureStore(database),
                new SpeakingStore(database),
                new ChatStore(database),
                new ChatTroubleStore(database),
                new BotStore(database),
                new ArticleStore(database, version),
                new DocumentStore(database),
                new ReminderStore(database),
                new CalendarStore(database),
                new AttachmentStore(database),
                new SourceStore(database),
                new SourceWatchStore(database),
                new ClosedHostStore(database),
                new ListItemStore(database),
                new NoticeStore(database),
                new AnnouncementStore(database),
                new NoticeAmendmentStore(database),
                new SettingStore(database),
                new SubscriptionStore(database),
                new Recipients(database),
                new DeliveryTraceStore(database),
                new HeadlineStore(database),
                new UnitStore(database),
                new UnitFailoverStore(database),
                new RoleStore(database),
                new OperatorStore(database),
                new PersonLinkStore(database),
                new WebLoginStore(database),
                new WebFileStore(database),
                new InvitationStore(database),
                new LanguageStore(database),
                new AuditStore(database),
                new PersonalDataStore(database, Pseudonyms.random()),
                new ReportStore(database),
                new DeadLetterStore(database),
                new InboxStore(database),
                new AnswerStore(database),
                new MemberCountStore(database),
                new ApprovalStore(database),
                new BudgetStore(database),
                new OaTokenStore(database, cipher),
                new OaAccountStore(database),
                new OaConsentStore(database, cipher),
                new InteractionStore(database),
                new BotTokenStore(database, cipher),
                new InquiryStore(database),
                new StatisticsStore(database),
                new OwnershipStore(database),
                new HostTurnStore(database),
                new HostVisitStore(
                        database,
                        database.onServer() ? HostVisitStore.Visitor.NODE : HostVisitStore.Visitor.ONLY_NODE));
    }

    /**
     * Returns the links to files, which keep nothing in memory.
     *
     * @param address under which people reach the web server; empty when they do not
     */
    WebFiles webFiles(Roles roles, Optional<URI> address, InstantSource clock) {
        return new WebFiles(files, roles, new SecretLinks(address, new SecureRandom()), clock);
    }

    /** Returns the fetcher, which obeys what hosts have asked of Loa and takes turns with other nodes and probes. */
    Fetcher careful(Fetcher fetcher) {
        return fetcher.remembering(closedHosts).sharing(hostVisits);
    }

    /** Returns the fetcher of a program beside the one that works with this database, in turns with that. */
    public Fetcher besideAnother(Fetcher fetcher) {
        return fetcher.remembering(closedHosts).sharing(new HostVisitStore(database, HostVisitStore.Visitor.GUEST));
    }

    /** Returns the stores that the watch works with. */
    public WatchStores watch() {
        return new WatchStores(database, sources, headlines, articles, documents);
    }

    /** Returns the stores of what the watch keeps between two checks. */
    public WatchMemory watchMemory() {
        return new WatchMemory(watched, listItems, settings, attachments);
    }

    /** Returns the stores into which the watch enters announcements. */
    public AnnouncementStores announcements() {
        return new AnnouncementStores(deliveries, corrections, stories, skips);
    }

    /** Returns the stores that calendars are made of. */
    ChatCalendars.Stores calendarStores() {
        return new ChatCalendars.Stores(reminders, calendars, chats, units);
    }
}
