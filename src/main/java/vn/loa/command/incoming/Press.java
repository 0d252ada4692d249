package vn.loa.command.incoming;

import java.util.Objects;

/** Tells by which means a person chose what a message of the bot offers. */
public sealed interface Press {
    /**
     * A button under a message was pressed.
     *
     * @param messageId the message's id on the platform
     */
    record OfButton(String messageId) implements Press {
        public OfButton {
            Objects.requireNonNull(messageId);
        }
    }

    /** The choice was written, as its number or its data, where there are no buttons and no toasts. */
    record InWords() implements Press {}
}
