package vn.loa.attachment.extract;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import vn.loa.attachment.DocumentText;
import vn.loa.attachment.DocumentType;
import vn.loa.attachment.ExtractionArguments;
import vn.loa.attachment.ExtractionResult;
import vn.loa.attachment.ExtractionResult.Extracted;
import vn.loa.attachment.ExtractionResult.NotExtracted;
import vn.loa.attachment.ReadingFailure;

/** Reads one document on a thread of its own; its result can be asked for at any time by another. */
final class Extraction implements Runnable {
    private static final int LONGEST_DETAIL = 200;
    private static final Set<DocumentType> SCANS = EnumSet.of(DocumentType.PDF, DocumentType.IMAGE);

    private final ExtractionArguments asked;
    private final TextSink sink;
    private final long end;
    private volatile Optional<DocumentType> type = Optional.empty();
    private volatile Optional<NotExtracted> failure =
            Optional.of(new NotExtracted(ReadingFailure.TIMED_OUT, "not read to its end in time"));

    Extraction(ExtractionArguments asked) {
        this.asked = asked;
        this.sink = new TextSink(asked.limits().characters());
        this.end = System.nanoTime() + asked.limits().time().toNanos();
    }

    @Override
    public void run() {
        failure = read();
    }

    /** Bounds, passwords and harm end the reading; whatever text was found until then counts. */
    private Optional<NotExtracted> read() {
        try {
            type = TypeDetector.of(asked.file());
            if (type.isEmpty()) {
                return failed(ReadingFailure.UNKNOWN_TYPE, "no form of document that is read here");
            }
            reader(type.get()).read(asked.file(), sink);
            return Optional.empty();
        } catch (TextSink.FullException e) {
            return Optional.empty();
        } catch (InvalidPasswordException | EncryptedDocumentException e) {
            return failed(ReadingFailure.ENCRYPTED, "it opens with a password only");
        } catch (PictureReading.TooLargeException e) {
            return failed(ReadingFailure.TOO_LARGE, detail(e));
        } catch (OutOfMemoryError e) {
            return failed(ReadingFailure.TOO_LARGE, "it takes more memory than it may");
        } catch (StackOverflowError e) {
            return failed(ReadingFailure.BROKEN, "it is nested too deeply");
        } catch (IOException | RuntimeException | LinkageError e) {
            return failed(ReadingFailure.BROKEN, detail(e));
        }
    }

    private static Optional<NotExtracted> failed(ReadingFailure reason, String detail) {
        return Optional.of(new NotExtracted(reason, detail));
    }

    private static String detail(Throwable e) {
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return text.replaceAll("\\s+", " ").substring(0, Math.min(text.length(), LONGEST_DETAIL));
    }

    private FormatReading reader(DocumentType form) {
        int pages = asked.limits().pages();
        return switch (form) {
            case PDF -> new PdfReading(pages, ocr());
            case DOCX -> new DocxReading();
            case XLSX -> new XlsxReading(pages);
            case DOC -> new DocReading();
            case XLS -> new XlsReading(pages);
            case RTF -> new RtfReading();
            case HTML -> new HtmlReading();
            case TEXT -> new TextReading();
            case IMAGE -> new PictureReading(pages, ocr());
        };
    }

    private Optional<PageOcr> ocr() {
        return asked.ocr().map(command -> new PageOcr(command, end));
    }

    /** Returns what has come of the reading so far. */
    ExtractionResult result() {
        Optional<NotExtracted> failed = failure;
        TextSink.Taken taken = sink.taken();
        if (!taken.text().isBlank() && type.isPresent()) {
            boolean cut = taken.cut() || failed.isPresent();
            return new Extracted(new DocumentText(type.get(), taken.text(), taken.ocr(), cut, taken.pages()));
        }
        return failed.orElseGet(() -> new NotExtracted(
                ReadingFailure.NO_TEXT,
                type.filter(SCANS::contains).isPresent() && asked.ocr().isEmpty()
                        ? "perhaps a scan, and scans are not read here"
                        : "nothing is written in it"));
    }
}
