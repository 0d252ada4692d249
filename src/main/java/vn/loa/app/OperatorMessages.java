package vn.loa.app;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.CommandContext;
import vn.loa.command.announce.AnnouncementFailures;
import vn.loa.command.announce.AnnouncementSending;
import vn.loa.command.announce.MissingFiles;
import vn.loa.command.chat.AwaitedOperators;
import vn.loa.command.chat.ChatTroubleNotices;
import vn.loa.command.chat.FailoverNotices;
import vn.loa.command.inquiry.InquiryRounds;
import vn.loa.phrases.Phrases;

/**
 * Looks regularly for what operators and authors of announcements are to be told, and sends announcements
 * and asks questions again whose time has come.
 */
final class OperatorMessages implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(OperatorMessages.class);

    private final List<Runnable> all;

    OperatorMessages(CommandContext context, Storage storage, Phrases phrases) {
        this.all = List.of(
                context.notices()::tellUnheard,
                new AnnouncementSending(context, announcing(storage), phrases),
                new InquiryRounds(context, storage.inquiries(), storage.notices(), storage.deliveries(), phrases),
                new ChatTroubleNotices(
                        context,
                        storage.troubles(),
                        storage.chats(),
                        new AwaitedOperators(context.roles(), storage.operators(), storage.troubles()),
                        phrases),
                new FailoverNotices(context, storage.failovers(), storage.units(), phrases),
                new AnnouncementFailures(
                        context, storage.announcementsByHand(), storage.notices(), files(context, storage), phrases));
    }

    static MissingFiles files(CommandContext context, Storage storage) {
        return new MissingFiles(
                context,
                new MissingFiles.Stores(
                        storage.announcementsByHand(), storage.notices(), storage.albums(), storage.resends()));
    }

    static AnnouncementSending.Stores announcing(Storage storage) {
        return new AnnouncementSending.Stores(
                storage.announcementsByHand(), storage.notices(), storage.deliveries(), storage.settings());
    }

    @Override
    public void run() {
        all.forEach(OperatorMessages::guarded);
    }

    /** One that fails keeps no other from being looked for. */
    private static void guarded(Runnable each) {
        try {
            each.run();
        } catch (RuntimeException e) {
            log.error("messages to operators could not be made", e);
        }
    }
}
