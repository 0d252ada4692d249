package vn.loa.fetch;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the memory that all pages take together while they are read. A page waits until so much is free; one that would
 * never fit is refused unread; one that takes more than was thought is given up. So one page never ends the program.
 * Large pages are read
 * one at a time, and small ones beside them. Safe for use by several threads.
 */
public final class ReadingBudget {
    private static final Logger log = LoggerFactory.getLogger(ReadingBudget.class);
    /** A text, its copies in a tree and its folded words. */
    private static final long BYTES_OF_CHARACTER = 10;
    /** Measured with jsoup 1.2x: 37 to 143 bytes an element; what is noted of each while reading comes to as much. */
    private static final long BYTES_OF_TAG = 200;

    private static final int KIBIBYTE = 1024;
    /** This part of all is never taken by a large page, and a page that takes more than it is large. */
    private static final int PART_FOR_SMALL = 8;

    private final int kibibytes;
    private final Semaphore free;
    /** Large pages queue here and not for the memory, where they would keep small ones waiting. */
    private final Semaphore large;

    private final boolean alone;

    /** Makes a budget of so many bytes. */
    public ReadingBudget(long bytes) {
        this((int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / KIBIBYTE)));
    }

    private ReadingBudget(int kibibytes) {
        this(kibibytes, new Semaphore(kibibytes, true), new Semaphore(1, true), false);
    }

    private ReadingBudget(int kibibytes, Semaphore free, Semaphore large, boolean alone) {
        this.kibibytes = kibibytes;
        this.free = free;
        this.large = large;
        this.alone = alone;
    }

    /** Returns a budget of somewhat less than half of what this program may take; the rest is for everything else. */
    public static ReadingBudget ofHeap() {
        return new ReadingBudget(Runtime.getRuntime().maxMemory() / 100 * 45);
    }

    /** Returns a budget that no page exceeds. */
    public static ReadingBudget unbounded() {
        return new ReadingBudget(Long.MAX_VALUE);
    }

    /** Returns the same budget for a reading beside which no other page is read. */
    public ReadingBudget alone() {
        return new ReadingBudget(kibibytes, free, large, true);
    }

    /**
     * Reads a page when there is room for it.
     *
     * @param refused makes the result for a page that cannot be read, of a short English phrase
     */
    public <T> T read(Page page, Supplier<T> reading, Function<String, T> refused) {
        long need = need(page.text());
        int forSmall = kibibytes / PART_FOR_SMALL;
        if (need > kibibytes - forSmall) {
            return refused.apply("too large to be read: " + page.text().length() + " characters, " + tags(page.text())
                    + " elements");
        }
        int taken = alone ? kibibytes : (int) need;
        int turns = taken > forSmall ? 1 : 0;
        large.acquireUninterruptibly(turns);
        free.acquireUninterruptibly(taken);
        try {
            return reading.get();
        } catch (OutOfMemoryError | StackOverflowError e) {
            boolean deep = e instanceof StackOverflowError;
            log.error("{} takes more {} than there is", page.location(), deep ? "stack" : "memory");
            return refused.apply(deep ? "nested too deep to be read" : "out of memory while reading");
        } finally {
            free.release(taken);
            large.release(turns);
        }
    }

    private static long need(String text) {
        return 1 + (text.length() * BYTES_OF_CHARACTER + tags(text) * BYTES_OF_TAG) / KIBIBYTE;
    }

    private static long tags(String text) {
        return text.chars().filter(c -> c == '<').count();
    }
}
