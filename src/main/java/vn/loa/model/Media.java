package vn.loa.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The file or picture of a message. A channel that cannot carry it sends the words alone. */
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
     * A file that somebody sent to a bot and that the platform keeps.
     *
     * @param bot the one bot that can send it again (Bot API, "Sending files")
     * @param form how it is shown
     * @param fileId the platform's name for it
     * @param name what whoever sent it called it; empty when that is not known
     */
    record Kept(Bot bot, Form form, String fileId, String name) implements Media {
        /** The forms in which a file is shown. */
        public enum Form {
            PHOTO,
            DOCUMENT
        }

        public Kept {
            Objects.requireNonNull(bot);
            Objects.requireNonNull(form);
            Objects.requireNonNull(fileId);
            Objects.requireNonNull(name);
        }

        /** Names a file of which nobody knows what it is called. */
        public Kept(Bot bot, Form form, String fileId) {
            this(bot, form, fileId, "");
        }
    }

    /**
     * Several files that belong together, as somebody sent them.
     *
     * @param files two to ten (Bot API, sendMediaGroup)
     */
    record Album(List<Kept> files) implements Media {
        /** Bot API, sendMediaGroup: the most files of one album. */
        public static final int MOST = 10;

        public Album {
            files = List.copyOf(files);
        }

        /** Returns whether pictures and documents stand together, which no album takes (Bot API, sendMediaGroup). */
        public boolean mixed() {
            return files.stream().map(Kept::form).distinct().count() > 1;
        }

        /** Returns an album with one file more; the same where it is full, or has the file. */
        Album with(Kept file) {
            List<Kept> more = new ArrayList<>(files);
            if (more.size() < MOST && !more.contains(file)) {
                more.add(file);
            }
            return new Album(more);
        }
    }

    /** Returns what was attached together with one file more. */
    static Media joined(Optional<Media> before, Kept file) {
        if (before.isPresent() && before.get() instanceof Album album) {
            return album.with(file);
        }
        return before.isPresent() && before.get() instanceof Kept first && !first.equals(file)
                ? new Album(List.of(first, file))
                : file;
    }

    /** A file that Loa made for an answer; it is sent as it is and not kept. */
    final class Made implements Media {
        private final Kept.Form form;
        private final String name;
        private final byte[] content;

        /**
         * Makes a file.
         *
         * @param form how it is shown; a picture is PNG
         * @param name what it is called
         */
        public Made(Kept.Form form, String name, byte[] content) {
            this.form = Objects.requireNonNull(form);
            this.name = Objects.requireNonNull(name);
            this.content = content.clone();
        }

        public Kept.Form form() {
            return form;
        }

        public String name() {
            return name;
        }

        public byte[] content() {
            return content.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Made that
                    && form == that.form
                    && name.equals(that.name)
                    && Arrays.equals(content, that.content);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return name + " (" + content.length + " bytes)";
        }
    }
}
