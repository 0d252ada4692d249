package vn.loa.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;

/** Reads the body of a request as it comes, without a thread that waits for it. */
final class RequestBodyReader {
    /** The longest body that is read, in bytes. */
    static final int LARGEST = 256 * 1024;
    /** The bytes that are read of a body that is too long, so that its sender is still there to receive the answer. */
    private static final int LARGEST_LEFTOVER = 1024 * 1024;

    private final Content.Source source;
    private final int most;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<byte[]>> whole = new CompletableFuture<>();
    private int bytes;

    /**
     * Reads from a source.
     *
     * @param most the bytes that the body may have
     */
    RequestBodyReader(Content.Source source, int most) {
        this.source = source;
        this.most = most;
    }

    /** Returns the body when it has come, empty when it is too long; a failure when the client broke off. */
    CompletableFuture<Optional<byte[]>> read() {
        go();
        return whole;
    }

    private void go() {
        while (!whole.isDone()) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this::go);
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            whole.completeExceptionally(chunk.getFailure());
            return;
        }
        keep(chunk.getByteBuffer());
        boolean last = chunk.isLast();
        chunk.release();
        if (last || bytes > most + LARGEST_LEFTOVER) {
            whole.complete(bytes > most ? Optional.empty() : Optional.of(read.toByteArray()));
        }
    }

    private void keep(ByteBuffer part) {
        bytes += part.remaining();
        if (bytes <= most) {
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            read.writeBytes(copy);
        } else {
            read.reset();
        }
    }
}
