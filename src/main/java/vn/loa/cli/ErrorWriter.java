package vn.loa.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** Writes to whatever standard error is at the time: in JSON mode that becomes the log once the program has begun. */
final class ErrorWriter extends Writer {
    private ErrorWriter() {}

    /** Returns a printer to it that keeps back no line. */
    static PrintWriter printer() {
        return new PrintWriter(new ErrorWriter(), true);
    }

    @Override
    public void write(char[] text, int from, int length) {
        System.err.print(new String(text, from, length));
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
