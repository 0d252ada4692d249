package vn.loa.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.UnitNames;
import vn.loa.command.announce.AnnounceCommand;
import vn.loa.command.announce.AnnouncementAmending;
import vn.loa.command.announce.AnnouncementResults;
import vn.loa.command.announce.AnnouncementSending;
import vn.loa.command.announce.Audience;
import vn.loa.command.announce.MissingFiles;
import vn.loa.command.broadcast.BroadcastCommand;
import vn.loa.command.broadcast.BulletinCommand;
import vn.loa.command.broadcast.ChatPlace;
import vn.loa.command.broadcast.Templates;
import vn.loa.command.broadcast.Voice;
import vn.loa.command.chat.ApprovalCommand;
import vn.loa.command.chat.AwaitedOperators;
import vn.loa.command.chat.BotsCommand;
import vn.loa.command.chat.ChannelsCommand;
import vn.loa.command.chat.ChatPages;
import vn.loa.command.chat.ChatsCommand;
import vn.loa.command.chat.ClaimCommand;
import vn.loa.command.chat.HelpCommand;
import vn.loa.command.chat.Invitations;
import vn.loa.command.chat.InviteCommand;
import vn.loa.command.chat.InvitedWelcome;
import vn.loa.command.chat.RemoteCommands;
import vn.loa.command.chat.RolesCommand;
import vn.loa.command.chat.StartCommand;
import vn.loa.command.chat.UnitsCommand;
import vn.loa.command.document.ChatCalendars;
import vn.loa.command.document.DeadlinesCommand;
import vn.loa.command.document.DocumentsCommand;
import vn.loa.command.follow.ArticleFinder;
import vn.loa.command.follow.ArticleList;
import vn.loa.command.follow.ChatNews;
import vn.loa.command.follow.ChatSubscriptions;
import vn.loa.command.follow.DeliveryStory;
import vn.loa.command.follow.LatestCommand;
import vn.loa.command.follow.ListCommand;
import vn.loa.command.follow.ReadCommand;
import vn.loa.command.follow.SearchCommand;
import vn.loa.command.follow.SubscribeCommand;
import vn.loa.command.follow.SubscriptionCatalog;
import vn.loa.command.follow.UnsubscribeCommand;
import vn.loa.command.follow.WhyCommand;
import vn.loa.command.inquiry.AnswerCommand;
import vn.loa.command.inquiry.InquiryAudience;
import vn.loa.command.inquiry.InquiryCommand;
import vn.loa.command.inquiry.InquiryResults;
import vn.loa.command.inquiry.InquirySending;
import vn.loa.command.intent.Intent;
import vn.loa.command.office.Letterhead;
import vn.loa.command.office.OfficePaper;
import vn.loa.command.report.DeadLettersCommand;
import vn.loa.command.report.DeliveryCounts;
import vn.loa.command.report.JournalCommand;
import vn.loa.command.report.JournalText;
import vn.loa.command.report.ReportCommand;
import vn.loa.command.report.SaveCommand;
import vn.loa.command.report.SourceStatus;
import vn.loa.command.report.StatusCommand;
import vn.loa.command.report.StoryReport;
import vn.loa.command.report.WebCommand;
import vn.loa.command.role.OperatorClaim;
import vn.loa.command.role.WebLogins;
import vn.loa.command.routing.CommandRateLimit;
import vn.loa.command.routing.CommandRouter;
import vn.loa.command.routing.SentenceCommands;
import vn.loa.command.routing.SentenceOffers;
import vn.loa.command.routing.SmallTalkCommand;
import vn.loa.command.setting.AcknowledgeCommand;
import vn.loa.command.setting.ChatSchedule;
import vn.loa.command.setting.EraseDataCommand;
import vn.loa.command.setting.LinkCommand;
import vn.loa.command.setting.PersonalDataCommand;
import vn.loa.command.setting.ReceiptCommand;
import vn.loa.command.setting.ScheduleCommand;
import vn.loa.command.setting.ScheduleText;
import vn.loa.command.setting.SettingsCommand;
import vn.loa.command.source.SourceTrials;
import vn.loa.command.source.SourcesCommand;
import vn.loa.command.transfer.ExportCommand;
import vn.loa.command.transfer.ImportCommand;
import vn.loa.config.BroadcastConfig;
import vn.loa.model.QuietHours;
import vn.loa.model.Role;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.PersonalDataStore;

/** Makes each command with the stores it uses, in the order in which the help lists them: the one list of commands. */
public final class Commands {
    private final CommandContext context;
    private final Storage storage;
    private final OperatorClaim claim;
    private final WebLogins logins;
    private final Phrases phrases;
    private final ChatSchedule schedule;
    private final ScheduleText scheduleText;
    private final ChatSubscriptions following;
    private final SubscriptionCatalog catalog;
    private final ArticleList articles;
    private final Invitations invitations;
    private final ChatNews news;
    private Templates templates = new Templates(Path.of("templates"));
    private Voice voice = Voice.none();
    private OfficePaper paper;
    private PersonalDataStore.Retention retention =
            new PersonalDataStore.Retention(Duration.ofDays(365), Duration.ofDays(1095));

    /**
     * Prepares the commands.
     *
     * @param claim makes the first operator
     * @param logins lets operators into the web pages
     * @param phrases the phrases where no language was chosen
     * @param quietHours the quiet hours of chats that chose none of their own
     */
    public Commands(
            CommandContext context,
            Storage storage,
            OperatorClaim claim,
            WebLogins logins,
            Phrases phrases,
            QuietHours quietHours) {
        this.context = context;
        this.storage = storage;
        this.claim = claim;
        this.logins = logins;
        this.phrases = phrases;
        this.paper = paper(Letterhead.NONE);
        this.schedule = new ChatSchedule(storage.speaking(), storage.digests(), quietHours, context.zone());
        this.scheduleText = new ScheduleText(schedule, context);
        this.following = new ChatSubscriptions(context, storage.subscriptions());
        this.catalog = new SubscriptionCatalog(storage.sources(), storage.articles(), phrases);
        this.articles = new ArticleList(storage.sources(), context.zone());
        this.news = new ChatNews(storage.recipients(), storage.subscriptions(), context.zone());
        this.invitations = new Invitations(
                context, storage.invitations(), storage.chats(), storage.units(), storage.roles(), phrases);
    }

    /** Sets what scripts, bulletins and tables are made with; without it, the shipped templates and no voice. */
    Commands broadcasting(BroadcastConfig config, Letterhead letterhead) {
        this.templates = Broadcasting.templates(config);
        this.voice = Broadcasting.voice(config);
        this.paper = paper(letterhead);
        return this;
    }

    private OfficePaper paper(Letterhead letterhead) {
        return new OfficePaper(letterhead, storage.units(), context.zone(), context.clock());
    }

    /** Sets how long personal data are kept, which people are told. */
    Commands retaining(PersonalDataStore.Retention kept) {
        this.retention = kept;
        return this;
    }

    /** Makes the router over all commands, with these limits on the rate of commands. */
    public CommandRouter router(CommandRateLimit.Limits limits) {
        return router(limits, System::nanoTime);
    }

    /**
     * As {@link #router(CommandRateLimit.Limits)}, with another measure of time.
     *
     * @param nanos a count of nanoseconds that only goes forward
     */
    public CommandRouter router(CommandRateLimit.Limits limits, LongSupplier nanos) {
        CommandRateLimit rateLimit = new CommandRateLimit(limits, nanos);
        SubscribeCommand subscribing = subscribe();
        SentenceOffers offers = new SentenceOffers(
                new SentenceCommands(context.zone(), context.clock()), subscribing::wish, context.clock());
        return new CommandRouter(list(subscribing), context, phrases, rateLimit, storage.languages(), offers);
    }

    private List<Command> list(SubscribeCommand subscribing) {
        ClaimCommand claiming = new ClaimCommand(claim, context.admission(), storage.chats());
        ScheduleCommand scheduling = new ScheduleCommand(context, schedule, scheduleText);
        RolesCommand granting = new RolesCommand(context, storage.roles(), storage.operators(), storage.units());
        List<Command> commands = new ArrayList<>(List.of(
                new StartCommand(context, invitations, claiming, welcome(subscribing)),
                subscribing,
                new UnsubscribeCommand(following, context.clock()),
                new ListCommand(storage.subscriptions(), scheduleText),
                scheduling,
                settings(scheduling),
                new ReceiptCommand(context, storage.receipts()),
                new AcknowledgeCommand(context, storage.receipts()),
                new PersonalDataCommand(context, storage.personalData(), retention),
                new EraseDataCommand(context, storage.personalData()),
                new LinkCommand(context, storage.links()),
                new LatestCommand(
                        context, articles, news, catalog, new ArticleFinder(storage.traces(), storage.articles())),
                new SearchCommand(context, storage.articles(), articles),
                why(),
                new ReadCommand(context, storage.traces(), storage.articles(), storage.chats()),
                new DocumentsCommand(context, storage.documents()),
                new DeadlinesCommand(
                        context,
                        storage.reminders(),
                        new ChatCalendars(context, storage.calendarStores(), logins),
                        storage.units()),
                new BroadcastCommand(context, news, new ChatPlace(storage.units()), templates, voice),
                new BulletinCommand(context, news, new ChatPlace(storage.units()), templates),
                sources(),
                claiming,
                new ApprovalCommand(context, storage.chats()),
                new InviteCommand(
                        context,
                        invitations,
                        storage.units(),
                        storage.settings(),
                        new InviteCommand.Content(subscribing::isClear, subscribing::choices)),
                announce(),
                inquiry(),
                new AnswerCommand(context, storage.inquiries(), inquiryResults(), storage.units(), storage.operators()),
                report(),
                new DeadLettersCommand(context, storage.deadLetters()),
                status(),
                new WebCommand(context, logins),
                new SaveCommand(context, logins)));
        RemoteCommands remote = onTheSpot(commands, granting);
        commands.addAll(List.of(
                new BotsCommand(context),
                new ChannelsCommand(storage.chats(), storage.subscriptions(), remote, context.program()),
                chats(remote),
                new UnitsCommand(context, storage.units(), storage.failovers()),
                granting,
                new JournalCommand(context, new JournalText(context, storage.chats(), storage.units())),
                new ExportCommand(context, storage.chats(), storage.subscriptions(), storage.sources()),
                new ImportCommand(
                        context,
                        storage.chats(),
                        storage.subscriptions(),
                        storage.sources(),
                        storage.settings(),
                        logins.files(storage.files()))));
        commands.add(1, new HelpCommand(commands));
        Stream.of(Intent.THANKS, Intent.GREETING)
                .map(said -> new SmallTalkCommand(said, context))
                .forEach(commands::add);
        return commands;
    }

    private InvitedWelcome welcome(SubscribeCommand subscribing) {
        return new InvitedWelcome(context, storage.chats(), storage.units(), subscribing, scheduleText::firstNews);
    }

    /** Makes the commands that may be used for another chat. */
    private static RemoteCommands onTheSpot(List<Command> commands, Command granting) {
        List<Command> onTheSpot = new ArrayList<>(commands.stream()
                .filter(command -> command.needs() == Role.CHAT_ADMIN
                        || command instanceof ListCommand
                        || command instanceof WhyCommand)
                .toList());
        onTheSpot.add(granting);
        return new RemoteCommands(onTheSpot);
    }

    private WhyCommand why() {
        WhyCommand.Ledger ledger = new WhyCommand.Ledger(
                storage.traces(), storage.recipients(), storage.articles(), storage.subscriptions());
        return new WhyCommand(
                context,
                ledger,
                new DeliveryStory(context, storage.traces(), storage.speaking(), storage.chats(), storage.troubles()));
    }

    private SubscribeCommand subscribe() {
        return new SubscribeCommand(
                context,
                catalog,
                following,
                new SubscribeCommand.Archive(storage.subscriptions(), storage.recipients(), articles));
    }

    private SettingsCommand settings(Command scheduling) {
        SettingsCommand.Preferences preferences =
                new SettingsCommand.Preferences(storage.receipts(), storage.pictures(), storage.languages(), schedule);
        return new SettingsCommand(context, preferences, scheduleText, scheduling);
    }

    private SourcesCommand sources() {
        return new SourcesCommand(context, storage.sources(), new SourceTrials(context, storage.sources(), phrases));
    }

    private AnnounceCommand announce() {
        AnnouncementAmending amending = new AnnouncementAmending(
                context, storage.announcementsByHand(), storage.amendments(), storage.notices());
        MissingFiles files = OperatorMessages.files(context, storage);
        Audience audience = new Audience(context, storage.chats(), storage.subscriptions(), storage.units());
        return new AnnounceCommand(
                context,
                storage.notices(),
                storage.settings(),
                new AnnouncementSending(context, OperatorMessages.announcing(storage), phrases),
                new AnnouncementResults(
                        storage.notices(), storage.announcementsByHand(), files, amending, context.zone()),
                amending,
                files,
                audience);
    }

    private InquiryCommand inquiry() {
        return new InquiryCommand(
                context,
                storage.inquiries(),
                new InquirySending(context, storage.inquiries(), storage.notices(), storage.deliveries()),
                new InquiryAudience(context, storage.chats(), storage.units()),
                inquiryResults());
    }

    private InquiryResults inquiryResults() {
        return new InquiryResults(storage.inquiries(), storage.chats(), storage.units(), context.zone(), paper);
    }

    private ReportCommand report() {
        StoryReport stories =
                new StoryReport(context, storage.articles(), storage.stories(), storage.skips(), storage.attachments());
        return new ReportCommand(context, storage.reports(), storage.units(), storage.memberCounts(), stories, paper);
    }

    private StatusCommand status() {
        return new StatusCommand(
                context,
                new SourceStatus(
                        storage.sources(),
                        storage.articles(),
                        storage.headlines(),
                        storage.watched(),
                        context.zone(),
                        context.clock()),
                new DeliveryCounts(
                        storage.deliveries(),
                        storage.digests(),
                        storage.speaking(),
                        storage.statistics(),
                        new AwaitedOperators(context.roles(), storage.operators(), storage.troubles())::count,
                        context.clock()));
    }

    private ChatsCommand chats(RemoteCommands remote) {
        ChatPages pages = new ChatPages(
                context,
                storage.chats(),
                new UnitNames(storage.units(), context.zone(), context.clock()),
                storage.subscriptions(),
                storage.reports(),
                storage.troubles());
        return new ChatsCommand(context, storage.chats(), storage.units(), storage.settings(), pages, remote);
    }
}
