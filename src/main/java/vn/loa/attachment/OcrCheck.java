package vn.loa.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells whether scans can be read on this machine.
 *
 * @param command the command that does, if it can
 * @param detail its name, or why scans are not read and what would help; English
 */
public record OcrCheck(Optional<OcrCommand> command, String detail) {
    /** Vietnamese, in Tesseract's names (ISO 639-3). */
    public static final String LANGUAGE = "vie";

    private static final String CURE = "on Debian: apt install tesseract-ocr tesseract-ocr-vie";
    private static final int MOST_BYTES = 20_000;

    public OcrCheck {
        Objects.requireNonNull(command);
        Objects.requireNonNull(detail);
    }

    /** Returns the check of a machine where scans are not to be read. */
    public static OcrCheck off() {
        return new OcrCheck(Optional.empty(), "switched off by attachments.ocr");
    }

    /**
     * Asks a command for its languages.
     *
     * @param path the command's name on the PATH, or its file
     * @param patience how long it may take to answer
     */
    public static OcrCheck of(String path, Duration patience) {
        try {
            Process process = new ProcessBuilder(path, "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return answer(path, process, patience);
        } catch (IOException e) {
            return none(path + " is not there; " + CURE);
        }
    }

    private static OcrCheck answer(String path, Process process, Duration patience) throws IOException {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return none(path + " does not answer");
            }
            String languages = new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return languages.lines().anyMatch(line -> line.strip().equals(LANGUAGE))
                    ? new OcrCheck(Optional.of(new OcrCommand(path, LANGUAGE)), path + ", " + LANGUAGE)
                    : none(path + " lacks the language " + LANGUAGE + "; " + CURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none("interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static OcrCheck none(String detail) {
        return new OcrCheck(Optional.empty(), detail);
    }
}
