package vn.loa;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the classes of the program, those of its tests left out. */
public final class ShippedClasses {
    private ShippedClasses() {}

    /** The classes that can be made and fulfil a type of the program, nested ones included. */
    public static List<Class<?>> fulfilling(Class<?> type) {
        Path classes = folder(type);
        try (Stream<Path> files = Files.walk(classes.resolve("vn/loa"))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .<Class<?>>map(
                            file -> load(file.replaceFirst("\\.class$", "").replace(File.separatorChar, '.')))
                    .filter(each -> type.isAssignableFrom(each) && !Modifier.isAbstract(each.getModifiers()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ShippedClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
