package vn.loa.waiting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Tells what the threads of a Java process do, so that a wait in vain says why. */
public final class ThreadDump {
    /** A process that does not answer for so long cannot tell its threads either. */
    private static final long SECONDS = 30;

    private ThreadDump() {}

    /** Makes the failure of a wait, with what the process printed and what its threads do now. */
    public static AssertionError inVain(String what, ProcessHandle process, String output) {
        return new AssertionError("waited in vain for " + what + "; it said:\n" + output + "\n" + of(process));
    }

    /** Returns the stacks of all threads and the locks that they hold, or a line that says why there are none. */
    public static String of(ProcessHandle process) {
        if (!process.isAlive()) {
            return "process " + process.pid() + " has ended";
        }
        try {
            return printed(process.pid());
        } catch (IOException e) {
            return "no thread dump of " + process.pid() + ": " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no thread dump of " + process.pid() + ": interrupted";
        }
    }

    private static String printed(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Path file = Files.createTempFile("threads", ".txt");
        try {
            Process asking = new ProcessBuilder(jcmd, Long.toString(pid), "Thread.print", "-l")
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .start();
            if (!asking.waitFor(SECONDS, TimeUnit.SECONDS)) {
                asking.destroyForcibly();
                return "no thread dump of " + pid + " within " + SECONDS + " s";
            }
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
