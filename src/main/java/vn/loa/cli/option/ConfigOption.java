package vn.loa.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the configuration stands, of commands whose parameter is another file. */
public final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
            description = "the configuration (default: ${DEFAULT-VALUE})")
    public Path path;
}
