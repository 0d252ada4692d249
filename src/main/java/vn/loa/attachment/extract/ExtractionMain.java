package vn.loa.attachment.extract;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import vn.loa.attachment.ExtractionAnswer;
import vn.loa.attachment.ExtractionArguments;

/**
 * Runs the process that reads one document: {@code FILE PAGES CHARACTERS MILLISECONDS [OCR-COMMAND LANGUAGE]}. It
 * answers on standard output, and ends when its time is up or when its standard input, which the parent holds, ends.
 */
public final class ExtractionMain {
    /** Deeply nested documents are read by recursion. */
    private static final long STACK_BYTES = 8L << 20;

    private ExtractionMain() {}

    /** Reads the document and ends the process. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Libraries write to standard output; the answer stands there alone.
        System.setOut(System.err);
        try (OutputStream answer = new FileOutputStream(FileDescriptor.out)) {
            ExtractionArguments asked = ExtractionArguments.of(arguments);
            Extraction extraction = new Extraction(asked);
            endWithParent();
            Thread reading = new Thread(null, extraction, "reading", STACK_BYTES);
            reading.setDaemon(true);
            reading.start();
            reading.join(asked.limits().time().toMillis());
            ExtractionAnswer.write(extraction.result(), answer);
        }
        halt();
    }

    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // As good as its end.
                    }
                    halt();
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void halt() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(0);
    }
}
