package vn.loa.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.loa.app.Settings;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.store.DatabaseMove;
import vn.loa.store.DatabaseServer;

/** Carries the database over to a PostgreSQL server, or back. */
@Command(
        name = "move",
        description = {
            "Carries all data over to PostgreSQL, or back, while Loa is stopped. Where they were they stay untouched.",
            "User and password come from LOA_DATABASE_USER and LOA_DATABASE_PASSWORD (or LOA_DATABASE_PASSWORD_FILE),"
                    + " or from database: in the configuration."
        },
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class MoveCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Direction direction;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
            description = "the configuration, whose data: names the embedded database (default: ${DEFAULT-VALUE})")
    private Path config;

    @Spec
    private CommandSpec spec;

    /** Where to; one of the two. */
    static final class Direction {
        @Option(names = "--to", paramLabel = "URL", description = "from the embedded database to jdbc:postgresql://…")
        private String to;

        @Option(names = "--from", paramLabel = "URL", description = "from jdbc:postgresql://… to the embedded database")
        private String from;
    }

    @Override
    public Integer call() throws ConfigException {
        Settings settings = Settings.load(config);
        String url = direction.to == null ? direction.from : direction.to;
        DatabaseServer server = settings.serverAt(direction.to == null ? "--from" : "--to", url);
        DatabaseMove move = new DatabaseMove(settings.database(), server);
        Map<String, Long> carried = direction.to == null ? move.toFile() : move.toServer();
        report(carried, settings, server);
        return CommandLine.ExitCode.OK;
    }

    private void report(Map<String, Long> carried, Settings settings, DatabaseServer server) {
        PrintWriter out = spec.commandLine().getOut();
        carried.forEach((table, rows) -> out.printf("%-24s %,d%n", table, rows));
        Path file = settings.database().file().toAbsolutePath();
        List<Object> way = direction.to == null ? List.of(server, file) : List.of(file, server);
        out.printf("all rows of %d tables were carried over from %s to %s%n", carried.size(), way.get(0), way.get(1));
        out.println(
                direction.to == null
                        ? "take database: out of " + config + " and start Loa"
                        : "write database: {url: \"" + server + "\"} into " + config + " and start Loa; keep " + file
                                + " until you are sure, but never start Loa with it again");
    }
}
