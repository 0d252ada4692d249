package vn.loa.attachment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.attachment.AttachmentReading.NotRead;
import vn.loa.attachment.AttachmentReading.Read;
import vn.loa.attachment.AttachmentReading.Unchanged;
import vn.loa.attachment.AttachmentReading.Validators;
import vn.loa.attachment.ExtractionResult.Extracted;
import vn.loa.attachment.ExtractionResult.NotExtracted;
import vn.loa.fetch.Download;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.Page;
import vn.loa.model.Source;

/** Fetches attachments and has them read; the files are deleted again, or kept. Safe for use by several threads. */
public final class AttachmentReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AttachmentReader.class);

    private final Fetcher fetcher;
    private final TextExtractor extractor;
    private final AttachmentFiles files;
    private volatile boolean closed;

    public AttachmentReader(Fetcher fetcher, TextExtractor extractor, AttachmentFiles files) {
        this.fetcher = Objects.requireNonNull(fetcher);
        this.extractor = Objects.requireNonNull(extractor);
        this.files = Objects.requireNonNull(files);
    }

    /** Deletes files that a run which was killed has left. */
    public void prepare() {
        try {
            files.prepare();
        } catch (IOException e) {
            log.warn("the folder for attachments cannot be used: {}", e.getMessage());
        }
    }

    /**
     * Fetches an attachment and reads it.
     *
     * @param options what its source needs
     * @param known what was read of it before
     * @param patience how long the turn at the portal may take, then its answer, and then the wait for other documents
     */
    public AttachmentReading read(URI url, Set<Source.Option> options, Optional<Validators> known, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Path> file = Optional.empty();
        String sha256 = "";
        try {
            file = Optional.of(files.fresh());
            FetchRequest request = known.map(
                            validators -> FetchRequest.of(url).ifChanged(validators.etag(), validators.lastModified()))
                    .orElseGet(() -> FetchRequest.of(url))
                    .with(options)
                    .waiting(patience);
            FetchResult answer = fetcher.download(request, new Download(file.get(), files.mostBytes(), patience));
            if (!(answer instanceof FetchResult.Fetched fetched)) {
                return notFetched(answer);
            }
            sha256 = AttachmentFiles.sha256(file.get());
            return fetched(fetched.page(), file.get(), sha256, known, end);
        } catch (IOException e) {
            return new NotRead(ReadingFailure.UNREACHABLE, "its file cannot be written: " + e.getMessage());
        } finally {
            dispose(file, sha256);
        }
    }

    private void dispose(Optional<Path> file, String sha256) {
        try {
            if (file.isPresent()) {
                files.done(file.get(), sha256);
            }
        } catch (IOException e) {
            log.warn("the file of an attachment cannot be put away: {}", e.getMessage());
        }
    }

    private static AttachmentReading notFetched(FetchResult answer) {
        if (answer instanceof FetchResult.NotModified) {
            return new Unchanged();
        }
        if (answer instanceof FetchResult.Busy || answer instanceof FetchResult.RateLimited) {
            return new NotRead(ReadingFailure.HOST_BUSY, answer.toString());
        }
        boolean refused = answer instanceof FetchResult.Blocked
                || answer instanceof FetchResult.Refused
                || answer instanceof FetchResult.Moved;
        return new NotRead(refused ? ReadingFailure.REFUSED : ReadingFailure.UNREACHABLE, answer.toString());
    }

    private AttachmentReading fetched(Page page, Path file, String sha256, Optional<Validators> known, long end) {
        if (page.status() != 200) {
            // An article is often published before its file.
            return new NotRead(ReadingFailure.UNREACHABLE, "HTTP " + page.status());
        }
        if (known.filter(validators -> validators.sha256().equals(sha256)).isPresent()) {
            return new Unchanged();
        }
        ExtractionResult result = extractor.extract(file, Duration.ofNanos(end - System.nanoTime()));
        if (result instanceof NotExtracted not) {
            return new NotRead(not.failure(), not.detail());
        }
        DocumentText document = ((Extracted) result).document();
        return new Read(document, new Validators(sha256, page.etag(), page.lastModified()));
    }

    /** Returns whether nothing is read any more. */
    public boolean isClosed() {
        return closed;
    }

    /** Ends the reading that is under way; nothing is read after it. */
    @Override
    public void close() {
        closed = true;
        extractor.close();
    }
}
