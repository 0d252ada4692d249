package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.NoticeQueue;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.format.AnnouncementFormat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.NoticeAmendment;
import vn.loa.store.message.NoticeAmendmentStore;
import vn.loa.store.message.NoticeStore;

/**
 * Changes messages of announcements by hand that were corrected or taken back, and has their missing files sent again. Where
 * the message cannot be changed, a short one follows.
 */
public final class NoticeAmender {
    private static final Logger log = LoggerFactory.getLogger(NoticeAmender.class);
    private static final int BATCH = 100;

    private final BotConnection connection;
    private final Content content;
    private final RetryPolicy retries;
    private final Edits edits;
    private final FileResender resender;
    private final InstantSource clock;

    /** Holds what is needed to word a changed announcement. */
    public record Content(
            NoticeAmendmentStore amendments,
            AlbumStore albums,
            NoticeStore notices,
            ReceiptStore receipts,
            NoticeQueue queue,
            AnnouncementFormat format,
            Phrases phrases) {}

    /** Makes what changes announcements over a bot's connection. */
    public NoticeAmender(BotConnection connection, Content content, FileResender resender, RetryPolicy retries) {
        this.connection = connection;
        this.content = content;
        this.retries = retries;
        this.edits = new Edits(connection, retries);
        this.resender = resender;
        this.clock = connection.clock();
    }

    /** Changes what is due. Must not run twice at the same time. */
    void run() {
        for (NoticeAmendment amendment : content.amendments().due(connection.bot(), clock.instant(), BATCH)) {
            boolean unready = amendment.recalled() && resender.isSending(amendment);
            if (edits.goesOn() && !unready) {
                guarded(amendment);
            }
        }
        resender.run();
    }

    /** Begins nothing more. */
    void stop() {
        edits.stop();
        resender.stop();
    }

    /** One that fails hurts no other. */
    private void guarded(NoticeAmendment amendment) {
        connection.editing().lock();
        try {
            amend(amendment);
        } catch (RuntimeException e) {
            log.error("message {} cannot be changed", amendment.messageId(), e);
            content.amendments().again(amendment, clock.instant().plus(retries.longest()));
        } finally {
            connection.editing().unlock();
        }
    }

    private void amend(NoticeAmendment amendment) {
        if (!connection.capabilities().editing()) {
            Amending ending = amendment.recalled()
                    ? new Marking(amendment, "the channel cannot delete")
                    : new Amending(amendment);
            ending.refused("the channel cannot edit");
        } else if (amendment.recalled()) {
            takeBack(amendment);
        } else {
            edits.send(request(amendment).replacing(amendment.externalId()), new Amending(amendment));
        }
    }

    /** The words go last: as long as a file waits to be deleted, all is due. */
    private void takeBack(NoticeAmendment amendment) {
        for (String part : content.albums().further(amendment)) {
            PartDeletion deletion = new PartDeletion(amendment, part);
            edits.send(request(amendment).deleting(part), deletion);
            if (!deletion.over) {
                return;
            }
        }
        edits.send(request(amendment).deleting(amendment.externalId()), new Deleting(amendment));
    }

    private SendRequest request(NoticeAmendment amendment) {
        boolean shared = amendment.chat().kind().shared();
        return SendRequest.of(amendment.chat().address(), shared, message(amendment));
    }

    private OutgoingMessage message(NoticeAmendment amendment) {
        OutgoingMessage message = content.notices().message(amendment.noticeId());
        if (amendment.recalled()) {
            return message.withText(OutgoingMessage.plain(content.phrases().say("notice.recalled"))
                    .text());
        }
        OutgoingMessage shown = content.format().without(message, connection.bot());
        return content.notices().asksForReceipts(amendment.noticeId())
                ? content.format()
                        .withReceipts(
                                shown,
                                AnnouncementRef.notice(amendment.noticeId()),
                                content.receipts().count(amendment.messageId()),
                                connection.capabilities())
                : shown;
    }

    /** Records the result of the deletion of a file that went with the words. */
    private final class PartDeletion extends Amending {
        private final String part;
        private volatile boolean over;

        PartDeletion(NoticeAmendment amendment, String part) {
            super(amendment);
            this.part = part;
        }

        @Override
        public void done() {
            content.albums().takenBack(amendment, part);
            over = true;
        }

        @Override
        public void refused(String reason) {
            log.info("part {} of message {} is not deleted: {}", part, amendment.messageId(), reason);
            content.albums().remains(amendment, part, reason);
            over = true;
        }

        @Override
        public void givenUp(String reason) {
            refused(reason);
        }
    }

    /** Records the result of a deletion; a message that cannot be deleted says instead that it was recalled. */
    private final class Deleting extends Amending {
        Deleting(NoticeAmendment amendment) {
            super(amendment);
        }

        @Override
        public void refused(String reason) {
            log.info("message {} is changed, not deleted: {}", amendment.messageId(), reason);
            edits.send(request(amendment).replacing(amendment.externalId()), new Marking(amendment, reason));
        }

        @Override
        public void givenUp(String reason) {
            content.albums().remains(amendment, amendment.externalId(), reason);
            done();
        }
    }

    /** Records the result of the edit that marks a message as recalled which cannot be deleted; its file stays. */
    private final class Marking extends Amending {
        private final String why;

        Marking(NoticeAmendment amendment, String why) {
            super(amendment);
            this.why = why;
        }

        @Override
        public void done() {
            if (content.albums().showsFile(amendment)) {
                content.albums().remains(amendment, amendment.externalId(), why);
            }
            super.done();
        }

        @Override
        public void refused(String reason) {
            content.albums().remains(amendment, amendment.externalId(), why);
            super.refused(reason);
        }

        @Override
        public void givenUp(String reason) {
            content.albums().remains(amendment, amendment.externalId(), why);
            done();
        }
    }

    /** Records the result of one edit. */
    private class Amending implements Edits.Ending {
        final NoticeAmendment amendment;

        Amending(NoticeAmendment amendment) {
            this.amendment = amendment;
        }

        @Override
        public int tries() {
            return amendment.tries();
        }

        @Override
        public Duration age() {
            return Duration.between(amendment.at(), clock.instant());
        }

        @Override
        public void done() {
            content.amendments().done(amendment);
        }

        @Override
        public void again(Duration pause) {
            content.amendments().again(amendment, clock.instant().plus(pause));
        }

        /** A correction says all anew; a recall says that it was one. */
        @Override
        public void refused(String reason) {
            log.info("message {} is followed by another: {}", amendment.messageId(), reason);
            OutgoingMessage message = content.notices().message(amendment.noticeId());
            OutgoingMessage follows = amendment.recalled()
                    ? OutgoingMessage.plain(content.phrases()
                            .say(
                                    "notice.recalled.follow",
                                    message.text().abridged(200).text()))
                    : message.withoutMedia();
            Instant now = clock.instant();
            content.queue().add("announcement-amended", follows, amendment.chat(), Priority.ORDINARY, now);
            done();
        }
    }
}
