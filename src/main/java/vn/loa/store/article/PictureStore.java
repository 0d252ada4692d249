package vn.loa.store.article;

import java.util.HashSet;
import java.util.Set;
import vn.loa.store.Database;

/** Which chats do not want pictures with their news. */
public final class PictureStore {
    private final Database database;

    public PictureStore(Database database) {
        this.database = database;
    }

    /** Our numbers of the chats that want none. */
    public Set<Long> without() {
        return new HashSet<>(database.read(handle -> handle.createQuery("SELECT chat_id FROM chat_without_pictures")
                .mapTo(Long.class)
                .list()));
    }

    /** From now on the chat wants pictures, or none. */
    public void want(long chatId, boolean wanted) {
        database.write(handle -> handle.createUpdate(
                        wanted
                                ? "DELETE FROM chat_without_pictures WHERE chat_id = :chat"
                                : "INSERT INTO chat_without_pictures (chat_id) VALUES (:chat)"
                                        + " ON CONFLICT (chat_id) DO NOTHING")
                .bind("chat", chatId)
                .execute());
    }
}
