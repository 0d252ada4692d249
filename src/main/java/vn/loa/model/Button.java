package vn.loa.model;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A button under a message. */
public sealed interface Button {
    String label();

    /** Opens an address. */
    record Link(String label, URI url) implements Button {
        public Link {
            Objects.requireNonNull(label);
            Objects.requireNonNull(url);
        }
    }

    /**
     * Comes back to Loa as a press.
     *
     * @param label what the person sees
     * @param data what comes back, 1-64 bytes (Bot API, InlineKeyboardButton.callback_data)
     */
    record Action(String label, String data) implements Button {
        /** The longest data, in bytes of UTF-8. */
        public static final int MAX_DATA_BYTES = 64;

        public Action {
            Objects.requireNonNull(label);
            int bytes = data.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MAX_DATA_BYTES) {
                throw new IllegalArgumentException("button data of " + bytes + " bytes: " + data);
            }
        }
    }
}
