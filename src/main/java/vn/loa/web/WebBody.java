package vn.loa.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** The content of an answer. */
public sealed interface WebBody {
    /**
     * Content that is at hand.
     *
     * @param content read-only; whoever reads it takes a duplicate
     */
    record Bytes(ByteBuffer content) implements WebBody {
        public Bytes {
            content = content.asReadOnlyBuffer();
        }
    }

    /**
     * A file, sent as it is read; its receiver has a quarter of an hour.
     *
     * @param path stays where it is
     */
    record StoredFile(Path path) implements WebBody {
        public StoredFile {
            Objects.requireNonNull(path);
        }
    }

    /** Returns bytes as they are. */
    static WebBody bytes(byte[] content) {
        return new Bytes(ByteBuffer.wrap(content.clone()));
    }

    /** Returns a text in UTF-8. */
    static WebBody text(String text) {
        return new Bytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
