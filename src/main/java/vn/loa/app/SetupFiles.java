package vn.loa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import vn.loa.config.ConfigException;

/**
 * Writes the configuration of a new Loa, and its token beside it.
 *
 * @param config the configuration
 * @param token where the token goes; a file of systemd's credential store needs no word in the configuration
 */
public record SetupFiles(Path config, Path token) {
    private static final Path STORE = Path.of("/etc/credstore");

    /** Returns the files for a configuration: with one in /etc, the token goes where the unit looks for it. */
    public static SetupFiles of(Path config) {
        Path folder = Objects.requireNonNull(config.toAbsolutePath().normalize().getParent());
        boolean system = folder.startsWith("/etc");
        return new SetupFiles(config, system ? STORE.resolve("loa.telegram-token") : folder.resolve("telegram-token"));
    }

    private boolean isInStore() {
        return token.startsWith(STORE);
    }

    /** Returns where a configuration that is replaced is kept. */
    public Path kept() {
        return config.resolveSibling(config.getFileName() + ".old");
    }

    /**
     * Writes both. A configuration that is there is kept as {@link #kept()}.
     *
     * @param source the lines of a source, as {@code loa probe --as-config} prints them; empty for none
     * @throws ConfigException when Loa would not accept what was to be written; nothing was written then
     */
    public void write(String secret, Optional<String> source) throws IOException, ConfigException {
        String yaml = yaml(source);
        Settings.of(config.toString(), isInStore() ? yaml : yaml.replaceFirst("(?m)^telegram:.*\\n", ""));
        Files.createDirectories(config.toAbsolutePath().getParent());
        Files.createDirectories(token.getParent());
        writeSecret(secret);
        if (Files.exists(config)) {
            Files.copy(config, kept(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            // Written into, not replaced: owner and rights stay.
            Files.writeString(config, yaml);
        } else {
            Files.writeString(config, yaml, StandardOpenOption.CREATE_NEW);
        }
    }

    private void writeSecret(String secret) throws IOException {
        Path fresh = token.resolveSibling(token.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, secret + "\n");
        Files.move(fresh, token, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String yaml(Optional<String> source) {
        String telegram = isInStore() ? "" : "telegram: {token-file: '" + token.toAbsolutePath() + "'}\n";
        return """
                # Written by "loa setup". Every option is explained in the guide, operations.md, and in the sample loa.yaml.
                data: ${LOA_DATA:data}
                %s# Who may subscribe a chat: open, approval or invite.
                access: approval
                # /livez, /readyz, /health and /metrics.
                # web: {port: 8080, address: 127.0.0.1}
                sources:%s
                """.formatted(
                telegram, source.map(lines -> "\n" + lines.stripTrailing()).orElse(" []"));
    }
}
