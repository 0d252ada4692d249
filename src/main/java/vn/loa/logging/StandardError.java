package vn.loa.logging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;

/** The process's own standard error, which stays open when an appender that wrote to it is replaced. */
final class StandardError extends FilterOutputStream {
    StandardError() {
        super(new FileOutputStream(FileDescriptor.err));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
