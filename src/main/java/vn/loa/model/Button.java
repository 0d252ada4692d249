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
     * @param data what comes back, the text of a {@link ButtonData}, 1-64 bytes
     */
    record Action(String label, String data) implements Button {
        public Action {
            Objects.requireNonNull(label);
            int bytes = data.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > ButtonData.MAX_BYTES) {
                throw new IllegalArgumentException("button data of " + bytes + " bytes: " + data);
            }
        }

        public Action(String label, ButtonData data) {
            this(label, data.text());
        }
    }
}
