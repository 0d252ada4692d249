package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.AlbumSending;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.format.AnnouncementFormat;
import vn.loa.model.ChatState;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.FileResend;
import vn.loa.store.message.FileResendStore;
import vn.loa.store.message.NoticeAmendment;
import vn.loa.store.message.NoticeStore;

/**
 * Sends files again that are missing under announcements, when somebody has wished it: one delivery after the other, at the
 * pace of broadcasts, without a sound, each file in reply to its words. What does not arrive is named to the author again.
 */
public final class FileResender {
    private static final Logger log = LoggerFactory.getLogger(FileResender.class);
    /** Corrections and recalls wait meanwhile, so that few go at a time. */
    private static final int BATCH = 3;
    /** An album of ten files may wait much longer for the limit of a group; nobody waits for it then. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BotConnection connection;
    private final Content content;
    private final RetryPolicy retries;
    private final Duration patience;
    private final Edits edits;
    private volatile @Nullable FileResending current;

    /** Holds the stores that know what is missing, and how announcements are worded. */
    public record Content(FileResendStore resends, AlbumStore albums, NoticeStore notices, AnnouncementFormat format) {}

    /**
     * Makes what sends files again over a bot's connection.
     *
     * @param patience how long others wait for the files of one delivery
     */
    public FileResender(BotConnection connection, Content content, RetryPolicy retries, Duration patience) {
        this.connection = connection;
        this.content = content;
        this.retries = retries;
        this.patience = patience;
        this.edits = new Edits(connection, retries);
    }

    /** Sends some of what is due, and nothing while an earlier one is under way. Must not run twice at the same time. */
    void run() {
        for (FileResend resend : content.resends().due(connection.bot(), now(), BATCH)) {
            if (isUnderWay()) {
                return;
            }
            if (edits.goesOn() && content.resends().isWanted(resend)) {
                guarded(resend);
            }
        }
    }

    private boolean isUnderWay() {
        FileResending last = current;
        return last != null && !last.isOver();
    }

    /** Returns whether a file of an announcement is being sent to a chat, and will stand there in a moment. */
    boolean isSending(NoticeAmendment amendment) {
        FileResending last = current;
        return last != null && !last.isOver() && last.belongsTo(amendment);
    }

    /** Begins nothing more, and lets nobody wait for what is under way. */
    void stop() {
        edits.stop();
        FileResending last = current;
        if (last != null) {
            last.leaveAlone();
        }
    }

    private Instant now() {
        return connection.clock().instant();
    }

    /** One that fails hurts no other. */
    private void guarded(FileResend resend) {
        try {
            send(resend);
        } catch (RuntimeException e) {
            log.error("the files of delivery {} cannot be sent again", resend.deliveryId(), e);
            content.resends().again(resend, now().plus(retries.longest()));
        }
    }

    private FileResending resending(FileResend resend) {
        return new FileResending(resend, content, retries, connection.clock(), edits::goesOn);
    }

    private void send(FileResend resend) {
        if (resend.chat().state() != ChatState.ACTIVE) {
            resending(resend).givenUp("the bot is not a member");
            return;
        }
        OutgoingMessage message =
                content.format().without(content.notices().message(resend.noticeId()), connection.bot());
        if (message.media().filter(Media.Album.class::isInstance).isEmpty()) {
            resending(resend).givenUp("wrong file identifier");
            return;
        }
        send(
                resend,
                SendRequest.of(resend.chat().address(), resend.chat().kind().shared(), message.withoutSound()));
    }

    private void send(FileResend resend, SendRequest request) {
        FileResending resending = resending(resend);
        AlbumSending album = new AlbumSending(
                connection, request, content.albums().state(resend.deliveryId()), resending, resending);
        album.begin();
        Optional<SendRequest> next = album.next();
        if (next.isEmpty()) {
            content.resends().done(resend);
            return;
        }
        edits.permit(request).ifPresent(permit -> {
            resending.begins();
            current = resending;
            connection.send(next.get(), permit, album);
            resending.await(patience);
        });
    }
}
