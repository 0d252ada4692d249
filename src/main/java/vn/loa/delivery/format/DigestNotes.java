package vn.loa.delivery.format;

import java.time.Instant;
import vn.loa.model.RichText;

/** Tells what a chat's digest says besides its articles, below its title. */
public interface DigestNotes {
    /** Returns the notes of a chat's digest; an empty text when there are none. */
    RichText of(long chatId, Instant now);

    /** Returns notes that never say anything. */
    static DigestNotes none() {
        return (chatId, now) -> RichText.plain("");
    }
}
