package vn.loa.fetch;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.InflaterSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the codings that a server put on a body (RFC 9110, section 8.4). Only gzip is asked for; deflate, which some
 * send all the same, is understood in both of its forms. What the bytes are counts for more than what the header says:
 * words that are no coding mean nothing, and a body that was never compressed is read as it is.
 */
final class ContentCoding {
    /** The Accept-Encoding header of every request. */
    static final String ACCEPTED = "gzip";

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Set<String> DEFLATE = Set.of("deflate", "x-deflate");
    private static final Set<String> UNREADABLE = Set.of(
            "br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "bzip2", "x-bzip2", "xz");

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int ZLIB_METHOD = 8;
    private static final int ZLIB_CHECK = 31;
    private static final int TRIED_BYTES = 512;

    private final List<String> codings;

    /** Takes in the values of all Content-Encoding headers of one answer. */
    ContentCoding(List<String> headers) {
        List<String> written = new ArrayList<>();
        for (String header : headers) {
            Arrays.stream(header.split(",", -1))
                    .map(word -> word.strip().toLowerCase(Locale.ROOT))
                    .filter(word -> GZIP.contains(word) || DEFLATE.contains(word) || UNREADABLE.contains(word))
                    .forEach(written::add);
        }
        Collections.reverse(written);
        this.codings = List.copyOf(written);
    }

    /** Returns a coding that cannot be undone, if there is one. */
    Optional<String> unreadable() {
        return codings.stream().filter(UNREADABLE::contains).findFirst();
    }

    /** Returns the body as it was before it was coded; the caller closes it. */
    BufferedSource undone(BufferedSource body) throws IOException {
        BufferedSource plain = body;
        for (String coding : codings) {
            plain = undone(plain, DEFLATE.contains(coding));
        }
        // Some servers compress and do not say so.
        return codings.isEmpty() ? undone(plain, false) : plain;
    }

    /**
     * Undoes the coding that the bytes show. Deflate was meant to be in zlib's wrapping and is often sent without it; then
     * only the header tells it.
     */
    private static BufferedSource undone(BufferedSource body, boolean mayBeBare) throws IOException {
        byte[] start = start(body);
        if (isGzip(start)) {
            Following members = new Following(body);
            return Okio.buffer(members.whole(Okio.source(new GZIPInputStream(members))));
        }
        if (isZlib(start) && canInflate(start, false)) {
            return Okio.buffer((Source) new InflaterSource(body, new Inflater(false)));
        }
        boolean bare = mayBeBare && canInflate(start, true);
        return bare ? Okio.buffer((Source) new InflaterSource(body, new Inflater(true))) : body;
    }

    /**
     * The bytes of a body, of which {@link GZIPInputStream} has to know at the end of a member whether another one
     * follows; what has come so far does not tell. From Java 25 on it takes any failure there for the end, so failures are
     * kept and told again.
     */
    private static final class Following extends FilterInputStream {
        private final BufferedSource body;
        private @Nullable IOException failure;

        Following(BufferedSource body) {
            super(body.inputStream());
            this.body = body;
        }

        /** Returns the source, which fails where the body did instead of ending. */
        Source whole(Source members) {
            return new ForwardingSource(members) {
                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                    long read = super.read(sink, byteCount);
                    if (read < 0 && failure != null) {
                        throw failure;
                    }
                    return read;
                }
            };
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (EOFException | ProtocolException e) {
                throw e;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int available() throws IOException {
            int come = super.available();
            return come > 0 ? come : isAtEnd() ? 0 : 1;
        }

        /** A body that ends too early ends nevertheless, and its members so far are whole. */
        private boolean isAtEnd() throws IOException {
            try {
                return body.exhausted();
            } catch (EOFException | ProtocolException e) {
                return true;
            }
        }
    }

    private static boolean isGzip(byte[] start) {
        return start.length >= 2 && (start[0] & 0xff) == GZIP_MAGIC >> 8 && (start[1] & 0xff) == (GZIP_MAGIC & 0xff);
    }

    /** The first two bytes of zlib's wrapping (RFC 1950, section 2.2). */
    private static boolean isZlib(byte[] start) {
        return start.length >= 2
                && (start[0] & 0x0f) == ZLIB_METHOD
                && (((start[0] & 0xff) << 8) + (start[1] & 0xff)) % ZLIB_CHECK == 0;
    }

    private static byte[] start(BufferedSource body) throws IOException {
        try {
            body.request(TRIED_BYTES);
        } catch (EOFException e) {
            return new byte[0];
        }
        return body.getBuffer()
                .snapshot((int) Math.min(TRIED_BYTES, body.getBuffer().size()))
                .toByteArray();
    }

    private static boolean canInflate(byte[] start, boolean raw) {
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(start);
            inflater.inflate(new byte[TRIED_BYTES]);
            return start.length > 0 && !inflater.needsDictionary();
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
