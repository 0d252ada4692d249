package vn.loa.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program in {@code target/loa}, as {@code package} leaves it, with one class archive for all tests of a run. */
public final class PackagedProgram {
    private static final Path PROGRAM = Path.of("target/loa/bin/loa").toAbsolutePath();
    private static final Path CACHE = Path.of("target/proof/cache").toAbsolutePath();

    private static boolean archived;

    private PackagedProgram() {}

    /** Returns the path of the program. */
    public static String path() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(PROGRAM + " is missing: package first");
        }
        return PROGRAM.toString();
    }

    /** Prepares a command that starts the program with half of the work, by the archive of its classes. */
    public static ProcessBuilder builder(List<String> command) throws IOException {
        archiveClasses();
        return bare(command);
    }

    private static ProcessBuilder bare(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LOA_CACHE", CACHE.toString());
        return builder;
    }

    /** Makes the archive once, unless it is there and fits; whoever comes meanwhile waits for it. */
    private static synchronized void archiveClasses() throws IOException {
        if (archived) {
            return;
        }
        Process archiving = bare(List.of(path(), "archive-classes")).start();
        String said = new String(archiving.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (archiving.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the class archive of the tests: " + said);
        }
        archived = true;
    }
}
