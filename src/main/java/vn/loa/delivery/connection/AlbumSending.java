package vn.loa.delivery.connection;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.OutgoingMessage.Wish;
import vn.loa.model.ReplyTarget;
import vn.loa.model.RichText;

/**
 * Sends words with their buttons first and the album after them, in reply: an album carries no buttons (Bot API,
 * sendMediaGroup). That the words were taken is told at once, so that they are not sent again when the album waits.
 */
public final class AlbumSending implements SendCallback {
    private static final Logger log = LoggerFactory.getLogger(AlbumSending.class);

    /** Bot API, InputMediaPhoto: a caption has at most 1024 characters. */
    private static final int CAPTION_LIMIT = 1024;

    private final BotConnection connection;
    private final SendRequest whole;
    private final SendCallback callback;
    private final Consumer<String> taken;
    private volatile @Nullable String words;
    private volatile boolean moved;

    /**
     * Prepares the sending of a message with an album.
     *
     * @param words the id of its words, when an earlier try has sent them
     * @param taken told the id of the words
     */
    public AlbumSending(
            BotConnection connection,
            SendRequest whole,
            Optional<String> words,
            SendCallback callback,
            Consumer<String> taken) {
        this.connection = connection;
        this.whole = whole;
        this.words = words.orElse(null);
        this.callback = callback;
        this.taken = taken;
    }

    /** Tells whether a message has to go in these two parts. */
    public static boolean isNeeded(SendRequest request) {
        OutgoingMessage message = request.message();
        boolean album = message.media().filter(Media.Album.class::isInstance).isPresent();
        boolean apart = !message.buttons().isEmpty() || message.text().length() > CAPTION_LIMIT;
        return request.isNew() && album && apart;
    }

    /** Returns the part that goes now. */
    public SendRequest next() {
        String sent = words;
        return sent == null
                ? SendRequest.of(whole.to(), whole.shared(), whole.message().withoutMedia())
                : album(sent);
    }

    private SendRequest album(String sent) {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        wishes.addAll(whole.message().wishes());
        wishes.remove(Wish.PIN);
        OutgoingMessage files = OutgoingMessage.of(RichText.plain(""))
                .withMedia(whole.message().media().orElseThrow())
                .withWishes(wishes)
                .inReplyTo(ReplyTarget.to(sent));
        return SendRequest.of(whole.to(), whole.shared(), whole.message().muted() ? files.withoutSound() : files);
    }

    /** The words are there, so that their files follow whatever is decided meanwhile. */
    @Override
    public boolean stillWanted() {
        return words != null || callback.stillWanted();
    }

    @Override
    public boolean wants(SendRequest request) {
        moved = request.moved();
        return words != null || callback.wants(request);
    }

    @Override
    public void ended(SendOutcome outcome) {
        String before = words;
        if (before != null) {
            callback.ended(withFiles(before, outcome));
        } else if (outcome instanceof SendOutcome.Sent sent) {
            words = sent.messageId();
            taken.accept(sent.messageId());
            connection.sendWhenPermitted(next(), this);
        } else {
            callback.ended(outcome);
        }
    }

    /** Files that are refused end nothing: the words have arrived. */
    private SendOutcome withFiles(String sent, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent files) {
            // Where the chat has moved meanwhile the number of the words is that of another message.
            return moved ? files : new SendOutcome.Sent(sent + " " + Objects.requireNonNull(files.messageId()));
        }
        boolean refused = outcome instanceof SendOutcome.Rejected
                || outcome instanceof SendOutcome.WriteForbidden
                || outcome instanceof SendOutcome.ChatGone
                || outcome instanceof SendOutcome.NotWanted;
        if (refused) {
            log.warn("{}: the files of message {} were not taken: {}", whole.to(), sent, outcome);
            return new SendOutcome.Sent(sent);
        }
        return outcome;
    }
}
