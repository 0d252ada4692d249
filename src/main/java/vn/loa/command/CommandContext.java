package vn.loa.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.loa.command.announce.AnnounceCommand;
import vn.loa.command.chat.ApprovalCommand;
import vn.loa.command.chat.ChatsCommand;
import vn.loa.command.chat.ClaimCommand;
import vn.loa.command.chat.Invitations;
import vn.loa.command.chat.InviteCommand;
import vn.loa.command.chat.RolesCommand;
import vn.loa.command.chat.StartCommand;
import vn.loa.command.chat.UnitsCommand;
import vn.loa.command.follow.LatestCommand;
import vn.loa.command.follow.ListCommand;
import vn.loa.command.follow.SearchCommand;
import vn.loa.command.follow.SubscribeCommand;
import vn.loa.command.follow.UnsubscribeCommand;
import vn.loa.command.report.DeadLettersCommand;
import vn.loa.command.report.JournalCommand;
import vn.loa.command.report.ReportCommand;
import vn.loa.command.report.StatusCommand;
import vn.loa.command.setting.ReceiptCommand;
import vn.loa.command.setting.ScheduleCommand;
import vn.loa.command.setting.SettingsCommand;
import vn.loa.command.source.SourcesCommand;
import vn.loa.command.transfer.ExportCommand;
import vn.loa.command.transfer.ImportCommand;
import vn.loa.model.Bot;
import vn.loa.model.HealthIndicator;
import vn.loa.model.QuietHours;
import vn.loa.model.Role;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.LanguageStore;

/**
 * What the commands work with.
 *
 * @param database where everything is kept
 * @param roles who may do what
 * @param reception how chats are let in
 * @param notices how other chats are told
 * @param claim how the first operator comes to be
 * @param phrases how to answer
 * @param zone in which times are shown
 * @param quietHours what holds in chats that chose none of their own
 * @param clock what time it is
 * @param sources how portals are asked and watches changed
 * @param vitals how Loa's loops do, for the status
 * @param botNames what a bot is called on its platform, for links; empty where there are none or it is not known yet
 * @param files how the content of a file is got that somebody sent
 * @param pictures whether a bot sends the pictures of articles at all
 */
public record CommandContext(
        Database database,
        Roles roles,
        ChatAdmission reception,
        Notices notices,
        OperatorClaim claim,
        Phrases phrases,
        ZoneId zone,
        QuietHours quietHours,
        InstantSource clock,
        SourceOperations sources,
        Supplier<List<HealthIndicator>> vitals,
        Function<Bot, Optional<String>> botNames,
        FileDownload files,
        Predicate<Bot> pictures) {
    public CommandContext {
        Objects.requireNonNull(database);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(reception);
        Objects.requireNonNull(notices);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(phrases);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(quietHours);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(sources);
        Objects.requireNonNull(vitals);
        Objects.requireNonNull(botNames);
        Objects.requireNonNull(files);
        Objects.requireNonNull(pictures);
    }

    /** The router over all commands, in the order in which the help lists them. */
    public CommandRouter router() {
        return router(CommandRateLimit.Limits.USUAL);
    }

    CommandRouter router(CommandRateLimit.Limits limits) {
        ClaimCommand claiming = new ClaimCommand(this);
        Invitations invitations = new Invitations(this);
        SubscribeCommand subscribing = new SubscribeCommand(this);
        ScheduleCommand scheduling = new ScheduleCommand(this);
        List<Command> commands = new ArrayList<>(List.of(
                new StartCommand(this, invitations, claiming, subscribing),
                subscribing,
                new UnsubscribeCommand(this),
                new ListCommand(this),
                scheduling,
                new SettingsCommand(this, scheduling),
                new ReceiptCommand.Setting(this),
                new ReceiptCommand.Acknowledging(this),
                new LatestCommand(this),
                new SearchCommand(this),
                new SourcesCommand(this),
                claiming,
                new ApprovalCommand(this),
                new InviteCommand(this, invitations, subscribing::isClear),
                new AnnounceCommand(this),
                new ReportCommand(this),
                new DeadLettersCommand(this),
                new StatusCommand(this)));
        RolesCommand granting = new RolesCommand(this);
        List<Command> onTheSpot = new ArrayList<>(commands.stream()
                .filter(command -> command.needs() == Role.CHAT_ADMIN || command instanceof ListCommand)
                .toList());
        onTheSpot.add(granting);
        commands.addAll(List.of(
                new ChatsCommand(this, onTheSpot),
                new UnitsCommand(this),
                granting,
                new JournalCommand(this),
                new ExportCommand(this),
                new ImportCommand(this)));
        commands.add(1, new HelpCommand(commands));
        return new CommandRouter(
                commands, reception, roles, phrases, new CommandRateLimit(limits, clock), new LanguageStore(database));
    }
}
