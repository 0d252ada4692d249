package vn.loa.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.store.Together;
import vn.loa.text.Phrases;

/**
 * How articles are worded.
 *
 * @param announcement one by one
 * @param digest many at once, because a group may not get so many messages
 * @param bulletin many together, because the chat waited for them
 */
public record Wording(AnnouncementFormat announcement, DigestFormat digest, BulletinFormat bulletin) {
    public Wording {
        Objects.requireNonNull(announcement);
        Objects.requireNonNull(digest);
        Objects.requireNonNull(bulletin);
    }

    /** A message that told several articles, as it should read now; empty when it would be too long. */
    Optional<OutgoingMessage> rebuilt(Together together, Instant now, Capabilities channel) {
        RichText text = together.slot().isPresent()
                ? bulletin.rebuilt(together, now, channel)
                : digest.rebuilt(together.items(), now, channel);
        return text.length() <= channel.textLimit() ? Optional.of(OutgoingMessage.of(text)) : Optional.empty();
    }

    /**
     * Loa's own.
     *
     * @param bulletinItems how many articles a bulletin tells of; it counts the others
     */
    public static Wording of(Phrases phrases, ZoneId zone, int bulletinItems) {
        return new Wording(
                new AnnouncementFormat(phrases, zone),
                new DigestFormat(phrases, zone),
                new BulletinFormat(phrases, zone, bulletinItems));
    }
}
