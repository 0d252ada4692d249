package vn.loa.store.chat;

import vn.loa.store.Database;

/** Which chats want to be answered in English instead of Vietnamese. */
public final class LanguageStore {
    private final Database database;

    public LanguageStore(Database database) {
        this.database = database;
    }

    public boolean english(long chatId) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM chat_in_english WHERE chat_id = :chat")
                        .bind("chat", chatId)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    /** From now on the chat is answered in English, or in Vietnamese. */
    public void set(long chatId, boolean english) {
        database.write(handle -> handle.createUpdate(
                        english
                                ? "INSERT INTO chat_in_english (chat_id) VALUES (:chat) ON CONFLICT (chat_id) DO NOTHING"
                                : "DELETE FROM chat_in_english WHERE chat_id = :chat")
                .bind("chat", chatId)
                .execute());
    }
}
