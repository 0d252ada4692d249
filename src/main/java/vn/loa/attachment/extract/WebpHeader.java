package vn.loa.attachment.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The size of a WebP picture as its head tells it (RFC 9649, sections 2.4 to 2.7).
 *
 * @param width in pixels
 * @param height in pixels
 */
record WebpHeader(int width, int height) {
    /** The head with the size in whichever form it has. */
    static final int BYTES = 30;

    private static final int FORM = 12;
    private static final int LOSSY_SIZE = 26;
    private static final int LOSSLESS_SIZE = 21;
    private static final int CANVAS_SIZE = 24;
    private static final int FOURTEEN_BITS = 0x3fff;
    private static final int THREE_BYTES = 0xffffff;

    /** Reads the first bytes of a file; empty where they are not those of a WebP picture. */
    static Optional<WebpHeader> of(byte[] head) {
        if (head.length < BYTES
                || !text(head, 0).equals("RIFF")
                || !text(head, 8).equals("WEBP")) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (text(head, FORM)) {
            case "VP8 " ->
                Optional.of(new WebpHeader(
                        bytes.getShort(LOSSY_SIZE) & FOURTEEN_BITS, bytes.getShort(LOSSY_SIZE + 2) & FOURTEEN_BITS));
            case "VP8L" -> Optional.of(lossless(bytes.getInt(LOSSLESS_SIZE)));
            case "VP8X" ->
                Optional.of(new WebpHeader(
                        (bytes.getInt(CANVAS_SIZE) & THREE_BYTES) + 1, (bytes.getInt(CANVAS_SIZE + 2) >>> 8) + 1));
            default -> Optional.empty();
        };
    }

    private static WebpHeader lossless(int bits) {
        return new WebpHeader((bits & FOURTEEN_BITS) + 1, (bits >>> 14 & FOURTEEN_BITS) + 1);
    }

    private static String text(byte[] head, int at) {
        return new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }
}
