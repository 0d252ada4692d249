package vn.loa.command.incoming;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.store.delivery.ReceiptStore;

/**
 * Records that a person has read a message of the bot, shown by a reaction or by an answer in words.
 *
 * @param bot the bot that sent the message
 * @param chatId the platform's id of the chat
 * @param messageId the platform's id of the message
 * @param name the person's name on the platform
 * @param how the reaction or the words
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
     * Returns the name to report for somebody who acknowledges on behalf of a unit: the person's and the unit's.
     *
     * @param name the person's name on the platform, an empty string when it does not tell
     */
    public static String named(String name, Optional<String> unit) {
        return unit.map(told -> name.isBlank() ? told : name + " (" + told + ")")
                .orElse(name);
    }
}
