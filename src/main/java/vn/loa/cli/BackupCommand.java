package vn.loa.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
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
import vn.loa.store.DatabaseFolder;
import vn.loa.store.DatabaseServer;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.Backups;

/** Makes a backup, also while Loa runs. */
@Command(
        name = "backup",
        description = "Makes a whole and checked copy of the database, also while Loa runs.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "where to; without it, a new file in the backup folder")
    private Path file;

    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws ConfigException, BackupFailedException {
        Settings settings = Settings.load(config.path);
        Optional<DatabaseServer> server = settings.server();
        String told = server.isPresent()
                ? "the database is " + server.get() + "; " + server.get().backingUp()
                : copied(settings.database()).toAbsolutePath().toString();
        spec.commandLine().getOut().println(told);
        return CommandLine.ExitCode.OK;
    }

    private Path copied(DatabaseFolder database) throws BackupFailedException {
        database.requireFile();
        if (file == null) {
            return database.backups().take(database.file(), clock.instant()).file();
        }
        if (Files.isDirectory(file)) {
            throw mistake(file + " is a folder; name a file in it");
        }
        Backups.copy(database.file(), file);
        return file;
    }

    private RefusedCommandException mistake(String what) {
        return new RefusedCommandException(spec.commandLine(), what);
    }
}
