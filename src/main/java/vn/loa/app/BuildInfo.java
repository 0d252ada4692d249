package vn.loa.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Holds what the build writes into the program about itself. */
public final class BuildInfo {
    private BuildInfo() {}

    /** Returns the version, for example {@code 0.2.0}. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}
