package vn.loa.attachment.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tells how a telephone was held when it took a picture (CIPA DC-008: Exif, the tag Orientation). */
final class Orientation {
    private static final int EXIF = 0x45786966;
    private static final int MARK_AND_LENGTH = 4;
    private static final int TIFF_IN_SEGMENT = 10;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE_IN_ENTRY = 8;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /**
     * Returns by how many quarters to the right a picture has to be turned to stand upright; 0 where it does not tell, or
     * is mirrored, as no camera makes it.
     *
     * @param head the first bytes of a file, a JPEG or anything else
     */
    static int quarters(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        try {
            int at = 2;
            while ((bytes.get(at) & 0xff) == 0xff) {
                if ((bytes.get(at + 1) & 0xff) == 0xe1 && bytes.getInt(at + MARK_AND_LENGTH) == EXIF) {
                    return quarters(bytes, at + TIFF_IN_SEGMENT);
                }
                at += 2 + (bytes.getShort(at + 2) & 0xffff);
            }
            return 0;
        } catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static int quarters(ByteBuffer bytes, int tiff) {
        bytes.order(bytes.get(tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff + bytes.getInt(tiff + MARK_AND_LENGTH);
        int entries = bytes.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (bytes.getShort(entry) == TAG) {
                return switch (bytes.getShort(entry + VALUE_IN_ENTRY)) {
                    case 3 -> 2;
                    case 6 -> 1;
                    case 8 -> 3;
                    default -> 0;
                };
            }
        }
        return 0;
    }
}
