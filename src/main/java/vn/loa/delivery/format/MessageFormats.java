package vn.loa.delivery.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.document.ArticleDocuments;
import vn.loa.store.message.MultiArticleMessage;

/**
 * Holds the formats in which articles are announced.
 *
 * @param announcement one by one
 * @param digest many at once, because a group may not get so many messages
 * @param bulletin many together, because the chat waited for them
 * @param republications where else a story was published
 */
public record MessageFormats(
        AnnouncementFormat announcement, MergedFormat digest, DigestFormat bulletin, RepublicationLine republications) {
    public MessageFormats {
        Objects.requireNonNull(announcement);
        Objects.requireNonNull(digest);
        Objects.requireNonNull(bulletin);
        Objects.requireNonNull(republications);
    }

    /**
     * A message that told several articles, as it should read now; where it would be too long, without the other places
     * of their stories; empty when it still would.
     */
    public Optional<OutgoingMessage> rebuilt(
            MultiArticleMessage together, Elsewhere elsewhere, Instant now, Capabilities channel) {
        return Stream.of(elsewhere, Elsewhere.NOWHERE)
                .map(places -> made(together, places, now, channel))
                .filter(each -> each.text().length() <= channel.textLimit())
                .findFirst();
    }

    private OutgoingMessage made(MultiArticleMessage together, Elsewhere elsewhere, Instant now, Capabilities channel) {
        return together.digestAt().isPresent()
                ? bulletin.rebuilt(together, elsewhere, now, channel)
                : OutgoingMessage.of(digest.rebuilt(together.items(), elsewhere, now, channel));
    }

    /**
     * Loa's own.
     *
     * @param receiptButton makes the data of the button that acknowledges an announcement
     * @param bulletinItems how many articles a bulletin tells of; it counts the others
     */
    public static MessageFormats of(
            Phrases phrases, ZoneId zone, Function<AnnouncementRef, ButtonData> receiptButton, int bulletinItems) {
        return of(phrases, zone, receiptButton, id -> ArticleDocuments.NONE, bulletinItems);
    }

    /**
     * Loa's own, with what is official in articles.
     *
     * @param documents finds it by the article's number
     */
    public static MessageFormats of(
            Phrases phrases,
            ZoneId zone,
            Function<AnnouncementRef, ButtonData> receiptButton,
            Function<Long, ArticleDocuments> documents,
            int bulletinItems) {
        return new MessageFormats(
                new AnnouncementFormat(phrases, zone, receiptButton, documents),
                new MergedFormat(phrases, zone),
                new DigestFormat(phrases, zone, bulletinItems),
                new RepublicationLine(phrases));
    }

    /** Returns the same formats with these buttons under announcements and digests. */
    public MessageFormats offering(ArticleButtons buttons) {
        return new MessageFormats(announcement.offering(buttons), digest, bulletin.offering(buttons), republications);
    }
}
