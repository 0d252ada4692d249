package vn.loa.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program as {@code package} leaves it, where the property {@code loa.program} says, with one class archive for all
 * tests of a run.
 */
public final class PackagedProgram {
    private static boolean archived;

    private PackagedProgram() {}

    /**
     * Returns the path of the program.
     *
     * @throws IllegalStateException when no program is named, for another than was built may lie about, or it is missing
     */
    public static String path() {
        String program = System.getProperty("loa.program", "");
        if (program.isEmpty() || !Files.isExecutable(Path.of(program))) {
            throw new IllegalStateException("loa.program names no program, but '" + program + "': use mvn verify");
        }
        return program;
    }

    /** Prepares a command that starts the program with half of the work, by the archive of its classes. */
    public static ProcessBuilder builder(List<String> command) throws IOException {
        archiveClasses();
        return bare(command);
    }

    private static ProcessBuilder bare(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LOA_CACHE", cache().toString());
        return builder;
    }

    /** Beside the folder of the program, in that of the build. */
    private static Path cache() {
        return Path.of(path()).resolve("../../../proof/cache").normalize();
    }

    /**
     * Tries to make the archive once, unless it is there and fits; whoever comes meanwhile waits for it. Without one the
     * program starts too, only later.
     */
    private static synchronized void archiveClasses() throws IOException {
        if (archived) {
            return;
        }
        archived = true;
        Process archiving = bare(List.of(path(), "archive-classes")).start();
        String said = new String(archiving.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (archiving.onExit().join().exitValue() != 0) {
            System.err.println("The tests go on without a class archive: " + said);
        }
    }
}
