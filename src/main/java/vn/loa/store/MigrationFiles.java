package vn.loa.store;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Lists the migrations that stand beside the first of them, in a folder or in Loa's jar. */
final class MigrationFiles {
    private static final String FIRST = "/db/migration/V1__ledger.sql";
    private static final Pattern NAME = Pattern.compile("(?:.*/)?db/migration/V([0-9]{1,6})__[^/]*");

    private MigrationFiles() {}

    /** Returns the numbers of all. */
    static Set<Integer> versions() {
        return beside(Objects.requireNonNull(MigrationFiles.class.getResource(FIRST), "missing resource " + FIRST));
    }

    /** Returns the numbers of those in the folder of one of them. */
    static Set<Integer> beside(URL first) {
        try (Stream<String> names = names(first)) {
            return names.map(NAME::matcher)
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .collect(Collectors.toSet());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the migrations cannot be listed", e);
        }
    }

    /** The jar stays open, for the classes come out of it too. */
    @SuppressWarnings("StreamResourceLeak") // Whoever asked closes it.
    private static Stream<String> names(URL first) throws IOException, URISyntaxException {
        if (first.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream().map(ZipEntry::getName);
        }
        Path folder = Objects.requireNonNull(Path.of(first.toURI()).getParent());
        return Files.list(folder).map(file -> file.toUri().getPath());
    }
}
