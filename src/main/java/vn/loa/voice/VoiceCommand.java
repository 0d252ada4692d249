package vn.loa.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Has an outside program speak a text, such as {@code espeak-ng -v vi --stdout}: the text comes on its standard input, the
 * sound on its standard output or in the file whose path stands for <code>{file}</code>. One text at a time.
 */
public final class VoiceCommand {
    private static final String FILE = "{file}";
    /** Bytes; the Bot API takes files up to 50 MB. */
    private static final long LARGEST = 40_000_000;

    private static final long GLANCE_MILLIS = 50;

    private final List<String> command;
    private final Duration longest;
    private final Semaphore free = new Semaphore(1);

    /**
     * Configures the program.
     *
     * @param command the program and its arguments
     * @param longest after which time it is stopped
     */
    public VoiceCommand(List<String> command, Duration longest) {
        this.command = List.copyOf(command);
        this.longest = longest;
    }

    /**
     * Speaks a text.
     *
     * @return the sound file
     * @throws NoVoiceException when the program is missing, fails, says nothing, says too much or takes too long, or is
     *     busy with another text
     */
    public byte[] speak(String text) throws NoVoiceException {
        if (!free.tryAcquire()) {
            throw new NoVoiceException("it is speaking another text");
        }
        try {
            return inFolder(text);
        } catch (IOException e) {
            throw new NoVoiceException("it cannot be started: " + e.getMessage());
        } finally {
            free.release();
        }
    }

    private byte[] inFolder(String text) throws IOException, NoVoiceException {
        Path folder = Files.createTempDirectory("loa-voice");
        Path words = folder.resolve("text");
        Path sound = folder.resolve("sound");
        Path said = folder.resolve("stdout");
        try {
            Files.writeString(words, text, StandardCharsets.UTF_8);
            boolean toFile = command.stream().anyMatch(word -> word.contains(FILE));
            run(words, sound, said);
            return read(toFile ? sound : said);
        } finally {
            for (Path file : List.of(words, sound, said, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void run(Path words, Path sound, Path said) throws IOException, NoVoiceException {
        Process process = new ProcessBuilder(command.stream()
                        .map(word -> word.replace(FILE, sound.toString()))
                        .toList())
                .redirectInput(words.toFile())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await(process, sound, said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoVoiceException("it was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void await(Process process, Path sound, Path said)
            throws IOException, NoVoiceException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - end > 0) {
                throw new NoVoiceException("it took more than " + longest.toSeconds() + " s");
            }
            if (size(sound) > LARGEST || size(said) > LARGEST) {
                throw new NoVoiceException("its sound is too large");
            }
        }
        if (process.exitValue() != 0) {
            throw new NoVoiceException("it ended with status " + process.exitValue());
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static byte[] read(Path file) throws IOException, NoVoiceException {
        long size = size(file);
        if (size == 0 || size > LARGEST) {
            throw new NoVoiceException(size == 0 ? "it gave no sound" : "its sound is too large");
        }
        return Files.readAllBytes(file);
    }
}
