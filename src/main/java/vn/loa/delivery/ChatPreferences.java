package vn.loa.delivery;

import java.time.Instant;
import java.util.Set;
import vn.loa.store.article.PictureStore;
import vn.loa.store.delivery.ReceiptStore;

/** Choices of chats that change how their messages look. */
public record ChatPreferences(PictureStore pictures, ReceiptStore receipts) {
    /** Returns the ids of the chats that want no pictures. */
    Set<Long> withoutPictures() {
        return pictures.without();
    }

    /** Returns how many people of a chat have acknowledged something since then. */
    int acknowledgedSince(long chatId, Instant since) {
        return receipts.acknowledgedSince(chatId, since);
    }

    /** Returns the ids of the chats whose messages ask for acknowledgement. */
    Set<Long> withReceipts() {
        return receipts.chats();
    }
}
