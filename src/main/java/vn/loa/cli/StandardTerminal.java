package vn.loa.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import vn.loa.console.ConsoleMessenger;
import vn.loa.console.Terminal;
import vn.loa.phrases.Phrases;

/**
 * Reads and writes the terminal that the process was started in. It speaks UTF-8, whatever Java thinks of the locale.
 */
@SuppressWarnings("SystemConsoleNull") // Java 22 to 24 have a console without a terminal too; the prompt does no harm.
public final class StandardTerminal {
    private static final int USUAL_WIDTH = 100;
    private static final String PROMPT = "› ";

    private StandardTerminal() {}

    public static ConsoleMessenger messenger(Phrases phrases, ZoneId zone, InstantSource clock) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new ConsoleMessenger(
                new Terminal(out, width(), styled(), System.console() == null ? "" : PROMPT), phrases, zone, clock);
    }

    /** Returns whether somebody sits at a terminal. Java 22 and newer have a console without one, and tell so. */
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    static BufferedReader reader() {
        return new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    }

    private static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("[2-9]\\d|1\\d\\d") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /** Tells whether to use colours, see no-color.org; without a terminal at both ends Java has no console. */
    private static boolean styled() {
        return System.console() != null && System.getenv("NO_COLOR") == null;
    }
}
