package vn.loa.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The parameter that says where the configuration stands. */
public final class ConfigFile {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
            description = "the configuration (default: ${DEFAULT-VALUE})")
    public Path path;
}
