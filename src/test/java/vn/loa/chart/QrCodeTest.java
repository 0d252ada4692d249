package vn.loa.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    @Test
    void a_code_reads_as_its_address() throws Exception {
        String address = "https://phuxuyen.hanoi.gov.vn/tin-tieu-diem/hoi-nghi-2026112010.htm?a=1&b=ế";
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.png("https://x.vn/" + address.length())));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo("https://x.vn/" + address.length());
    }

    @Test
    void an_address_that_no_code_holds_is_told() {
        assertThatThrownBy(() -> QrCode.png("x".repeat(5000))).isInstanceOf(DrawingException.class);
    }
}
