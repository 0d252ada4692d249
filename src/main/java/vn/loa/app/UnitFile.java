package vn.loa.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Installs the unit for systemd that came with Loa's folder.
 *
 * @param shipped the unit as it was shipped, for a Loa in /opt/loa
 * @param installed where systemd looks for it
 */
public record UnitFile(Path shipped, Path installed) {
    private static final String USUAL_HOME = "/opt/loa";

    /** Returns the unit of the folder that this program runs in; empty when there is none, as in the Debian package. */
    public static Optional<UnitFile> ofThisProgram() {
        try {
            Path jar = Path.of(UnitFile.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(jar.getParent())
                    .map(lib -> lib.resolveSibling("systemd").resolve("loa.service"))
                    .filter(Files::exists)
                    .map(unit -> new UnitFile(unit, Path.of("/etc/systemd/system/loa.service")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the unit where systemd looks for it.
     *
     * @param config the configuration that it runs with
     */
    public void install(Path config) throws IOException {
        Path home = shipped.toAbsolutePath().resolve("../..").normalize();
        String unit = Files.readString(shipped)
                .replace(
                        "/etc/loa/loa.yaml", config.toAbsolutePath().normalize().toString())
                .replace(USUAL_HOME + "/bin", home.resolve("bin").toString());
        Files.writeString(installed, unit);
    }
}
