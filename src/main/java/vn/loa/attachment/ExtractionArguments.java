package vn.loa.attachment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The arguments of the process that reads a document.
 *
 * @param file the document
 * @param limits the bounds; time ends somewhat before the process would be killed
 * @param ocr the command that reads pictures of pages, if there is one
 */
public record ExtractionArguments(Path file, ExtractionLimits limits, Optional<OcrCommand> ocr) {
    private static final int WITHOUT_OCR = 4;

    public ExtractionArguments {
        Objects.requireNonNull(file);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(ocr);
    }

    /** Returns the arguments as a command line has them. */
    List<String> toList() {
        List<String> plain = List.of(
                file.toString(),
                Integer.toString(limits.pages()),
                Integer.toString(limits.characters()),
                Long.toString(limits.time().toMillis()));
        return ocr.map(command -> List.of(
                        plain.get(0), plain.get(1), plain.get(2), plain.get(3), command.path(), command.language()))
                .orElse(plain);
    }

    /**
     * Reads the arguments of a command line.
     *
     * @throws IllegalArgumentException when they are not as {@link #toList} makes them
     */
    public static ExtractionArguments of(String... arguments) {
        if (arguments.length != WITHOUT_OCR && arguments.length != WITHOUT_OCR + 2) {
            throw new IllegalArgumentException("FILE PAGES CHARACTERS MILLISECONDS [OCR-COMMAND LANGUAGE]");
        }
        ExtractionLimits limits = new ExtractionLimits(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Duration.ofMillis(Long.parseLong(arguments[3])),
                0);
        Optional<OcrCommand> ocr = arguments.length == WITHOUT_OCR
                ? Optional.empty()
                : Optional.of(new OcrCommand(arguments[4], arguments[5]));
        return new ExtractionArguments(Path.of(arguments[0]), limits, ocr);
    }
}
