package vn.loa.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.loa.cli.option.ConfigFile;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;

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
    static final int MISTAKE = ProgramRun.MISTAKE;

    @Spec
    private CommandSpec spec;

    private Loa() {}

    public static void main(String[] args) {
        System.exit(exitCode(args));
    }

    /** The usual start names nothing but its configuration, and need not wait for what reads options. */
    private static int exitCode(String[] args) {
        if (!isRun(args)) {
            return commandLine().execute(args);
        }
        return isPlain(args) ? ProgramRun.plain(Path.of(args[1])) : runLine().execute(withoutFirst(args));
    }

    private static boolean isRun(String[] args) {
        return args.length > 0 && args[0].equals("run");
    }

    /** Options begin with a dash, and files of arguments with an at sign. */
    private static boolean isPlain(String[] args) {
        return args.length == 2 && !args[1].isEmpty() && "-@".indexOf(args[1].charAt(0)) < 0;
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
        return loa.setErr(ErrorWriter.printer())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) ->
                        e instanceof RefusedCommandException ? refused(e) : usage.handleParseException(e, arguments))
                .setExecutionExceptionHandler((e, line, parsed) -> ProgramRun.failed(e, line.getErr()));
    }

    private static int refused(ParameterException e) {
        e.getCommandLine().getErr().println(e.getMessage());
        return MISTAKE;
    }

    /** Runs the bot, as without a subcommand. */
    @Override
    public Integer call() throws ConfigException {
        Run run = new Run();
        run.config.path = Path.of(System.getenv().getOrDefault("LOA_CONFIG", CONFIG.toString()));
        run.spec = spec;
        return run.call();
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
            return new ProgramRun(config.path, spec.commandLine().getErr(), terminal, beginAnew).call();
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
