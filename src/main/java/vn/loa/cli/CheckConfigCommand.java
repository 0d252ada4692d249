package vn.loa.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.loa.app.DocumentForms;
import vn.loa.app.MachineCheck;
import vn.loa.app.MachineProblem;
import vn.loa.app.Settings;
import vn.loa.cli.option.ConfigFile;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.BackupConfig;
import vn.loa.config.ConfigException;
import vn.loa.config.LoaConfig;
import vn.loa.store.DatabaseServer;
import vn.loa.store.file.Backup;
import vn.loa.store.file.Backups;

/** Reads the configuration, tries what it needs of this machine, and sums up what would run. */
@Command(
        name = "check-config",
        description =
                "Reads the configuration, tries folders, database and port, reports all mistakes; starts nothing.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {
    @Mixin
    private ConfigFile config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ConfigException {
        Settings settings = Settings.load(config.path);
        List<MachineProblem> problems = problems(settings);
        if (!problems.isEmpty()) {
            problems.forEach(each -> spec.commandLine().getErr().println(each.problem()));
            return CommandLine.ExitCode.USAGE;
        }
        PrintWriter out = spec.commandLine().getOut();
        int sources = settings.config().sources().size();
        out.printf("%s: no mistakes, %d sources%n", config.path, sources);
        summary(settings).forEach(out::println);
        return CommandLine.ExitCode.OK;
    }

    private List<MachineProblem> problems(Settings settings) throws ConfigException {
        MachineCheck machine = new MachineCheck(settings, config.path.toString());
        List<MachineProblem> problems = new ArrayList<>(machine.problems());
        machine.backupProblem().ifPresent(problems::add);
        if (problems.isEmpty()) {
            machine.databaseProblem().ifPresent(problems::add);
        }
        return problems;
    }

    private static List<String> summary(Settings settings) {
        LoaConfig config = settings.config();
        return List.of(
                "  bots     " + bots(config),
                "  sources  "
                        + or(config.sources().stream().map(each -> each.source().id()), "none"),
                "  data     " + data(settings),
                "  backup   " + backup(settings),
                "  web      " + web(config),
                "  files    " + DocumentForms.of(config.attachments()));
    }

    private static String data(Settings settings) {
        return settings.server()
                .map(DatabaseServer::toString)
                .orElseGet(() -> settings.database().file().toAbsolutePath().toString());
    }

    private static String bots(LoaConfig config) {
        return or(
                config.channels().botNames().stream(),
                "none, so Loa talks on the terminal, and does not start without one; set LOA_TELEGRAM_TOKEN or"
                        + " LOA_ZALO_TOKEN");
    }

    private static String backup(Settings settings) {
        if (settings.server().isPresent()) {
            return "none by Loa; " + settings.server().get().backingUp();
        }
        BackupConfig wanted = settings.config().backup();
        String daily =
                wanted.keep() == 0 ? "none daily" : "daily after " + wanted.time() + ", " + wanted.keep() + " kept";
        Backups backups = settings.database().backups();
        String last = backups.latest()
                .map(Backup::file)
                .map(file -> "the last " + file.getFileName())
                .orElse("none yet");
        return backups.folder() + " (" + daily + ", " + last + ")";
    }

    private static String web(LoaConfig config) {
        return config.web()
                .port()
                .map(port -> "http://" + config.web().address() + ":" + port + "/health")
                .orElse("off");
    }

    private static String or(Stream<String> names, String none) {
        String joined = names.collect(Collectors.joining(", "));
        return joined.isEmpty() ? none : joined;
    }
}
