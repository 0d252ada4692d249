package vn.loa.model;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;

/** What a message carries besides its words. A channel that cannot carry it sends the words alone. */
public sealed interface Media {
    /**
     * A picture on the web, which the platform fetches by itself.
     *
     * @param address where it is
     */
    record WebPhoto(URI address) implements Media {
        public WebPhoto {
            Objects.requireNonNull(address);
        }
    }

    /**
     * What somebody sent to a bot, and its platform keeps.
     *
     * @param bot the one bot that can send it again (Bot API, "Sending files")
     * @param form how it is shown
     * @param fileId the platform's name for it
     */
    record Kept(Bot bot, Form form, String fileId) implements Media {
        /** How a file is shown. */
        public enum Form {
            PHOTO,
            DOCUMENT
        }

        public Kept {
            Objects.requireNonNull(bot);
            Objects.requireNonNull(form);
            Objects.requireNonNull(fileId);
        }
    }

    /** A picture that Loa drew for an answer; it is sent as it is and not kept. */
    final class Drawn implements Media {
        private final String name;
        private final byte[] png;

        /**
         * A picture.
         *
         * @param name what its file is called
         */
        public Drawn(String name, byte[] png) {
            this.name = Objects.requireNonNull(name);
            this.png = png.clone();
        }

        public String name() {
            return name;
        }

        /** The file's content. */
        public byte[] png() {
            return png.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Drawn that && name.equals(that.name) && Arrays.equals(png, that.png);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(png);
        }

        @Override
        public String toString() {
            return name + " (" + png.length + " bytes)";
        }
    }
}
