package vn.loa.attachment.extract;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.loa.attachment.OcrCommand;
import vn.loa.schedule.OwnThread;

/** Has a command read pictures of pages, those of a PDF after it has rendered them. */
final class PageOcr {
    /** Enough for Tesseract on printed letters of 12 points. */
    private static final float DOTS_PER_INCH = 200;

    private static final float POINTS_PER_INCH = 72;
    /** A3 at 200 dots per inch has 7.7 million. */
    static final double MOST_PIXELS = 8_000_000;
    /** A page that would be begun with less time left would not be ended. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    private static final int MOST_BYTES = 400_000;

    private static final OwnThread OWN = new OwnThread("ocr");

    private final OcrCommand command;
    private final long end;

    /** @param end when the reading has to be over, on the clock of {@link System#nanoTime} */
    PageOcr(OcrCommand command, long end) {
        this.command = command;
        this.end = end;
    }

    /** Returns the text that is seen on a page; empty when there is no time for it or the command fails. */
    Optional<String> text(PDDocument document, int number) throws IOException {
        if (isTimeUp()) {
            return Optional.empty();
        }
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage picture;
        try {
            picture = renderer.renderImageWithDPI(
                    number, dots(document.getPage(number).getCropBox()), ImageType.GRAY);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        return read(out -> show(picture, out));
    }

    private static float dots(PDRectangle page) {
        double inches = (double) page.getWidth() * page.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
        double pixels = inches * DOTS_PER_INCH * DOTS_PER_INCH;
        return pixels <= MOST_PIXELS ? DOTS_PER_INCH : (float) (DOTS_PER_INCH * Math.sqrt(MOST_PIXELS / pixels));
    }

    /**
     * Returns the text that is seen in a picture; empty when there is no time for it or the command fails.
     *
     * @param picture of {@link BufferedImage#TYPE_BYTE_GRAY}
     */
    Optional<String> text(BufferedImage picture) {
        return isTimeUp() ? Optional.empty() : read(out -> show(picture, out));
    }

    /**
     * Returns the text that is seen in a picture; empty when there is no time for it or the command fails.
     *
     * @param file the bytes of a picture in a form that the command understands
     */
    Optional<String> text(byte[] file) {
        return isTimeUp() ? Optional.empty() : read(out -> out.write(file));
    }

    /** Something that is written to the command. */
    private interface Shown {
        void writeTo(OutputStream out) throws IOException;
    }

    private boolean isTimeUp() {
        return end - System.nanoTime() < LEAST_NANOS;
    }

    private Optional<String> read(Shown picture) {
        Optional<Process> started = Optional.empty();
        try {
            Process process = new ProcessBuilder(
                            command.path(), "stdin", "stdout", "-l", command.language(), "--dpi", "200")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            started = Optional.of(process);
            CompletableFuture<byte[]> text = CompletableFuture.supplyAsync(() -> seen(process), OWN);
            CompletableFuture<Void> shown = CompletableFuture.runAsync(() -> show(picture, process), OWN);
            byte[] bytes = text.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            shown.join();
            boolean well = process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                    && process.exitValue() == 0;
            return well ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            started.ifPresent(Process::destroyForcibly);
        }
    }

    private static byte[] seen(Process process) {
        try {
            return process.getInputStream().readNBytes(MOST_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static void show(Shown picture, Process process) {
        try (OutputStream out = process.getOutputStream()) {
            picture.writeTo(out);
        } catch (IOException e) {
            // The command has gone; its exit code tells.
        }
    }

    /** Writes the picture as a portable graymap, which needs no compression: netpbm.sourceforge.net/doc/pgm.html. */
    private static void show(BufferedImage picture, OutputStream out) throws IOException {
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        String head = "P5 " + picture.getWidth() + " " + picture.getHeight() + " 255\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(pixels);
    }
}
