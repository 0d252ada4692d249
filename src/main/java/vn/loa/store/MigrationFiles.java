package vn.loa.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Lists the migrations that stand beside the first of them, in a folder or in Loa's jar. */
final class MigrationFiles {
    private static final String FIRST = "/db/migration/V1__ledger.sql";
    private static final Pattern NAME = Pattern.compile("(?:.*/)?db/migration/V([0-9]{1,6})__[^/]*");

    private MigrationFiles() {}

    /** Opens a migration. */
    private interface Content {
        InputStream open() throws IOException;
    }

    /** Returns the numbers of all. */
    static Set<Integer> versions() {
        return beside(first()).keySet();
    }

    /** Returns the checksums of all by their numbers, as Flyway writes them down when it runs them. */
    static Map<Integer, Integer> checksums() {
        return checksums(first());
    }

    private static URL first() {
        return Objects.requireNonNull(MigrationFiles.class.getResource(FIRST), "missing resource " + FIRST);
    }

    /** Returns the checksums of those in the folder of one of them, by their numbers. */
    static Map<Integer, Integer> checksums(URL first) {
        Map<Integer, Integer> checksums = new HashMap<>();
        beside(first).forEach((number, content) -> checksums.put(number, checksum(content)));
        return checksums;
    }

    /** Flyway's: of all lines without their ends, so that it is the same wherever the file was checked out. */
    private static int checksum(Content content) {
        byte[] text = bytes(content);
        CRC32 checksum = new CRC32();
        int begun = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n' || text[i] == '\r') {
                checksum.update(text, begun, i - begun);
                begun = i + 1;
            }
        }
        return (int) checksum.getValue();
    }

    private static byte[] bytes(Content content) {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, Content> beside(URL first) {
        Map<Integer, Content> found = new HashMap<>();
        try {
            if (first.openConnection() instanceof JarURLConnection jar) {
                inJar(jar.getJarFile(), found);
            } else {
                inFolder(Objects.requireNonNull(Path.of(first.toURI()).getParent()), found);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the migrations cannot be listed", e);
        }
        return found;
    }

    /** The jar stays open, for the classes come out of it too. */
    private static void inJar(JarFile jar, Map<Integer, Content> found) {
        jar.stream().forEach(entry -> add(found, entry.getName(), () -> jar.getInputStream(entry)));
    }

    private static void inFolder(Path folder, Map<Integer, Content> found) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        files.forEach(file -> add(found, file.toUri().getPath(), () -> Files.newInputStream(file)));
    }

    private static void add(Map<Integer, Content> found, String name, Content content) {
        Matcher matcher = NAME.matcher(name);
        if (matcher.matches()) {
            found.put(Integer.valueOf(matcher.group(1)), content);
        }
    }
}
