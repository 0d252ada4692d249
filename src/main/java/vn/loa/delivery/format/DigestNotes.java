package vn.loa.delivery.format;

import java.time.Instant;
import vn.loa.model.RichText;

/** Tells what a chat's digest says besides its articles, below its title. */
public interface DigestNotes {
    /**
     * Returns the notes of a chat's digest and takes them for told by it; what finds no room is not told. An empty text
     * when there are none.
     *
     * @param room the greatest length, in UTF-16 units
     */
    RichText of(long chatId, int room, Instant now);

    /** Returns these notes and others below them, which have the first claim to the room. */
    default DigestNotes and(DigestNotes others) {
        return (chatId, room, now) -> {
            RichText below = others.of(chatId, room, now);
            return RichText.builder()
                    .append(of(chatId, room - below.length(), now))
                    .append(below)
                    .build();
        };
    }

    /** Returns notes that never say anything. */
    static DigestNotes none() {
        return (chatId, room, now) -> RichText.plain("");
    }
}
