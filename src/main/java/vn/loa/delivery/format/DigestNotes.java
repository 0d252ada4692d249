package vn.loa.delivery.format;

import java.time.Instant;
import vn.loa.model.RichText;

/** Tells what a chat's digest says besides its articles, below its title. */
public interface DigestNotes {
    /** Returns the notes of a chat's digest; an empty text when there are none. */
    RichText of(long chatId, Instant now);

    /** Returns these notes and others below them. */
    default DigestNotes and(DigestNotes others) {
        return (chatId, now) -> RichText.builder()
                .append(of(chatId, now))
                .append(others.of(chatId, now))
                .build();
    }

    /** Returns notes that never say anything. */
    static DigestNotes none() {
        return (chatId, now) -> RichText.plain("");
    }
}
