package vn.loa.attachment;

import java.time.Duration;
import java.util.Objects;

/**
 * Bounds on the reading of one document.
 *
 * @param pages the pages or sheets that are read at most
 * @param characters the UTF-16 units of text that are kept at most
 * @param time how long reading may take; then its process is killed
 * @param heapMebibytes the heap of its process
 */
public record ExtractionLimits(int pages, int characters, Duration time, int heapMebibytes) {
    /** 40 pages, 200,000 characters, 30 s, 256 MiB. */
    public static final ExtractionLimits USUAL = new ExtractionLimits(40, 200_000, Duration.ofSeconds(30), 256);

    public ExtractionLimits {
        Objects.requireNonNull(time);
    }

    /** Returns the same limits with another time. */
    public ExtractionLimits within(Duration other) {
        return new ExtractionLimits(pages, characters, other, heapMebibytes);
    }
}
