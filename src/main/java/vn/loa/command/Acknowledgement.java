package vn.loa.command;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.store.ReceiptStore;
import vn.loa.text.PoliteWords;

/**
 * Somebody's sign that a message of the bot was read, given by a reaction or an answer in words.
 *
 * @param bot whose message it is
 * @param chatId the platform's id of the chat
 * @param messageId the platform's id of the message
 * @param person who
 * @param name how the platform calls the person
 * @param how by what sign
 */
public record Acknowledgement(
        Bot bot, String chatId, String messageId, PersonId person, String name, ReceiptStore.How how) {
    /** Words that say it, folded. */
    public static final List<String> WORDS =
            List.of("da nam", "da ro", "da nhan", "da doc", "da nam thong tin", "da nhan thong tin", "da nhan duoc");

    public Acknowledgement {
        Objects.requireNonNull(bot);
        Objects.requireNonNull(chatId);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(person);
        Objects.requireNonNull(name);
        Objects.requireNonNull(how);
    }

    /** Whether words say this and nothing else but politeness: {@code Dạ, đã nắm ạ.} */
    public static boolean isSaidBy(String words) {
        List<String> said = PoliteWords.words(words);
        return IntStream.rangeClosed(0, PoliteWords.before(words))
                .mapToObj(at -> said.subList(at, said.size()))
                .anyMatch(rest -> WORDS.stream()
                        .map(each -> List.of(each.split(" ")))
                        .anyMatch(each -> rest.size() >= each.size()
                                && rest.subList(0, each.size()).equals(each)
                                && PoliteWords.only(String.join(" ", rest.subList(each.size(), rest.size())))));
    }
}
