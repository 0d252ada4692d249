package vn.loa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.loa.app.Settings;
import vn.loa.app.ShellImport;
import vn.loa.app.Storage;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.file.FileProblems;

/** Runs {@code loa import}: what {@code /nhap} does in the chat, while Loa is stopped. */
@Command(
        name = "import",
        description = {
            "Imports what the chats follow from CSV, or sources from OPML. Loa has to be stopped; while it runs, an"
                    + " operator sends /nhap to its bot.",
            "Without --yes it says what would change, and changes nothing."
        },
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class ImportDataCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the CSV table or OPML file")
    private Path file;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
            description = "the configuration (default: ${DEFAULT-VALUE})")
    private Path config;

    @Option(names = "--replace", description = "the chats of the table follow nothing else afterwards")
    private boolean replace;

    @Option(names = "--yes", description = "makes the changes")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws ConfigException {
        Settings settings = Settings.load(config);
        String text = text();
        StoppedCheck.require(settings, "an operator sends /nhap to its bot in a private chat", spec);
        try (Database database = settings.openDatabase(clock.instant())) {
            ShellImport importing =
                    new ShellImport(Storage.of(database), settings.config(), Phrases.vietnamese(), clock);
            tell(importing.look(text, replace));
        }
        return CommandLine.ExitCode.OK;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RefusedCommandException(spec.commandLine(), file + " cannot be read: " + FileProblems.cause(e));
        }
    }

    private void tell(ShellImport.Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(plan.told());
        if (plan.changes()) {
            out.println(yes ? plan.apply() : "nothing was changed; run it again with --yes");
        }
        out.flush();
    }
}
