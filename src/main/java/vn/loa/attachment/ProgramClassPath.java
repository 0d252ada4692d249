package vn.loa.attachment;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the class path that this program runs with, for a child process that runs with the same. */
final class ProgramClassPath {
    private ProgramClassPath() {}

    /** Returns the class path of a class's loader; the process's own where the loader does not tell. */
    static String of(Class<?> type) {
        // Maven's exec:java runs the program in a loader of its own; the process's class path is Maven's then.
        List<String> entries =
                type.getClassLoader() instanceof URLClassLoader loader ? entries(loader.getURLs()) : List.of();
        return entries.isEmpty() ? System.getProperty("java.class.path") : String.join(File.pathSeparator, entries);
    }

    private static List<String> entries(URL[] urls) {
        List<String> entries = new ArrayList<>();
        for (URL url : urls) {
            try {
                entries.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException | RuntimeException e) {
                // Not a file, so nothing that a child could have.
            }
        }
        return entries;
    }
}
