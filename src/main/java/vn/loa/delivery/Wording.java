package vn.loa.delivery;

import java.time.ZoneId;
import java.util.Objects;
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

    /**
     * Loa's own.
     *
     * @param bulletinItems how many articles a bulletin tells of; it counts the others
     */
    public static Wording of(Phrases phrases, ZoneId zone, int bulletinItems) {
        return new Wording(
                new AnnouncementFormat(phrases, zone),
                new DigestFormat(phrases),
                new BulletinFormat(phrases, zone, bulletinItems));
    }
}
