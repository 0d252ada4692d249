package vn.loa.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.loa.app.App;
import vn.loa.app.MachineCheck;
import vn.loa.app.MachineProblem;
import vn.loa.app.Settings;
import vn.loa.cli.option.ConfigFile;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.config.yaml.ConfigProblem;
import vn.loa.console.ConsoleMessenger;
import vn.loa.logging.LogFormat;
import vn.loa.logging.Logging;
import vn.loa.phrases.Phrases;
import vn.loa.portal.rules.InvalidRulesException;
import vn.loa.store.DiskFullException;
import vn.loa.store.UnusableDatabaseException;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.DatabaseInUseException;

/** Runs Loa's command line. */
@Command(
        name = "loa",
        description = "Watches local-government news portals and tells the chats that asked.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            Loa.Run.class,
            SetupCommand.class,
            CheckConfigCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ChatListCommand.class,
            SourceListCommand.class,
            DeadLetterListCommand.class,
            TestMessageCommand.class,
            ExportDataCommand.class,
            ImportDataCommand.class,
            MoveCommand.class,
            DemoCommand.class,
            ProbeCommand.class,
            BenchCommand.class,
            ArchiveClassesCommand.class,
            CommandLine.HelpCommand.class,
            Loa.Completion.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all well",
            "1:something failed while running",
            "2:a mistake in the configuration or on the command line, or a machine or a database that a new start does"
                    + " not mend"
        })
public final class Loa implements Callable<Integer> {
    static final Path CONFIG = Path.of("config", "loa.yaml");
    static final int MISTAKE = CommandLine.ExitCode.USAGE;

    private static final Logger log = LoggerFactory.getLogger(Loa.class);

    private static final Function<String, ConfigProblem> NO_TOKEN = file -> new ConfigProblem(
            file,
            0,
            "telegram.token",
            "there is no token for any bot, and no terminal to talk on",
            "set LOA_TELEGRAM_TOKEN or LOA_ZALO_TOKEN (or LOA_TELEGRAM_TOKEN_FILE, LOA_ZALO_TOKEN_FILE), or run with"
                    + " --terminal");

    @Spec
    private CommandSpec spec;

    private Loa() {}

    public static void main(String[] args) {
        System.exit(
                isRun(args)
                        ? runLine().execute(withoutFirst(args))
                        : commandLine().execute(args));
    }

    private static boolean isRun(String[] args) {
        return args.length > 0 && args[0].equals("run");
    }

    private static String[] withoutFirst(String[] args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }

    /** Returns the line of the command {@code run} alone: a start need not read the options of all others. */
    static CommandLine runLine() {
        return handling(new CommandLine(new Run()).setCommandName("loa run"));
    }

    static CommandLine commandLine() {
        return handling(new CommandLine(new Loa()));
    }

    private static CommandLine handling(CommandLine loa) {
        IParameterExceptionHandler usage = loa.getParameterExceptionHandler();
        return loa.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) ->
                        e instanceof RefusedCommandException ? refused(e) : usage.handleParseException(e, arguments))
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line));
    }

    private static int refused(ParameterException e) {
        e.getCommandLine().getErr().println(e.getMessage());
        return MISTAKE;
    }

    /**
     * Reports a failure and returns the exit code. Mistakes of people are told in sentences, one a line; anything else
     * is a bug or a broken machine.
     */
    private static int failed(Exception e, CommandLine line) {
        if (e instanceof ConfigException mistakes) {
            mistakes.problems().stream().map(ConfigProblem::toString).forEach(line.getErr()::println);
            return MISTAKE;
        }
        if (e instanceof UnusableDatabaseException unusable) {
            line.getErr().println(e.getMessage());
            return unusable.mayPass() ? CommandLine.ExitCode.SOFTWARE : MISTAKE;
        }
        if (e instanceof InvalidRulesException) {
            line.getErr().println(e.getMessage());
            return MISTAKE;
        }
        if (e instanceof DatabaseInUseException
                || e instanceof BackupFailedException
                || e instanceof DiskFullException) {
            line.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        log.error("Loa failed: {}", e.getMessage(), e);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Runs the bot, as without a subcommand. */
    @Override
    public Integer call() throws ConfigException {
        Run run = new Run();
        run.config.path = Path.of(System.getenv().getOrDefault("LOA_CONFIG", CONFIG.toString()));
        run.spec = spec;
        return run.call();
    }

    /** A start that only this machine refuses for now may succeed later, so it is no mistake to be mended first. */
    private static Optional<Integer> refused(MachineCheck machine, CommandLine line) {
        List<MachineProblem> problems = machine.problems();
        problems.forEach(each -> line.getErr().println(each.problem()));
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                problems.stream().allMatch(MachineProblem::mayPass) ? CommandLine.ExitCode.SOFTWARE : MISTAKE);
    }

    private static int run(Settings settings) {
        Phrases phrases = Phrases.vietnamese();
        InstantSource clock = InstantSource.system();
        ConsoleMessenger console =
                StandardTerminal.messenger(phrases, settings.config().zone(), clock);
        try (App app = new App(settings, console, clock)) {
            if (settings.config().onTerminal()) {
                console.line(phrases.say("console.no-token"));
            }
            settings.portals().awaitRules();
            app.start();
            app.listen(StandardTerminal.reader());
            app.awaitStop();
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "run",
            description = "Runs the bot.",
            versionProvider = ProgramVersion.class,
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @Mixin
        private ConfigFile config = new ConfigFile();

        @Option(names = "--terminal", description = "without a token, lets whatever standard input is be the chat")
        private boolean terminal;

        @Option(names = "--new", description = "begins anew when the database that was there has vanished")
        private boolean beginAnew;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws ConfigException {
            // Mistakes of the configuration have to be JSON too, and only the environment is known before them.
            if ("json".equalsIgnoreCase(System.getenv("LOA_LOG"))) {
                Logging.captureStandardError();
            }
            Settings read = Settings.load(config.path);
            Settings settings = beginAnew ? read.beginningAnew() : read;
            String file = config.path.toString();
            if (settings.config().onTerminal() && !terminal && !StandardTerminal.isThere()) {
                throw new ConfigException(List.of(NO_TOKEN.apply(file)));
            }
            if (settings.config().log().format() == LogFormat.JSON) {
                settings.startLogging();
            }
            MachineCheck machine = new MachineCheck(settings, file);
            Optional<Integer> refused = refused(machine, spec.commandLine());
            return refused.isPresent() ? refused.get() : started(settings, machine);
        }

        private int started(Settings settings, MachineCheck machine) throws ConfigException {
            settings.startLogging();
            machine.backupProblem().ifPresent(each -> log.warn("there are no backups: {}", each.problem()));
            try {
                return Loa.run(settings);
            } catch (UnusableDatabaseException e) {
                if (e.mayPass()) {
                    spec.commandLine().getErr().println(machine.problem(e).problem());
                    return CommandLine.ExitCode.SOFTWARE;
                }
                throw new ConfigException(List.of(machine.problem(e).problem()));
            }
        }
    }

    /** Prints a script that completes Loa's commands and options, for bash and for zsh. */
    @Command(
            name = "completion",
            description = "Prints a script that completes commands and options in bash and zsh.",
            footerHeading = "%nFor this shell:%n",
            footer = "  source <(loa completion)",
            versionProvider = ProgramVersion.class,
            mixinStandardHelpOptions = true)
    static final class Completion implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            CommandSpec loa = spec.root();
            spec.commandLine().getOut().print(AutoComplete.bash(loa.name(), loa.commandLine()));
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }
}
