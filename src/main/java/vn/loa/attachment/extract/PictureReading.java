package vn.loa.attachment.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads a picture of a page, or each page of a TIFF, as a page of a scan is read. */
final class PictureReading implements FormatReading {
    /** The cameras of telephones take 12 to 50 million. */
    private static final long MOST_PIXELS = 50_000_000;
    /** Of larger pictures each second or third pixel is enough, and needs no more memory than there is. */
    private static final double DECODED_PIXELS = 16_000_000;

    private static final int HEAD_BYTES = 64 * 1024;
    private static final int SMALLEST_SIDE = 300;
    /** An A4 page at 200 dots per inch is so high; below, Tesseract takes the marks of letters for dirt. */
    private static final double PAGE_HEIGHT = 2_339;

    private static final double MOST_ENLARGED = 2.5;

    private final int mostPages;
    private final Optional<PageOcr> ocr;

    PictureReading(int mostPages, Optional<PageOcr> ocr) {
        this.mostPages = mostPages;
        this.ocr = ocr;
    }

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        Optional<WebpHeader> webp = WebpHeader.of(head(file, WebpHeader.BYTES));
        if (webp.isPresent()) {
            readWebp(webp.get(), file, sink);
        } else {
            readDecoded(file, sink);
        }
    }

    /** Java does not decode WebP; the command does, and has room for less. */
    private void readWebp(WebpHeader size, Path file, TextSink sink) throws IOException {
        sink.page();
        if ((double) size.width() * size.height() > DECODED_PIXELS) {
            throw new TooLargeException(size.width() + " x " + size.height() + " pixels");
        }
        if (Math.min(size.width(), size.height()) >= SMALLEST_SIDE && ocr.isPresent()) {
            recognise(ocr.get().text(Files.readAllBytes(file)), sink);
        }
    }

    private void readDecoded(Path file, TextSink sink) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("a picture that is not understood");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                read(reader, quarters(file), sink);
            } finally {
                reader.dispose();
            }
        }
    }

    private static int quarters(Path file) throws IOException {
        return Orientation.quarters(head(file, HEAD_BYTES));
    }

    private static byte[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    private void read(ImageReader reader, int quarters, TextSink sink) throws IOException {
        // Telephones put small copies of a picture behind it.
        int pages = reader.getFormatName().startsWith("tif") ? reader.getNumImages(true) : 1;
        for (int number = 0; number < Math.min(pages, mostPages); number++) {
            sink.page();
            if (isPage(reader, number) && ocr.isPresent()) {
                recognise(ocr.get().text(onPaper(decoded(reader, number), quarters)), sink);
            }
        }
        if (pages > mostPages) {
            sink.leaveOut();
        }
    }

    /** The size stands in the head of a picture, so that one that unpacks to gigabytes is never unpacked. */
    private static boolean isPage(ImageReader reader, int number) throws IOException {
        long width = reader.getWidth(number);
        long height = reader.getHeight(number);
        if (width * height > MOST_PIXELS) {
            throw new TooLargeException(width + " x " + height + " pixels");
        }
        return Math.min(width, height) >= SMALLEST_SIDE;
    }

    private static void recognise(Optional<String> seen, TextSink sink) {
        if (seen.isEmpty()) {
            sink.leaveOut();
        }
        Optional<String> written = seen.filter(Writing::is);
        if (written.isPresent()) {
            sink.recognised();
            sink.passage(written.get());
        }
    }

    private static BufferedImage decoded(ImageReader reader, int number) throws IOException {
        double pixels = (double) reader.getWidth(number) * reader.getHeight(number);
        int each = (int) Math.ceil(Math.sqrt(pixels / DECODED_PIXELS));
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(each, each, 0, 0);
        return reader.read(number, wanted);
    }

    /** Makes transparent parts white, turns what lies on its side, and gives it the size of a scan. */
    private static BufferedImage onPaper(BufferedImage picture, int quarters) {
        double scale = scale(picture.getWidth(), picture.getHeight());
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        boolean lies = quarters % 2 == 1;
        BufferedImage paper =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = paper.createGraphics();
        try {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, paper.getWidth(), paper.getHeight());
            drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            drawing.translate(paper.getWidth() / 2.0, paper.getHeight() / 2.0);
            drawing.transform(AffineTransform.getQuadrantRotateInstance(quarters));
            drawing.translate(-width / 2.0, -height / 2.0);
            drawing.drawImage(picture, 0, 0, width, height, null);
        } finally {
            drawing.dispose();
        }
        return paper;
    }

    private static double scale(int width, int height) {
        double wanted = Math.max(1, Math.min(MOST_ENLARGED, PAGE_HEIGHT / Math.max(width, height)));
        return Math.min(wanted, Math.sqrt(PageOcr.MOST_PIXELS / ((double) width * height)));
    }

    /** The picture has more pixels than are read. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String size) {
            super(size);
        }
    }
}
