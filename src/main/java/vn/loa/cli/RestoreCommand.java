package vn.loa.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.loa.app.Settings;
import vn.loa.cli.option.ConfigOption;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.store.DatabaseRestore;
import vn.loa.store.DatabaseServer;
import vn.loa.store.file.BackupFailedException;

/** Brings a backup back while Loa is stopped. */
@Command(
        name = "restore",
        description = "Puts a backup in the place of the database, which is kept beside it. Loa has to be stopped.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the backup")
    private Path file;

    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws ConfigException, BackupFailedException {
        Settings settings = Settings.load(config.path);
        PrintWriter out = spec.commandLine().getOut();
        if (settings.server().isPresent()) {
            DatabaseServer server = settings.server().get();
            out.println("the database is " + server + "; " + server.restoring());
        } else {
            restore(settings, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private void restore(Settings settings, PrintWriter out) throws ConfigException, BackupFailedException {
        List<Path> kept =
                new DatabaseRestore(settings.database(), settings.config().zone()).from(file, clock.instant());
        out.println("restored " + settings.database().file().toAbsolutePath() + " from " + file);
        kept.forEach(each -> out.println("kept what was there: " + each.toAbsolutePath()));
        out.println(
                "start Loa now; articles that it announced after this backup are announced again if they are recent");
    }
}
