package vn.loa.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.attachment.AttachmentFiles;
import vn.loa.attachment.AttachmentReader;
import vn.loa.attachment.AttachmentReading;
import vn.loa.attachment.DocumentExtractor;
import vn.loa.attachment.DocumentText;
import vn.loa.attachment.ExtractionLimits;
import vn.loa.attachment.ExtractionResult;
import vn.loa.attachment.OcrCheck;
import vn.loa.config.AttachmentConfig;
import vn.loa.fetch.Fetcher;
import vn.loa.model.Source;

/** Prints the text of a document, a file or at an address, as the watch would keep it. */
final class DocumentProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OCR_ANSWERS_WITHIN = Duration.ofSeconds(5);

    private final AttachmentConfig config;
    private final PrintWriter out;
    private final boolean json;

    DocumentProbe(AttachmentConfig config, PrintWriter out, boolean json) {
        this.config = config;
        this.out = out;
        this.json = json;
    }

    /** Reads a file; returns whether it has a text. */
    boolean tell(Path file) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder("loa-document");
                DocumentExtractor extractor = extractor(folder.path())) {
            return tell(extractor.extract(file));
        }
    }

    /** Fetches and reads a document; returns whether it has a text. */
    boolean tell(URI url, Fetcher fetcher, Set<Source.Option> options) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder("loa-document");
                DocumentExtractor extractor = extractor(folder.path())) {
            AttachmentFiles files = new AttachmentFiles(folder.path(), config.maxSize(), false);
            AttachmentReading reading =
                    new AttachmentReader(fetcher, extractor, files).read(url, options, Optional.empty(), PATIENCE);
            if (reading instanceof AttachmentReading.NotRead not) {
                return tell(new ExtractionResult.NotExtracted(not.failure(), not.detail()));
            }
            return reading instanceof AttachmentReading.Read read
                    && tell(new ExtractionResult.Extracted(read.document()));
        }
    }

    private DocumentExtractor extractor(Path folder) {
        OcrCheck ocr = config.ocr()
                .map(command -> OcrCheck.of(command, OCR_ANSWERS_WITHIN))
                .orElseGet(OcrCheck::off);
        return new DocumentExtractor(ExtractionLimits.USUAL, ocr.command(), folder);
    }

    private boolean tell(ExtractionResult result) throws JsonProcessingException {
        if (result instanceof ExtractionResult.Extracted extracted) {
            tell(extracted.document());
            return true;
        }
        out.printf("%-14s %s%n", "not read", result);
        return false;
    }

    private void tell(DocumentText document) throws JsonProcessingException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", document.type().name().toLowerCase(Locale.ROOT));
        facts.put("pages", document.pages());
        facts.put("ocr", document.ocr());
        facts.put("cut", document.cut());
        if (json) {
            facts.put("text", document.text());
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(facts));
        } else {
            facts.forEach((name, value) -> out.printf("%-14s %s%n", name, value));
            out.printf("%n%s%n", document.text());
        }
    }
}
