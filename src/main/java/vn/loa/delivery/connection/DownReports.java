package vn.loa.delivery.connection;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Weighs answers that say that the whole bot is down although the platform, asked, says that it is well. Nobody knows all
 * codes of a platform, so one chat or one message that is always answered so must not silence the others: the third time
 * it is held against that chat or message. Only when several messages to several chats are answered so, and nothing gets
 * through between them, is it the bot after all.
 */
final class DownReports {
    /** So often the same chat, or the same message, before it is held against it. */
    private static final int OFTEN = 3;
    /** So many chats, and so many messages, are no accident. */
    private static final int MANY = 3;
    /** The most chats and messages that are remembered; the oldest are forgotten first. */
    private static final int MOST = 1_000;

    /** Names against whom an answer is held. */
    enum Verdict {
        /** Nothing yet: the same message is tried again soon. */
        NOBODY,
        /** The chat or the message. */
        MESSAGE,
        /** The whole bot. */
        BOT
    }

    @GuardedBy("this")
    private final Map<String, Integer> chats = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<Integer, Integer> messages = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Set<String> chatsInARow = new HashSet<>();

    @GuardedBy("this")
    private final Set<Integer> messagesInARow = new HashSet<>();

    /** Notes one more such answer to a message, and returns what it is held against. */
    synchronized Verdict report(SendRequest request) {
        String chat = request.to().chatId();
        int message = request.message().text().text().hashCode();
        chatsInARow.add(chat);
        messagesInARow.add(message);
        int often = Math.max(count(chats, chat), count(messages, message));
        if (chatsInARow.size() >= MANY && messagesInARow.size() >= MANY) {
            return Verdict.BOT;
        }
        return often >= OFTEN ? Verdict.MESSAGE : Verdict.NOBODY;
    }

    private static <K> int count(Map<K, Integer> counts, K key) {
        int often = counts.merge(key, 1, Integer::sum);
        if (counts.size() > MOST) {
            counts.remove(counts.keySet().iterator().next());
        }
        return often;
    }

    /** Notes that a message got through to a chat. */
    synchronized void sent(String chat) {
        chats.remove(chat);
        chatsInARow.clear();
        messagesInARow.clear();
    }
}
