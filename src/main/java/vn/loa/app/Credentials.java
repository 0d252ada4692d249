package vn.loa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the secrets that systemd hands to a service as files. The credential {@code telegram-token} stands for the
 * variable {@code LOA_TELEGRAM_TOKEN}, unless that is set some other way. See systemd.exec(5), LoadCredential=.
 */
final class Credentials {
    private Credentials() {}

    /** Returns the environment with a variable {@code LOA_…_FILE} for each credential that no variable replaces. */
    static Map<String, String> in(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        String folder = environment.getOrDefault("CREDENTIALS_DIRECTORY", "");
        if (!folder.isEmpty()) {
            files(Path.of(folder)).forEach(file -> add(file, all));
        }
        return Map.copyOf(all);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the credentials in " + folder + " cannot be listed", e);
        }
    }

    private static void add(Path file, Map<String, String> environment) {
        String name =
                "LOA_" + file.getFileName().toString().toUpperCase(Locale.ROOT).replace('-', '_');
        if (environment.getOrDefault(name, "").isEmpty()) {
            environment.putIfAbsent(name + "_FILE", file.toString());
        }
    }
}
