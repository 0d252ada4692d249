package vn.loa.delivery;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import vn.loa.model.Chat;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;

/** A chat, and two pictures that are announced to it together. */
abstract class AlbumFixture extends DeliveryFixture {
    static final Media.Album ALBUM = new Media.Album(List.of(photo("1"), photo("2")));

    Chat chat;

    @BeforeEach
    void meet() {
        chat = chat("-1");
    }

    static Media.Kept photo(String id) {
        return new Media.Kept(ScriptedMessenger.BOT, Media.Kept.Form.PHOTO, id);
    }

    /** Announces the album to the chat, with a button to acknowledge it where receipts are wanted. */
    long announced(boolean receipts) {
        long notice =
                stores.notices().add("test", OutgoingMessage.plain("Sơ đồ").withMedia(ALBUM), clock.instant());
        stores.notices().askForReceipts(notice, receipts);
        stores.deliveries().enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, clock.instant());
        return notice;
    }
}
