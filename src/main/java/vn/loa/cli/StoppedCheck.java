package vn.loa.cli;

import picocli.CommandLine.Model.CommandSpec;
import vn.loa.app.Settings;

/** Keeps commands that write away from the data of a running Loa. */
final class StoppedCheck {
    private StoppedCheck() {}

    /**
     * Refuses while Loa runs, and where it never did: a wrong configuration must not begin a database.
     *
     * @param otherwise how it is done then, after "while it runs, "
     * @throws RefusedCommandException with that way
     */
    static void require(Settings settings, String otherwise, CommandSpec spec) {
        if (settings.server().isEmpty()) {
            settings.database().requireFile();
        }
        if (settings.inUse()) {
            throw new RefusedCommandException(
                    spec.commandLine(),
                    "Loa is running with " + settings.databaseName() + "; while it runs, " + otherwise
                            + "; or stop it first");
        }
    }
}
