package vn.loa.chart;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws QR codes (ISO/IEC 18004) of addresses. */
public final class QrCode {
    /** Pixels; sharp in print at two centimetres. */
    private static final int SIDE = 300;

    private QrCode() {}

    /**
     * Draws the code of an address as a square PNG picture with its quiet zone.
     *
     * @throws DrawingException when the address is too long for a code, or this machine's Java cannot draw
     */
    public static byte[] png(String address) {
        System.setProperty("java.awt.headless", "true");
        try {
            Map<EncodeHintType, Object> hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);
            return png(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, SIDE, SIDE, hints));
        } catch (WriterException | IOException | RuntimeException | LinkageError e) {
            throw new DrawingException(e);
        }
    }

    private static byte[] png(BitMatrix code) throws IOException {
        BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                image.setRGB(x, y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
