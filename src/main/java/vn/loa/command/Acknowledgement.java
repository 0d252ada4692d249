package vn.loa.command;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.store.ReceiptStore;

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
    public Acknowledgement {
        Objects.requireNonNull(bot);
        Objects.requireNonNull(chatId);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(person);
        Objects.requireNonNull(name);
        Objects.requireNonNull(how);
    }

    /**
     * Returns how somebody who acknowledges for a unit is called, so that reports show the unit.
     *
     * @param name how the platform calls the person, an empty string when it does not tell
     */
    public static String named(String name, Optional<String> unit) {
        return unit.map(told -> name.isBlank() ? told : name + " (" + told + ")")
                .orElse(name);
    }
}
