package vn.loa.delivery;

import java.util.Set;
import vn.loa.store.article.PictureStore;
import vn.loa.store.delivery.ReceiptStore;

/** Choices of chats that change how their messages look. */
public record ChatPreferences(PictureStore pictures, ReceiptStore receipts) {
    /** Returns the ids of the chats that want no pictures. */
    Set<Long> withoutPictures() {
        return pictures.without();
    }

    /** Returns the ids of the chats whose messages ask for acknowledgement. */
    Set<Long> withReceipts() {
        return receipts.chats();
    }
}
