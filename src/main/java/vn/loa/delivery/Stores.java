package vn.loa.delivery;

import vn.loa.store.ArticleStore;
import vn.loa.store.BotStore;
import vn.loa.store.ChatStore;
import vn.loa.store.CorrectionStore;
import vn.loa.store.Database;
import vn.loa.store.DeliveryStore;
import vn.loa.store.DigestStore;
import vn.loa.store.MessageStore;
import vn.loa.store.NoticeStore;
import vn.loa.store.PictureStore;
import vn.loa.store.ReceiptStore;
import vn.loa.store.SettingStore;
import vn.loa.store.SourceStore;
import vn.loa.store.SpeakingStore;

/** Everything remembered that sending needs; all of one database. */
public record Stores(
        Database database,
        DeliveryStore deliveries,
        DigestStore digests,
        CorrectionStore corrections,
        MessageStore messages,
        ReceiptStore receipts,
        PictureStore pictures,
        SpeakingStore speaking,
        ChatStore chats,
        BotStore bots,
        ArticleStore articles,
        SourceStore sources,
        NoticeStore notices,
        SettingStore settings) {
    /** The stores of a database. */
    public static Stores of(Database database) {
        return new Stores(
                database,
                new DeliveryStore(database),
                new DigestStore(database),
                new CorrectionStore(database),
                new MessageStore(database),
                new ReceiptStore(database),
                new PictureStore(database),
                new SpeakingStore(database),
                new ChatStore(database),
                new BotStore(database),
                new ArticleStore(database),
                new SourceStore(database),
                new NoticeStore(database),
                new SettingStore(database));
    }
}
