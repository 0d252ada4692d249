package vn.loa.store.message;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads and writes the parts of messages that went in several: the words, as long as their files have not followed, and the
 * files.
 */
public final class MessageParts {
    private MessageParts() {}

    /**
     * Notes parts; one that is known already stays. Words that come after their files stand for the message from now on.
     * Words alone that stayed where the chat was before are no part: they are said anew.
     *
     * @param chatId where they stand, by the platform's number; the chat may have another one since
     */
    static void add(Handle handle, long deliveryId, String chatId, List<AlbumPart> parts) {
        if (parts.isEmpty()) {
            return;
        }
        boolean there = place(handle, deliveryId).filter(chatId::equals).isPresent();
        for (AlbumPart part : parts) {
            AlbumPart placed = there ? part : part.in(chatId);
            if (part.words()) {
                stands(handle, deliveryId, placed.externalId());
            }
            if (there || !part.words() || part.file().isPresent()) {
                add(handle, deliveryId, placed);
            }
        }
    }

    /** Returns the platform's number of the chat of a delivery, which stays as it is until the transaction ends. */
    private static Optional<String> place(Handle handle, long deliveryId) {
        // Written, not only locked: a move that has not seen these parts then fails at the same row, and is run again.
        handle.execute("UPDATE chat SET bot = bot WHERE id = (SELECT chat_id FROM delivery WHERE id = ?)", deliveryId);
        return handle.createQuery("SELECT c.external_id FROM delivery d JOIN chat c ON c.id = d.chat_id"
                        + " WHERE d.id = :delivery")
                .bind("delivery", deliveryId)
                .mapTo(String.class)
                .findOne();
    }

    private static void stands(Handle handle, long deliveryId, String externalId) {
        handle.execute(
                "UPDATE message SET external_id = ? WHERE id = (SELECT message_id FROM delivery WHERE id = ?)",
                externalId,
                deliveryId);
    }

    private static void add(Handle handle, long deliveryId, AlbumPart part) {
        handle.createUpdate("""
                        INSERT INTO delivery_part (delivery_id, external_id, words, file)
                        VALUES (:delivery, :external, :words, :file)
                        ON CONFLICT (delivery_id, external_id) DO NOTHING
                        """)
                .bind("delivery", deliveryId)
                .bind("external", part.externalId())
                .bind("words", part.words() ? 1 : 0)
                .bindByType("file", part.file().isPresent() ? part.file().getAsInt() : null, Integer.class)
                .execute();
    }

    static Optional<String> words(Handle handle, long deliveryId) {
        return handle.createQuery("SELECT external_id FROM delivery_part WHERE delivery_id = :delivery AND words = 1")
                .bind("delivery", deliveryId)
                .mapTo(String.class)
                .findFirst();
    }

    /** Returns the ids of the further files of a delivery. */
    static List<String> filesOf(Handle handle, long deliveryId) {
        return handle.createQuery("""
                        SELECT external_id FROM delivery_part WHERE delivery_id = :delivery AND words = 0
                        ORDER BY COALESCE(file, 0), external_id
                        """)
                .bind("delivery", deliveryId)
                .mapTo(String.class)
                .list();
    }

    /** Returns the ids of the further parts of a message of which nobody knows that they cannot be deleted. */
    static List<String> standing(Handle handle, long messageId) {
        return handle.createQuery("""
                        SELECT p.external_id FROM delivery d JOIN delivery_part p ON p.delivery_id = d.id
                          JOIN message m ON m.id = d.message_id
                        WHERE m.id = :message AND p.words = 0 AND p.external_id <> m.external_id AND NOT EXISTS (
                          SELECT 1 FROM delivery_remaining r
                          WHERE r.delivery_id = d.id AND r.external_id = p.external_id)
                        ORDER BY COALESCE(p.file, 0), p.external_id
                        """)
                .bind("message", messageId)
                .mapTo(String.class)
                .list();
    }

    /** Forgets the ids of the words to which files are missing that a chat may still be sent. */
    public static void forgetWords(Handle handle, long chatId) {
        String there =
                " AND delivery_id IN (SELECT d.id FROM delivery d JOIN delivery_missing g ON g.delivery_id = d.id"
                        + " WHERE d.chat_id = ?)";
        handle.execute("DELETE FROM delivery_part WHERE words = 1 AND file IS NULL" + there, chatId);
        handle.execute("UPDATE delivery_part SET words = 0 WHERE words = 1" + there, chatId);
    }

    /**
     * Returns the id that stands for a message, by that of one of its parts in any topic of a chat; the same for a message
     * of one part.
     *
     * @param chat the platform's number of the chat
     */
    public static String whole(Handle handle, String bot, String chat, String externalId) {
        return handle.createQuery("""
                        SELECT m.external_id FROM (
                            SELECT delivery_id FROM delivery_part WHERE external_id = :external
                            UNION ALL SELECT delivery_id FROM delivery_piece WHERE external_id = :external) p
                          JOIN delivery d ON d.id = p.delivery_id
                          JOIN message m ON m.id = d.message_id JOIN chat c ON c.id = m.chat_id
                        WHERE c.bot = :bot AND c.external_id = :chat
                        """)
                .bind("external", externalId)
                .bind("bot", bot)
                .bind("chat", chat)
                .mapTo(String.class)
                .findFirst()
                .orElse(externalId);
    }
}
