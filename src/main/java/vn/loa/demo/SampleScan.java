package vn.loa.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Makes PDF files as scanners do: one page that is a picture, without a layer of text. */
final class SampleScan {
    /** A4 at 150 dots an inch. */
    private static final int WIDTH = 1240;

    private static final int HEIGHT = 1754;
    private static final int MARGIN = 120;
    private static final float LETTERS = 26;
    private static final int LINE = 44;
    private static final String FONT = "/fonts/DejaVuSans.ttf";

    private SampleScan() {}

    /** Returns a PDF file of these lines; those that are too long go on below. */
    static byte[] of(List<String> lines) throws IOException {
        String page = "q 595 0 0 842 0 0 cm /P Do Q";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        write(file, "%PDF-1.4\n");
        object(file, places, "<</Type/Catalog/Pages 2 0 R>>");
        object(file, places, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        object(
                file,
                places,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>");
        object(file, places, "<</Length " + page.length() + ">>stream\n" + page + "\nendstream");
        picture(file, places, picture(lines));
        ending(file, places);
        return file.toByteArray();
    }

    private static void picture(ByteArrayOutputStream file, List<Integer> places, byte[] picture) throws IOException {
        places.add(file.size());
        write(
                file,
                "5 0 obj<</Type/XObject/Subtype/Image/Width " + WIDTH + "/Height " + HEIGHT
                        + "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length " + picture.length
                        + ">>stream\n");
        file.write(picture);
        write(file, "\nendstream endobj\n");
    }

    private static void ending(ByteArrayOutputStream file, List<Integer> places) {
        int table = file.size();
        write(file, "xref\n0 6\n0000000000 65535 f \n");
        places.forEach(place -> write(file, String.format("%010d 00000 n \n", place)));
        write(file, "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
    }

    private static void object(ByteArrayOutputStream file, List<Integer> places, String content) {
        places.add(file.size());
        write(file, places.size() + " 0 obj" + content + " endobj\n");
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] picture(List<String> lines) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = blackOnWhite(image);
        int y = MARGIN;
        for (String line : lines) {
            y = draw(drawing, line, y);
        }
        drawing.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static Graphics2D blackOnWhite(BufferedImage image) {
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(Color.BLACK);
        drawing.setFont(font());
        return drawing;
    }

    private static int draw(Graphics2D drawing, String line, int top) {
        int y = top;
        StringBuilder row = new StringBuilder();
        for (String word : line.split(" ")) {
            boolean full = drawing.getFontMetrics().stringWidth(row + " " + word) > WIDTH - 2 * MARGIN;
            if (full) {
                drawing.drawString(row.toString(), MARGIN, y);
                row.setLength(0);
                y += LINE;
            }
            row.append(row.length() == 0 ? "" : " ").append(word);
        }
        drawing.drawString(row.toString(), MARGIN, y);
        return y + LINE;
    }

    private static Font font() {
        try (InputStream font = Objects.requireNonNull(SampleScan.class.getResourceAsStream(FONT))) {
            return Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(LETTERS);
        } catch (FontFormatException e) {
            throw new IllegalStateException(FONT, e);
        } catch (IOException e) {
            throw new UncheckedIOException(FONT, e);
        }
    }
}
