package vn.loa.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command was written rightly, but cannot do its work here. The message alone is told, without the options. */
final class RefusedCommandException extends ParameterException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param message one line: cause, where, cure
     */
    RefusedCommandException(CommandLine line, String message) {
        super(line, message);
    }
}
