package vn.loa.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.attachment.AttachmentFiles;
import vn.loa.attachment.AttachmentReader;
import vn.loa.attachment.DocumentExtractor;
import vn.loa.attachment.ExtractionLimits;
import vn.loa.attachment.OcrCheck;
import vn.loa.config.AttachmentConfig;
import vn.loa.fetch.Fetcher;
import vn.loa.schedule.SharedTimetable;
import vn.loa.summary.Summarizer;
import vn.loa.watch.AttachmentRounds;
import vn.loa.watch.AttachmentRounds.SummaryRules;
import vn.loa.watch.WatchTiming;

/** Reads attachments as the settings say: before an announcement that needs them, and on the timetable. */
final class AttachmentWork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AttachmentWork.class);
    private static final Duration OCR_ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Optional<AttachmentReader> reader;
    private final SummaryRules summaries;
    private final WatchTiming timing;

    AttachmentWork(Settings settings, Fetcher fetcher, Summarizer summarizer, WatchTiming timing) {
        AttachmentConfig config = settings.config().attachments();
        this.reader = config.read() ? Optional.of(reader(settings, fetcher)) : Optional.empty();
        this.summaries = new SummaryRules(summarizer, settings.config().zone());
        this.timing = timing;
    }

    private static AttachmentReader reader(Settings settings, Fetcher fetcher) {
        AttachmentConfig config = settings.config().attachments();
        OcrCheck ocr = ocr(config);
        if (ocr.command().isEmpty()) {
            log.info("scans are not read: {}", ocr.detail());
        }
        AttachmentFiles files = new AttachmentFiles(
                settings.database().path().resolve("attachments"), config.maxSize(), config.keepFiles());
        DocumentExtractor extractor = new DocumentExtractor(ExtractionLimits.USUAL, ocr.command(), files.folder());
        return new AttachmentReader(fetcher, extractor, files);
    }

    /** Asks whether scans can be read on this machine. */
    static OcrCheck ocr(AttachmentConfig config) {
        return config.ocr()
                .map(command -> OcrCheck.of(command, OCR_ANSWERS_WITHIN))
                .orElseGet(OcrCheck::off);
    }

    Optional<AttachmentReader> reader() {
        return reader;
    }

    /**
     * Enters the rounds in the timetable.
     *
     * @param permission lets a round run only while it may
     * @param announced is called when deliveries were entered
     */
    void enter(SharedTimetable times, Storage storage, UnaryOperator<Runnable> permission, Runnable announced) {
        reader.ifPresent(AttachmentReader::prepare);
        reader.map(each -> new AttachmentRounds(
                        storage.watch(),
                        storage.attachments(),
                        storage.announcements(),
                        each,
                        summaries,
                        timing,
                        announced))
                .ifPresent(rounds -> times.every("attachments", EVERY, EVERY, permission.apply(rounds)));
    }

    /** Ends the reading that is under way. */
    @Override
    public void close() {
        reader.ifPresent(AttachmentReader::close);
    }
}
